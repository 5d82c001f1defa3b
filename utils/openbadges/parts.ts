/** Fetching what an assertion names: its badge class and its issuer, each from its own address. */
import { parseWebAddress, sameAddress, sameParty } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import { idOf, isObject, type JsonObject, member, text } from '../json/members.ts';
import { fetchDocument, statusCheck } from '../net/fetch-document.ts';
import type { Reader } from '../net/types.ts';
import type { HostedRules } from './hosted-rules.ts';

export type Part =
  | {
      ok: true;
      document: JsonObject;
      /** Address that owns the document; undefined for one that stands embedded without an address of its own. */
      address?: string;
      /** It stood inside another document: nothing in it can grant anything. */
      embedded: boolean;
    }
  | { ok: false; check: Check; retryAt?: string };

/**
 * Reads the badge class. One that is embedded without an address is part of the assertion, and as good as that: who may speak is decided by the
 * issuer it names.
 */
export async function readClass(
  value: unknown,
  operatorSays: boolean,
  reader: Reader,
  rules: HostedRules,
): Promise<Part> {
  if (!isObject(value)) return readPart(value, reader, rules);
  if (operatorSays && isOwn(value, rules)) return { ok: true, document: value, address: idOf(value), embedded: true };
  const id = idOf(value);
  if (id === undefined || !parseWebAddress(id)) return { ok: true, document: value, embedded: true };
  return readPart(id, reader, rules);
}

/**
 * Reads the issuer. An embedded copy is anybody's word about the issuer; only the document at its address is its own. `operatorSays`: the class it
 * stands in came from the operator itself.
 */
export async function readIssuer(
  value: unknown,
  operatorSays: boolean,
  reader: Reader,
  rules: HostedRules,
): Promise<Part> {
  if (!isObject(value)) return readPart(value, reader, rules);
  if (operatorSays && isOwn(value, rules)) return { ok: true, document: value, address: idOf(value), embedded: true };
  const id = idOf(value);
  return readPart(id !== undefined && parseWebAddress(id) ? id : undefined, reader, rules);
}

/** Embedded in an operator's own answer, complete enough to show, and not said to be somebody else's. */
function isOwn(value: JsonObject, rules: HostedRules): boolean {
  if (!rules.family || text(member(value, 'name')) === undefined) return false;
  const id = idOf(value);
  return id === undefined || inFamily(id, rules);
}

export function inFamily(address: string, rules: HostedRules): boolean {
  const url = parseWebAddress(address);
  return url !== null && url.port === '' && (rules.family?.includes(url.hostname) ?? false);
}

async function readPart(value: unknown, reader: Reader, rules: HostedRules): Promise<Part> {
  const address = typeof value === 'string' ? value : undefined;
  const url = parseWebAddress(address);
  if (address === undefined || !url) return unreadable('');
  const first = await readOnce(url.href, reader, rules);
  if (!first.ok) return first;
  const id = idOf(first.document);
  const named = id === undefined ? null : parseWebAddress(id);
  // 1.0 has no ids, and 1.1 and careless 2.0 issuers write ids beside the address. Such a document counts, but as what stands at the address that was
  // asked: on a shared host another id is a neighbour's, and so may be one that differs in its query alone.
  if (id === undefined) return { ...first, address: url.href };
  if (!named) return unreadable(url.hostname);
  if (named.host === url.host) return { ...first, address: url.href };
  const second = await readOnce(named.href, reader, rules);
  if (!second.ok) return second;
  const again = idOf(second.document);
  return again !== undefined && sameAddress(again, named.href)
    ? { ...second, address: named.href }
    : unreadable(named.hostname);
}

async function readOnce(address: string, reader: Reader, rules: HostedRules): Promise<Part> {
  const asked = new URL(address);
  if (rules.familyOnly && !inFamily(address, rules)) return unreadable(asked.hostname);
  const found = await fetchDocument(reader, address);
  if (found.kind === 'failed') {
    return { ok: false, check: { ...found.check, id: 'issuer' }, ...(found.retryAt && { retryAt: found.retryAt }) };
  }
  if (found.status < 200 || found.status > 299) {
    return { ok: false, check: { ...statusCheck(found.status, found.host), id: 'issuer' } };
  }
  // What an open redirector leads to is not the word of the host that redirects.
  if (!sameParty(asked.hostname, found.host)) {
    return {
      ok: false,
      check: { id: 'issuer', outcome: 'unknown', code: 'origin-redirected-away', detail: found.host },
    };
  }
  if (found.kind === 'other' || !isObject(found.value)) return unreadable(found.host);
  return { ok: true, document: found.value, embedded: false };
}

function unreadable(host: string): Part {
  return {
    ok: false,
    check: { id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable', ...(host && { detail: host }) },
  };
}
