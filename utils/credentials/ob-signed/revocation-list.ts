import { parseWebAddress } from '../../badge/address.ts';
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject, list, member, reference, text } from '../../json/members.ts';
import { detailOf, fetchDocument } from '../../net/fetch-document.ts';
import type { DocumentTools } from '../../net/types.ts';

/** Milliseconds that a list may serve other badges of its issuer: somebody who asks soon after a withdrawal should hear of it. */
const KEEP_LIST = 60_000;

/**
 * Was a signed assertion of Open Badges 1.x or 2.0 withdrawn? The list is the one that the hosted Profile names: `revokedAssertions` (2.0: ids, or
 * objects with `id` or `uid`), or a map of `uid` to reason (1.x). What cannot be read is open, never good.
 */
export async function judgeRevocationList(
  profile: JsonObject,
  assertion: JsonObject,
  tools: DocumentTools,
): Promise<{ check: Check; retryAt?: string }> {
  const named = member(profile, 'revocationList');
  if (named === undefined || named === null) {
    return { check: { id: 'status', outcome: 'pass', code: 'status-none-declared' } };
  }
  const url = parseWebAddress(reference(named));
  if (!url) return { check: unreadable('revocationList') };
  const found = await fetchDocument(tools.reader, url.href, { keep: KEEP_LIST });
  if (found.kind === 'failed') {
    return { check: { ...found.check, id: 'status' }, ...(found.retryAt !== undefined && { retryAt: found.retryAt }) };
  }
  if (found.status < 200 || found.status > 299 || found.kind !== 'json' || !isObject(found.value)) {
    return { check: unreadable(found.host) };
  }
  // Whoever reads the one list of two would not see what the other withdraws.
  if (found.duplicateKeys) {
    return { check: unreadable(found.host) };
  }
  const entry = entryIn(found.value, namesOf(assertion));
  if (entry === 'unreadable') return { check: unreadable(found.host) };
  if (entry === null) return { check: { id: 'status', outcome: 'pass', code: 'status-ok' } };
  return { check: { id: 'status', outcome: 'fail', code: 'status-revoked', ...detailOf(entry.reason) } };
}

/** What the assertion is called: its `id`, and the `uid` of 1.x. */
function namesOf(assertion: JsonObject): string[] {
  return ['id', '@id', 'uid'].flatMap((name) => {
    const value = member(assertion, name);
    return typeof value === 'number' ? String(value) : (text(value) ?? []);
  });
}

function entryIn(document: JsonObject, names: readonly string[]): { reason?: unknown } | null | 'unreadable' {
  if (names.length === 0) return 'unreadable';
  const entries = member(document, 'revokedAssertions');
  if (entries !== undefined) {
    if (!Array.isArray(entries) && !isObject(entries) && typeof entries !== 'string') return 'unreadable';
    for (const entry of list(entries)) {
      const called = isObject(entry) ? namesOf(entry) : [text(entry) ?? ''];
      if (called.some((name) => names.includes(name))) {
        return { reason: isObject(entry) ? member(entry, 'revocationReason') : undefined };
      }
    }
    return null;
  }
  // A list of 1.x has nothing but uids; anything with a context or a type is another document.
  if (['@context', 'type', 'error', 'message'].some((name) => member(document, name) !== undefined))
    return 'unreadable';
  const known = names.find((name) => Object.hasOwn(document, name));
  return known === undefined ? null : { reason: document[known] };
}

function unreadable(detail: string): Check {
  return { id: 'status', outcome: 'unknown', code: 'status-unreadable', detail };
}
