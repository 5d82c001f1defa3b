/** Fetching a list: what came is told by its bytes, and how old the copy is by when it was first seen. */
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject } from '../../json/members.ts';
import { failureCheck, statusCheck } from '../../net/fetch-document.ts';
import { readJson } from '../../net/json.ts';
import type { DocumentTools, ReadOptions } from '../../net/types.ts';

/** A list of 16 million entries, hardly any set, packs to a few kilobytes; one with every second entry set does not. */
export const MAX_LIST_BYTES = 4 * 1_048_576;
/**
 * Milliseconds that a list may serve other badges. The standard allows five minutes where the list does not say (`ttl`); somebody who asks soon after
 * a withdrawal should hear of it.
 */
export const KEEP_LIST = 60_000;
/** Media types of credentials first; what came is told by looking at it. */
const ACCEPT =
  'application/vc+jwt, application/jwt, application/vc, application/vc+ld+json, application/ld+json, application/json, text/plain;q=0.5';
export const FOR_MANY: ReadOptions = { accept: ACCEPT, maxBytes: MAX_LIST_BYTES, keep: KEEP_LIST };
/** Another limit makes it another request, to which no copy that was kept is an answer. */
export const ANEW: ReadOptions = { accept: ACCEPT, maxBytes: MAX_LIST_BYTES - 1 };
const COMPACT = /^\s*[\w-]{2,}\.[\w-]+\.[\w-]*\s*$/;

export type FetchedList =
  /** `age`: milliseconds since the copy came. */
  { list: { document: JsonObject } | { jwt: string }; age: number } | { check: Check; retryAt?: string };

/** Reads a list that is yet to be proved. Never throws; what the network does is no fault of the badge. */
export async function fetchList(address: string, options: ReadOptions, tools: DocumentTools): Promise<FetchedList> {
  const host = new URL(address).hostname;
  const answer = await tools.reader.read(address, options);
  if (!answer.ok) {
    const retryAt = answer.reason === 'rate-limited' ? answer.retryAt : undefined;
    return { check: { ...failureCheck(answer), id: 'status' }, ...(retryAt !== undefined && { retryAt }) };
  }
  if (answer.status < 200 || answer.status > 299) {
    return { check: { ...statusCheck(answer.status, host), id: 'status' } };
  }
  const secured = securedIn(answer.bytes);
  if (secured === null) return { check: { id: 'status', outcome: 'unknown', code: 'status-unreadable', detail: host } };
  return { list: secured, age: ageOf(answer.bytes, tools.now.getTime()) };
}

/** A JWT, as such or as a JSON text, or a document with proofs of its own. A member that stands there twice may have been signed as either. */
function securedIn(bytes: Uint8Array): { document: JsonObject } | { jwt: string } | null {
  const words = new TextDecoder('utf-8').decode(bytes);
  if (COMPACT.test(words)) return { jwt: words.trim() };
  const json = readJson(bytes, { maxBytes: MAX_LIST_BYTES });
  if (!json.ok || json.duplicateKeys || json.dropped) return null;
  if (typeof json.value === 'string' && COMPACT.test(json.value)) return { jwt: json.value.trim() };
  return isObject(json.value) ? { document: json.value } : null;
}

/** When a copy was first read here. Where answers are kept, every badge is handed the same bytes. */
const firstRead = new WeakMap<Uint8Array, number>();

function ageOf(copy: Uint8Array, now: number): number {
  const first = firstRead.get(copy) ?? now;
  firstRead.set(copy, first);
  return now - first;
}
