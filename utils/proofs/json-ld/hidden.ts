/**
 * A signature over RDF covers statements, not where in the JSON they stand. Whoever presents a badge may write the same statements otherwise: a second object with the
 * badge's own id, deep inside, can hold its end or its status, and the signature fits. So what decides is counted: every signed statement must stand where a reader
 * of the JSON looks for it.
 */
import type { Term } from 'rdf-canonize';
import { idOf, isObject, type JsonObject, list, member } from '../../json/members.ts';
import type { Dataset } from './dataset.ts';

const CREDENTIALS = 'https://www.w3.org/2018/credentials#';
const OPEN_BADGES = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';

/** What is said about the badge itself that decides whether it counts. Both versions of the data model have the same addresses for the same words. */
const OF_BADGE = meanings(CREDENTIALS, [
  'issuer',
  'credentialSubject',
  'credentialStatus',
  'validFrom',
  'validUntil',
  'issuanceDate',
  'expirationDate',
]);
/** What is said about its holder that decides whose it is. */
const OF_HOLDER = new Map([
  ...meanings(OPEN_BADGES, ['identifier']),
  ...meanings('https://schema.org/', ['name']),
  ...meanings('http://schema.org/', ['name']),
]);

function meanings(vocabulary: string, words: readonly string[]): Map<string, string> {
  return new Map(words.map((word) => [vocabulary + word, word]));
}

/** The word for something that is signed but does not stand in its place; undefined when everything does. */
export function hiddenWord(document: JsonObject, dataset: Dataset): string | undefined {
  const hidden = unseen(dataset, idOf(document), [document], OF_BADGE);
  if (hidden !== undefined) return hidden;
  const issuer = member(document, 'issuer');
  const subjects = list(member(document, 'credentialSubject')).filter(isObject);
  for (const id of new Set(subjects.flatMap((subject) => idOf(subject) ?? []))) {
    // Who issues a badge to himself may have his name in either place.
    const places = [...subjects, ...list(issuer).filter(isObject)].filter((place) => idOf(place) === id);
    const word = unseen(dataset, id, places, OF_HOLDER);
    if (word !== undefined) return word;
  }
  return undefined;
}

function unseen(
  dataset: Dataset,
  id: string | undefined,
  places: readonly JsonObject[],
  words: ReadonlyMap<string, string>,
): string | undefined {
  const signed = new Map<string, number>();
  for (const { subject, predicate, graph } of dataset) {
    const word = words.get(predicate.value);
    if (word === undefined || graph.termType !== 'DefaultGraph' || !isNamed(subject, id)) continue;
    signed.set(word, (signed.get(word) ?? 0) + 1);
  }
  for (const [word, statements] of signed) {
    const seen = new Set(places.flatMap((place) => valuesOf(member(place, word)).map(identity)));
    if (statements > seen.size) return word;
  }
  return undefined;
}

/** A document without id is the first thing that jsonld gives a name: local names of its own are not let through (`lookThrough`). */
function isNamed({ termType, value }: Term, id: string | undefined): boolean {
  return id === undefined ? termType === 'BlankNode' && value === 'b0' : termType === 'NamedNode' && value === id;
}

/** As JSON-LD counts them: lists within lists are one, and null is nothing. */
function valuesOf(value: unknown): unknown[] {
  return [value].flat(Number.POSITIVE_INFINITY).filter((item) => item !== null && item !== undefined);
}

/** Two values that name the same thing are one statement. */
function identity(value: unknown): string {
  return (isObject(value) ? idOf(value) : undefined) ?? (typeof value === 'string' ? value : JSON.stringify(value));
}
