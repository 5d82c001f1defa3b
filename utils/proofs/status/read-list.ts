/** A status list credential, fetched and proved: only then do its bits mean anything. */

import { fromNumericDate, hasPassed, liesAhead, readInstant } from '../../badge/instant.ts';
import type { Check } from '../../badge/report.ts';
import { hasType, isObject, type JsonObject, list, member, single, text } from '../../json/members.ts';
import { failureCheck, statusCheck } from '../../net/fetch-document.ts';
import { readJson } from '../../net/json.ts';
import type { DocumentTools } from '../../net/types.ts';
import { openBits, type StatusBits } from './bits.ts';
import type { ProveList } from './types.ts';

/** Media types of credentials first; what came is told by looking at it. */
const ACCEPT =
  'application/vc+jwt, application/jwt, application/vc, application/vc+ld+json, application/ld+json, application/json, text/plain;q=0.5';
/** A list of 16 million entries, hardly any set, packs to a few kilobytes; one with every second entry set does not. */
const MAX_BYTES = 4 * 1_048_576;
/** Milliseconds that a list may serve other badges: somebody who asks soon after a withdrawal should hear of it. */
export const KEEP_LIST = 60_000;
const COMPACT = /^\s*[\w-]{2,}\.[\w-]+\.[\w-]*\s*$/;

export interface StatusList {
  ok: true;
  bits: StatusBits;
  purposes: readonly string[];
  /** Who signed it. */
  signedBy: string;
  /** ISO 8601 instant until which it says it holds. */
  until?: string;
}

export type ListResult = StatusList | { ok: false; check: Check; retryAt?: string };

/** The two kinds of list that hold bits. */
export interface ListKind {
  credentialType: string;
  subjectType: string;
  multibase: boolean;
}

export const BITSTRING: ListKind = {
  credentialType: 'BitstringStatusListCredential',
  subjectType: 'BitstringStatusList',
  multibase: true,
};
/** Before 2023 its commonest library had the bits of each byte the other way round; nothing in a list tells, so the standard's order is read. */
export const LIST_2021: ListKind = {
  credentialType: 'StatusList2021Credential',
  subjectType: 'StatusList2021',
  multibase: false,
};

/** Reads, proves and opens the list at an address. What goes wrong leaves the badge's status open, whatever it is. */
export async function readList(
  address: string,
  kind: ListKind,
  prove: ProveList,
  tools: DocumentTools,
): Promise<ListResult> {
  const secured = await fetchList(address, tools);
  if ('check' in secured) return { ok: false, ...secured };
  const proved = await prove(secured);
  const host = new URL(address).hostname;
  // A badge whose proof has ended was good once; a list speaks of today.
  const doubtful = proved.checks.some(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  if (!proved.proved || doubtful || proved.credential === null || proved.issuer === undefined) {
    const { retryAt } = proved;
    return { ok: false, check: open('status-list-unproved', host), ...(retryAt !== undefined && { retryAt }) };
  }
  return openList(proved.credential, kind, proved.issuer, tools.now, host, proved);
}

async function openList(
  credential: JsonObject,
  kind: ListKind,
  signedBy: string,
  now: Date,
  host: string,
  envelope: { notBefore?: number; expires?: number },
): Promise<ListResult> {
  const subject = single(member(credential, 'credentialSubject'));
  if (!hasType(credential, kind.credentialType) || !isObject(subject) || !hasType(subject, kind.subjectType)) {
    return { ok: false, check: open('status-unreadable', host) };
  }
  const dates = inForce(credential, now, envelope);
  if (!dates.ok) return { ok: false, check: open('status-unreadable', host) };
  const bits = await openBits(member(subject, 'encodedList'), kind.multibase);
  if (bits === null) return { ok: false, check: open('status-unreadable', host) };
  const purposes = list(member(subject, 'statusPurpose')).flatMap((purpose) => text(purpose) ?? []);
  return { ok: true, bits, purposes, signedBy, ...(dates.until !== undefined && { until: dates.until }) };
}

/** A list outside its dates says nothing about today. */
function inForce(
  credential: JsonObject,
  now: Date,
  { notBefore, expires }: { notBefore?: number; expires?: number },
): { ok: true; until?: string } | { ok: false } {
  const read = (...names: string[]) =>
    names
      .map((name) => member(credential, name))
      .filter((value) => value !== undefined && value !== null)
      .map(readInstant);
  const claim = (seconds: number | undefined) => (seconds === undefined ? [] : [fromNumericDate(seconds)]);
  const begins = [...read('validFrom', 'issuanceDate'), ...claim(notBefore)];
  const ends = [...read('validUntil', 'expirationDate'), ...claim(expires)];
  if (begins.some((begin) => begin === null || liesAhead(begin, now))) return { ok: false };
  if (ends.some((end) => end === null || hasPassed(end, now))) return { ok: false };
  const until = ends.flatMap((end) => end?.iso ?? []).sort()[0];
  return { ok: true, ...(until !== undefined && { until }) };
}

async function fetchList(
  address: string,
  tools: DocumentTools,
): Promise<{ document: JsonObject } | { jwt: string } | { check: Check; retryAt?: string }> {
  const host = new URL(address).hostname;
  const answer = await tools.reader.read(address, { accept: ACCEPT, maxBytes: MAX_BYTES, keep: KEEP_LIST });
  if (!answer.ok) {
    const retryAt = answer.reason === 'rate-limited' ? answer.retryAt : undefined;
    return { check: { ...failureCheck(answer), id: 'status' }, ...(retryAt !== undefined && { retryAt }) };
  }
  if (answer.status < 200 || answer.status > 299)
    return { check: { ...statusCheck(answer.status, host), id: 'status' } };
  const words = new TextDecoder('utf-8').decode(answer.bytes);
  if (COMPACT.test(words)) return { jwt: words.trim() };
  const json = readJson(answer.bytes, { maxBytes: MAX_BYTES });
  if (!json.ok || json.duplicateKeys || json.dropped) return { check: open('status-unreadable', host) };
  if (typeof json.value === 'string' && COMPACT.test(json.value)) return { jwt: json.value.trim() };
  return isObject(json.value) ? { document: json.value } : { check: open('status-unreadable', host) };
}

function open(code: 'status-unreadable' | 'status-list-unproved', host: string): Check {
  return { id: 'status', outcome: 'unknown', code, detail: host };
}
