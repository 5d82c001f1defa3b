/** `BitstringStatusListEntry` and `StatusList2021Entry`: one value in a list of many (W3C Bitstring Status List, "Validate Algorithm"). */
import { parseWebAddress } from '../../badge/address.ts';
import type { Check, StatusFact } from '../../badge/report.ts';
import { isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { BITSTRING, LIST_2021, readList, type StatusList } from './read-list.ts';
import type { JudgedEntry, StatusContext } from './types.ts';

/** The least that hides one badge among others (Bitstring Status List, 3.2). */
const LEAST_ENTRIES = 131_072;
/** Issuers of thousands of badges publish lists somewhat under the least, which are read; what is shorter than this is no list in earnest. */
const LEAST_READ = 1_024;

export async function judgeBitEntry(entry: JsonObject, type: string, context: StatusContext): Promise<JudgedEntry> {
  const isBitstring = type === 'BitstringStatusListEntry';
  // The first drafts of StatusList2021 had no purpose, and meant revocation.
  const purpose = text(member(entry, 'statusPurpose')) ?? (isBitstring ? undefined : 'revocation');
  const index = indexOf(member(entry, 'statusListIndex'));
  const size = sizeOf(member(entry, 'statusSize'));
  const url = parseWebAddress(member(entry, 'statusListCredential'));
  const fact: StatusFact = {
    type,
    purpose: purpose?.slice(0, 60) ?? '',
    list: url?.href ?? '',
    ...(index !== null && { index: String(index) }),
    outcome: 'unknown',
  };
  if (!url || purpose === undefined) return { checks: [open('status-unreadable', url?.hostname)], fact };
  if (index === null || size === null) return { checks: [open('status-out-of-range', url.hostname)], fact };

  const found = await readList(url.href, isBitstring ? BITSTRING : LIST_2021, context.prove, context.tools);
  if (!found.ok) {
    return { checks: [found.check], fact, ...(found.retryAt !== undefined && { retryAt: found.retryAt }) };
  }
  const told = { ...fact, signedBy: found.signedBy, ...(found.until !== undefined && { until: found.until }) };
  if (!serves(found, purpose, isBitstring)) return { checks: [open('status-unreadable', url.hostname)], fact: told };
  if (found.bits.entries(size) < LEAST_READ) {
    return { checks: [{ id: 'status', outcome: 'unknown', code: 'status-list-short' }], fact: told };
  }
  const value = found.bits.valueAt(index, size);
  if (value === null) return { checks: [open('status-out-of-range', url.hostname)], fact: told };
  const checks = [...notes(found, size, context.issuer), ...meaning(purpose, value, entry, url.hostname)];
  return { checks, fact: { ...told, outcome: outcomeOf(checks) } };
}

function outcomeOf(checks: readonly Check[]): StatusFact['outcome'] {
  const deciding = (['fail', 'unknown'] as const).find((outcome) => checks.some((check) => check.outcome === outcome));
  return deciding ?? 'pass';
}

function serves({ purposes }: StatusList, purpose: string, isBitstring: boolean): boolean {
  return purposes.includes(purpose) || (!isBitstring && purposes.length === 0);
}

/** Read all the same, because the address of the list stands in what was signed (DESIGN section 6, policy 6). */
function notes({ bits, signedBy }: StatusList, size: number, issuer: string): Check[] {
  const short: Check[] =
    bits.entries(size) < LEAST_ENTRIES ? [{ id: 'status', outcome: 'warn', code: 'status-list-short' }] : [];
  const other: Check[] =
    signedBy === issuer
      ? []
      : [{ id: 'status', outcome: 'warn', code: 'status-list-other-issuer', ...detailOf(signedBy) }];
  return [...short, ...other];
}

function meaning(purpose: string, value: number, entry: JsonObject, host: string): Check[] {
  if (purpose === 'message') return message(value, entry);
  if (value === 0) return [];
  if (purpose === 'revocation') return [{ id: 'status', outcome: 'fail', code: 'status-revoked' }];
  if (purpose === 'suspension') return [{ id: 'status', outcome: 'fail', code: 'status-suspended' }];
  if (purpose === 'refresh') return [{ id: 'status', outcome: 'warn', code: 'status-refresh-offered', detail: host }];
  return [{ id: 'status', outcome: 'unknown', code: 'status-unsupported', ...detailOf(purpose) }];
}

/** The words for this value (`statusMessage`: `[{status: "0x1", message}]`). Zero is a message like any other, if there are words for it. */
function message(value: number, entry: JsonObject): Check[] {
  for (const item of list(member(entry, 'statusMessage')).slice(0, 256)) {
    if (!isObject(item) || Number(text(member(item, 'status'))) !== value) continue;
    return [{ id: 'status', outcome: 'warn', code: 'status-message', ...detailOf(member(item, 'message')) }];
  }
  return value === 0 ? [] : [{ id: 'status', outcome: 'warn', code: 'status-message', detail: String(value) }];
}

/** Digits; some issuers write a number. */
function indexOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0 ? value : null;
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : null;
}

function sizeOf(value: unknown): number | null {
  if (value === undefined) return 1;
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 8 ? value : null;
}

function open(code: 'status-unreadable' | 'status-out-of-range', host: string | undefined): Check {
  return { id: 'status', outcome: 'unknown', code, ...detailOf(host) };
}
