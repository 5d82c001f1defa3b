/** Reading the documents that keys stand in. */
import { sameParty } from '../../badge/address.ts';
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject } from '../../json/members.ts';
import { fetchDocument } from '../../net/fetch-document.ts';
import type { DocumentTools } from '../../net/types.ts';
import { keyCheck } from './key-check.ts';

/** One document serves every badge of its issuer; a key that is withdrawn is noticed after this long. */
const KEEP = 10 * 60_000;

export type KeyDocument =
  | { ok: true; value: JsonObject; host: string }
  | {
      ok: false;
      check: Check;
      retryAt?: string;
      /** The place was reached and has no such document: nothing that another try would change. */
      absent: boolean;
    };

/** Reads a JSON object. What cannot be read leaves the key unknown, whatever the reason: the network says nothing about a badge. */
export async function readKeyDocument(url: URL, tools: DocumentTools): Promise<KeyDocument> {
  const answer = await fetchDocument(tools.reader, url.href, { keep: KEEP });
  const unavailable = keyCheck('unknown', 'key-unavailable', url.host);
  if (answer.kind === 'failed') {
    // The popup offers to grant the permission that is missing.
    const check = answer.check.code === 'origin-not-permitted' ? { ...answer.check, id: 'key' as const } : unavailable;
    return { ok: false, absent: false, check, ...(answer.retryAt !== undefined && { retryAt: answer.retryAt }) };
  }
  // What an open redirector leads to is not the word of the host that redirects.
  if (!sameParty(url.hostname, answer.host)) return { ok: false, absent: false, check: unavailable };
  if (answer.status < 200 || answer.status > 299) {
    return { ok: false, absent: answer.status === 404 || answer.status === 410, check: unavailable };
  }
  if (answer.kind === 'other') return { ok: false, absent: !answer.claimsJson, check: unavailable };
  if (!isObject(answer.value)) return { ok: false, absent: true, check: unavailable };
  // Two readers may read two keys out of it.
  if (answer.duplicateKeys) {
    return { ok: false, absent: false, check: keyCheck('unknown', 'key-malformed', 'duplicate members') };
  }
  return { ok: true, value: answer.value, host: url.host };
}
