/** What the W3C's Verifiable Credentials Data Model (1.1 and 2.0) asks of every credential, badge or not. */
import { readInstant } from '../../badge/instant.ts';
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject, list, member } from '../../json/members.ts';
import { badValue, missing } from '../reading.ts';
import { contextProblems, type DataModel, dataModelOf } from './contexts.ts';
import { isDateTime, isGiven, isLanguageText, isTypes, isUrl } from './shape.ts';

/** Each problem names the member. Empty: nothing is wrong. */
export function dataModelProblems(credential: JsonObject): Check[] {
  const model = dataModelOf(credential);
  return [
    ...contextProblems(credential),
    ...typeProblems(credential, 'VerifiableCredential'),
    ...idProblems(credential, 'id'),
    ...partyProblems(credential, 'issuer'),
    ...subjectProblems(credential),
    ...dateProblems(credential, model),
    ...typedProblems(credential, model),
    ...(model === '2.0' ? wordProblems(credential) : []),
    ...(model === '2.0' ? relatedProblems(credential) : []),
  ];
}

/** What it asks of a presentation. The credentials inside are judged each by itself; 1.1 let them be JWTs, 2.0 has objects only. */
export function presentationProblems(presentation: JsonObject): Check[] {
  const inside = list(member(presentation, 'verifiableCredential'));
  const mayBeText = dataModelOf(presentation) !== '2.0';
  const readable = inside.every((item) => isObject(item) || (mayBeText && typeof item === 'string'));
  return [
    ...contextProblems(presentation),
    ...typeProblems(presentation, 'VerifiablePresentation'),
    ...idProblems(presentation, 'id'),
    ...(isGiven(presentation, 'holder') ? partyProblems(presentation, 'holder') : []),
    ...(readable ? [] : [badValue('verifiableCredential')]),
  ];
}

function typeProblems(document: JsonObject, needed: string): Check[] {
  const types = member(document, 'type');
  if (types === undefined || types === null) return [missing('type')];
  return isTypes(types) && list(types).includes(needed) ? [] : [badValue('type')];
}

/** An identifier may be missing; one that stands there, null even, is a single URL (VCDM 2.0, 4.4). */
export function idProblems(object: JsonObject, path: string): Check[] {
  return !Object.hasOwn(object, 'id') || isUrl(member(object, 'id')) ? [] : [badValue(path)];
}

/** An issuer or holder: a URL, or an object with one as its `id`. */
function partyProblems(document: JsonObject, name: 'issuer' | 'holder'): Check[] {
  const party = member(document, name);
  if (party === undefined || party === null) return [missing(name)];
  if (!isObject(party)) return isUrl(party) ? [] : [badValue(name)];
  if (!Object.hasOwn(party, 'id')) return [missing(`${name}.id`)];
  return idProblems(party, `${name}.id`);
}

/** One subject or a list of them, each the subject of at least one claim. */
function subjectProblems(credential: JsonObject): Check[] {
  const subjects = list(member(credential, 'credentialSubject'));
  if (subjects.length === 0) return [missing('credentialSubject')];
  if (!subjects.every((subject) => isObject(subject) && Object.keys(subject).length > 0)) {
    return [badValue('credentialSubject')];
  }
  return first(subjects.filter(isObject), (subject) => idProblems(subject, 'credentialSubject.id'));
}

const DATES = ['validFrom', 'validUntil', 'issuanceDate', 'expirationDate'] as const;

/**
 * 1.1 has `issuanceDate` and `expirationDate` and reserves the other two; 2.0 has `validFrom` and `validUntil` and knows nothing of the older ones.
 * What they say is read all the same (see dates.ts), so their being there is only told.
 */
function dateProblems(credential: JsonObject, model: DataModel | null): Check[] {
  const problems: Check[] = [];
  for (const name of DATES) {
    if (isGiven(credential, name) && !isDateTime(member(credential, name))) problems.push(badValue(name));
  }
  if (model === '1.1' && !isGiven(credential, 'issuanceDate')) problems.push(missing('issuanceDate'));
  for (const name of ['issuanceDate', 'expirationDate'] as const) {
    if (model === '2.0' && isGiven(credential, name)) {
      problems.push({ id: 'format', outcome: 'warn', code: 'format-forbidden-member', detail: name });
    }
  }
  if (isBackwards(credential, 'validFrom', 'validUntil')) problems.push(badValue('validUntil'));
  if (isBackwards(credential, 'issuanceDate', 'expirationDate')) problems.push(badValue('expirationDate'));
  return problems;
}

/** An end before its beginning (VCDM 2.0, 4.9). Times without a zone are UTC. */
function isBackwards(credential: JsonObject, from: string, until: string): boolean {
  const begin = readInstant(member(credential, from));
  const end = readInstant(member(credential, until));
  return begin !== null && end !== null && end.ms < begin.ms;
}

/** Members whose values say by `type` how to read them. `id`: in which data models they must name themselves too. */
const TYPED: readonly { name: string; id: readonly (DataModel | null)[] }[] = [
  { name: 'credentialStatus', id: ['1.1'] },
  { name: 'credentialSchema', id: ['1.1', '2.0', null] },
  { name: 'refreshService', id: ['1.1'] },
  { name: 'termsOfUse', id: [] },
  { name: 'evidence', id: [] },
  { name: 'renderMethod', id: [] },
  { name: 'confidenceMethod', id: [] },
  { name: 'proof', id: [] },
];

function typedProblems(credential: JsonObject, model: DataModel | null): Check[] {
  return TYPED.flatMap(({ name, id }) =>
    first(list(member(credential, name)), (item) => {
      if (!isObject(item)) return [badValue(name)];
      if (!isGiven(item, 'type')) return [missing(`${name}.type`)];
      if (!isTypes(member(item, 'type'))) return [badValue(`${name}.type`)];
      if (id.includes(model) && !Object.hasOwn(item, 'id')) return [missing(`${name}.id`)];
      return idProblems(item, `${name}.id`);
    }),
  );
}

/** 2.0: names and descriptions are text, or text with a language, and nothing else. */
function wordProblems(credential: JsonObject): Check[] {
  const issuer = member(credential, 'issuer');
  const places: [JsonObject, string][] = [[credential, '']];
  if (isObject(issuer)) places.push([issuer, 'issuer.']);
  return places.flatMap(([object, path]) =>
    ['name', 'description'].flatMap((name) =>
      isLanguageText(member(object, name)) ? [] : [badValue(`${path}${name}`)],
    ),
  );
}

/** 2.0, 5.3: what a credential vouches for beside itself is named once, by a URL, with a digest. */
function relatedProblems(credential: JsonObject): Check[] {
  const seen = new Set<unknown>();
  return first(list(member(credential, 'relatedResource')), (item) => {
    if (!isObject(item)) return [badValue('relatedResource')];
    const id = member(item, 'id');
    if (id === undefined) return [missing('relatedResource.id')];
    if (!isUrl(id) || seen.has(id)) return [badValue('relatedResource.id')];
    seen.add(id);
    const digests = [...list(member(item, 'digestSRI')), ...list(member(item, 'digestMultibase'))];
    if (digests.length === 0) return [missing('relatedResource.digestSRI')];
    return digests.every(isDigest) ? [] : [badValue('relatedResource.digestSRI')];
  });
}

function isDigest(value: unknown): boolean {
  return typeof value === 'string' && /^[^\s]+$/.test(value);
}

/** The problems of the first item that has any: the reader needs to know which member, not how often. */
function first<Item>(items: readonly Item[], problemsOf: (item: Item) => Check[]): Check[] {
  for (const item of items) {
    const problems = problemsOf(item);
    if (problems.length > 0) return problems;
  }
  return [];
}
