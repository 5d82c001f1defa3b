/** `1EdTechRevocationList` (VC Revocation List 1.0): a plain list of ids. Unsigned, so its own host's word over https is all there is. */
import { parseWebAddress, sameParty } from '../../badge/address.ts';
import type { Check, StatusFact } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, member } from '../../json/members.ts';
import { detailOf, fetchDocument, statusCheck } from '../../net/fetch-document.ts';
import { KEEP_LIST } from './read-list.ts';
import type { JudgedEntry, StatusContext } from './types.ts';

export async function judgeRevocationEntry(entry: JsonObject, context: StatusContext): Promise<JudgedEntry> {
  const url = parseWebAddress(idOf(entry));
  const fact: StatusFact = {
    type: '1EdTechRevocationList',
    purpose: 'revocation',
    list: url?.href ?? '',
    outcome: 'unknown',
  };
  const own = idOf(context.credential);
  if (!url || own === undefined) return { checks: [open(url?.hostname)], fact };
  const found = await fetchDocument(context.tools.reader, url.href, { keep: KEEP_LIST });
  if (found.kind === 'failed') {
    const { check, retryAt } = found;
    return { checks: [{ ...check, id: 'status' }], fact, ...(retryAt !== undefined && { retryAt }) };
  }
  if (!sameParty(url.hostname, found.host)) return { checks: [open(url.hostname)], fact };
  if (found.status < 200 || found.status > 299) {
    return { checks: [{ ...statusCheck(found.status, found.host), id: 'status' }], fact };
  }
  const entries = found.kind === 'json' && isObject(found.value) ? member(found.value, 'revokedCredential') : undefined;
  if (!Array.isArray(entries)) return { checks: [open(found.host)], fact };
  const listed = entries
    .filter(isObject)
    .find((item) => sameName(idOf(item), own) && member(item, 'revoked') !== false);
  if (!listed) return { checks: [], fact: { ...fact, outcome: 'pass' } };
  const revoked: Check = {
    id: 'status',
    outcome: 'fail',
    code: 'status-revoked',
    ...detailOf(member(listed, 'revocationReason')),
  };
  return { checks: [revoked], fact: { ...fact, outcome: 'fail' } };
}

/** Ids are compared after trimming and percent-decoding (Open Badges 3.0, "Equality and Comparison"). */
function sameName(a: string | undefined, b: string): boolean {
  return a !== undefined && plain(a) === plain(b);
}

function plain(id: string): string {
  try {
    return decodeURIComponent(id.trim());
  } catch {
    return id.trim();
  }
}

function open(host: string | undefined): Check {
  return { id: 'status', outcome: 'unknown', code: 'status-unreadable', ...detailOf(host) };
}
