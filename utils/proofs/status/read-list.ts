/** A status list credential, fetched and proved: only then do its bits mean anything. */

import type { CheckCode } from '../../badge/check.ts';
import { fromNumericDate, hasPassed, liesAhead, readInstant } from '../../badge/instant.ts';
import type { Check } from '../../badge/report.ts';
import { hasType, isObject, type JsonObject, member, single, texts } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import type { DocumentTools, ReadOptions } from '../../net/types.ts';
import type { ProvedCredential } from '../types.ts';
import { openBits, type StatusBits } from './bits.ts';
import { ANEW, FOR_MANY, fetchList, KEEP_LIST } from './fetch-list.ts';
import type { ProveList } from './types.ts';

export interface StatusList {
  ok: true;
  bits: StatusBits;
  /** In lower case. */
  purposes: readonly string[];
  /** `statusSize`, as far as the list itself says it: a stranger's value. */
  size: unknown;
  /** Who signed it. */
  signedBy: string;
  /** ISO 8601 instant until which it says it holds. */
  until?: string;
  /** Milliseconds that a copy may be used (`ttl`). */
  lifetime: number;
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
  const copy = await readCopy(address, FOR_MANY, kind, prove, tools);
  // "A verifier MUST NOT use a cached list that was cached for more than the `ttl` duration" (Bitstring Status List, 3.2).
  const [result] = isStale(copy) ? await readCopy(address, ANEW, kind, prove, tools) : copy;
  return result;
}

/** A list, and how many milliseconds ago it came. */
type Copy = readonly [result: ListResult, age: number];

function isStale([result, age]: Copy): boolean {
  return result.ok && age > result.lifetime;
}

async function readCopy(
  address: string,
  options: ReadOptions,
  kind: ListKind,
  prove: ProveList,
  tools: DocumentTools,
): Promise<Copy> {
  const fetched = await fetchList(address, options, tools);
  if ('check' in fetched) return [{ ok: false, ...fetched }, 0];
  const proved = await prove(fetched.list);
  const host = new URL(address).hostname;
  const { credential, issuer, retryAt } = proved;
  const doubt = doubtAbout(proved, host);
  if (doubt || credential === null || issuer === undefined) {
    const check = doubt ?? open('status-list-unproved', host);
    return [{ ok: false, check, ...(retryAt !== undefined && { retryAt }) }, 0];
  }
  return [await openList(credential, issuer, proved, kind, host, tools.now), fetched.age];
}

/** What leaves open whose a list is, and says nothing against it. */
const OPEN: ReadonlySet<CheckCode> = new Set([
  'key-unavailable',
  'key-unsupported',
  'signature-unsupported',
  'format-unknown-context',
  'format-inline-context',
]);

/** Why a list is not believed; null where it is. A badge whose proof has ended was good once, but a list speaks of today. */
function doubtAbout({ proved, checks }: ProvedCredential, host: string): Check | null {
  const against = checks.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
  if (proved && against.length === 0) return null;
  const refused = against.find(({ code }) => code === 'origin-not-permitted');
  if (refused) return { ...refused, id: 'status', outcome: 'unknown' };
  const isOpen = against.length > 0 && against.every(({ code }) => OPEN.has(code));
  return open(isOpen ? 'status-unreadable' : 'status-list-unproved', host);
}

async function openList(
  credential: JsonObject,
  signedBy: string,
  envelope: Pick<ProvedCredential, 'notBefore' | 'expires'>,
  kind: ListKind,
  host: string,
  now: Date,
): Promise<ListResult> {
  const unreadable: ListResult = { ok: false, check: open('status-unreadable', host) };
  const subject = single(member(credential, 'credentialSubject'));
  if (!hasType(credential, kind.credentialType) || !isObject(subject) || !hasType(subject, kind.subjectType)) {
    return unreadable;
  }
  const dates = inForce(credential, envelope, now);
  if (!dates.ok) return unreadable;
  const bits = await openBits(member(subject, 'encodedList'), kind.multibase);
  if (bits === null) return unreadable;
  return {
    ok: true,
    bits,
    purposes: texts(member(subject, 'statusPurpose')).map((purpose) => purpose.toLowerCase()),
    size: member(subject, 'statusSize'),
    signedBy,
    ...(dates.until !== undefined && { until: dates.until }),
    lifetime: lifetimeOf(member(subject, 'ttl')),
  };
}

/** `ttl`, in milliseconds. What is no number shortens nothing. */
function lifetimeOf(ttl: unknown): number {
  const given = typeof ttl === 'string' && /^\d{1,15}$/.test(ttl) ? Number(ttl) : ttl;
  return typeof given === 'number' && given >= 0 ? given : KEEP_LIST;
}

/** A list outside its dates says nothing about today. */
function inForce(
  credential: JsonObject,
  { notBefore, expires }: Pick<ProvedCredential, 'notBefore' | 'expires'>,
  now: Date,
): { ok: true; until?: string } | { ok: false } {
  const read = (names: readonly string[], claim: number | undefined) => [
    ...names
      .map((name) => member(credential, name))
      .filter((date) => date !== undefined && date !== null)
      .map(readInstant),
    ...(claim === undefined ? [] : [fromNumericDate(claim)]),
  ];
  const begins = read(['validFrom', 'issuanceDate'], notBefore);
  const ends = read(['validUntil', 'expirationDate'], expires);
  if (begins.some((begin) => begin === null || liesAhead(begin, now))) return { ok: false };
  if (ends.some((end) => end === null || hasPassed(end, now))) return { ok: false };
  const [until] = ends.flatMap((end) => end?.iso ?? []).sort();
  return { ok: true, ...(until !== undefined && { until }) };
}

function open(code: 'status-unreadable' | 'status-list-unproved', host: string): Check {
  return { id: 'status', outcome: 'unknown', code, ...detailOf(host) };
}
