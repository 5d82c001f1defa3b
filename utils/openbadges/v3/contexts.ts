/** The `@context` of a credential, as far as it can be judged without the documents behind the addresses. */
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject, member, text } from '../../json/members.ts';
import { badValue, missing } from '../reading.ts';
import { isUrl } from './shape.ts';

/** Versions of the W3C's Verifiable Credentials Data Model. */
export type DataModel = '1.1' | '2.0';

const BASES: Readonly<Record<DataModel, string>> = {
  '1.1': 'https://www.w3.org/2018/credentials/v1',
  '2.0': 'https://www.w3.org/ns/credentials/v2',
};

/** The data model that the first context declares, by its exact address. Null for any other. */
export function dataModelOf(credential: JsonObject): DataModel | null {
  const contexts = member(credential, '@context');
  const first: unknown = Array.isArray(contexts) ? contexts[0] : undefined;
  if (first === BASES['2.0']) return '2.0';
  return first === BASES['1.1'] ? '1.1' : null;
}

/**
 * An ordered set: the base context first, then addresses and objects (VCDM 1.1 and 2.0, "Contexts"). The two base contexts define the same protected
 * terms differently, so one document cannot have both.
 */
export function contextProblems(document: JsonObject): Check[] {
  const contexts = member(document, '@context');
  if (contexts === undefined || contexts === null) return [missing('@context')];
  if (!Array.isArray(contexts) || dataModelOf(document) === null) return [badValue('@context')];
  const later: unknown[] = contexts.slice(1);
  const processable = later.every((context) => isUrl(context) || isObject(context));
  const twoBases = later.some(
    (context) => context !== contexts[0] && Object.values(BASES).some((it) => it === context),
  );
  return processable && !twoBases && !redefines(later.filter(isObject)) ? [] : [badValue('@context')];
}

/** Terms that both base contexts protect, with what they stand for. */
const PROTECTED: readonly [term: string, meaning: string][] = [
  ['id', '@id'],
  ['type', '@type'],
  ['VerifiableCredential', 'https://www.w3.org/2018/credentials#VerifiableCredential'],
  ['VerifiablePresentation', 'https://www.w3.org/2018/credentials#VerifiablePresentation'],
];

/**
 * Does a context written out in place give a protected term another meaning (JSON-LD 1.1, 4.1.11)? Only plain meanings are compared: a short form may
 * stand for the same address, and then nothing is redefined.
 */
function redefines(contexts: readonly JsonObject[]): boolean {
  const meanings = new Map(PROTECTED);
  for (const context of contexts) {
    const all = member(context, '@protected') === true;
    for (const [term, definition] of Object.entries(context)) {
      const meaning = isObject(definition) ? text(member(definition, '@id')) : text(definition);
      if (term.startsWith('@') || meaning === undefined || !/^(?:@|https?:)/.test(meaning)) continue;
      const settled = meanings.get(term);
      if (settled !== undefined && settled !== meaning) return true;
      if (all || (isObject(definition) && member(definition, '@protected') === true)) meanings.set(term, meaning);
    }
  }
  return false;
}

/** Vocabularies of signatures, keys, status lists and of the data model itself: none of them has a word about badges. */
const NOT_OF_BADGES =
  /^https:\/\/(?:www\.w3\.org\/(?:2018\/credentials|ns)\/|w3id\.org\/(?:security|vc|did)\/|purl\.imsglobal\.org\/spec\/vcrl\/)/;

/** Does no context define what the badge consists of (STANDARDS: JCS and JWT sign the words as they are, whatever they mean)? */
export function lacksBadgeContext(credential: JsonObject): boolean {
  const contexts = member(credential, '@context');
  return (
    Array.isArray(contexts) && contexts.every((context) => typeof context === 'string' && NOT_OF_BADGES.test(context))
  );
}
