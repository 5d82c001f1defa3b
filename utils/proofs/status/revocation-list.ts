/** `1EdTechRevocationList` (VC Revocation List 1.0): a plain list of ids. Unsigned, so its own host's word over https is all there is. */
import { parseWebAddress, sameParty } from '../../badge/address.ts';
import type { Check, StatusFact } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, member, text } from '../../json/members.ts';
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
  // Members named twice would let two readers read two lists.
  const document = found.kind === 'json' && !found.duplicateKeys ? found.value : null;
  const entries = isObject(document) ? member(document, 'revokedCredential') : undefined;
  if (!Array.isArray(entries)) return { checks: [open(found.host)], fact };
  const name = plain(own);
  const named = entries.filter((entry) => nameIn(entry) === name);
  const listed = named.find((entry) => withdraws(entry) === true);
  if (listed === undefined) {
    const unread = named.some((entry) => withdraws(entry) === null) || entries.some((entry) => nameIn(entry) === null);
    return unread ? { checks: [open(found.host)], fact } : { checks: [], fact: { ...fact, outcome: 'pass' } };
  }
  const revoked: Check = {
    id: 'status',
    outcome: 'fail',
    code: 'status-revoked',
    ...detailOf(isObject(listed) ? member(listed, 'revocationReason') : undefined),
  };
  return { checks: [revoked], fact: { ...fact, outcome: 'fail' } };
}

/** Which credential an entry is about; Open Badges 2.0 wrote the name alone. Null: nobody knows. */
function nameIn(entry: unknown): string | null {
  const id = isObject(entry) ? idOf(entry) : text(entry);
  return id === undefined ? null : plain(id);
}

/** An entry without `revoked` withdraws ("RevokedCredential": true by default). Null: neither true nor false. */
function withdraws(entry: unknown): boolean | null {
  const revoked = isObject(entry) ? member(entry, 'revoked') : undefined;
  if (revoked === undefined) return true;
  return typeof revoked === 'boolean' ? revoked : null;
}

/** Ids are compared after trimming and percent-decoding (Open Badges 3.0, "Equality and Comparison"). */
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
