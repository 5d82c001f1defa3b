/** `1EdTechRevocationList` (VC Revocation List 1.0): a plain list of ids. Unsigned, so its own host's word over https is all there is. */
import { parseWebAddress, sameParty } from '../../badge/address.ts';
import type { Check, StatusFact } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { ACCEPT_BADGE, detailOf, failureCheck, statusCheck } from '../../net/fetch-document.ts';
import { readJson } from '../../net/json.ts';
import type { ReadResult } from '../../net/types.ts';
import { KEEP_LIST, MAX_LIST_BYTES } from './read-list.ts';
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
  if (!url || own === undefined) return { checks: [unreadable(url?.hostname)], fact };
  const answer = await context.tools.reader.read(url.href, {
    accept: ACCEPT_BADGE,
    maxBytes: MAX_LIST_BYTES,
    keep: KEEP_LIST,
  });
  if (!answer.ok && answer.reason === 'rate-limited' && answer.retryAt !== undefined) {
    return { checks: [{ ...failureCheck(answer), id: 'status' }], fact, retryAt: answer.retryAt };
  }
  const checks = judgeAnswer(answer, url.hostname, own);
  return { checks, fact: { ...fact, outcome: checks[0]?.outcome ?? 'pass' } };
}

/** At most one check. None: it was read, and the badge is not in it. */
function judgeAnswer(answer: ReadResult, host: string, own: string): Check[] {
  if (!answer.ok) return [{ ...failureCheck(answer), id: 'status' }];
  const end = new URL(answer.url).hostname;
  // Nothing in it is signed: what an open redirector leads to is not the word of the host that the badge names.
  if (!sameParty(host, end)) return [{ id: 'status', outcome: 'unknown', code: 'origin-redirected-away', detail: end }];
  if (answer.status < 200 || answer.status > 299) return [{ ...statusCheck(answer.status, end), id: 'status' }];
  const json = readJson(answer.bytes, { maxBytes: MAX_LIST_BYTES });
  const items = json.ok && isObject(json.value) ? itemsOf(json.value) : null;
  if (items === null) return [unreadable(end)];
  const about = items.map((item) => readItem(item, own));
  const listed = about.find((item) => item.says === 'revoked');
  if (listed) return [{ id: 'status', outcome: 'fail', code: 'status-revoked', ...detailOf(listed.reason) }];
  // What cannot be read may have been this badge.
  return about.some(({ says }) => says === 'unclear') ? [unreadable(end)] : [];
}

/**
 * The standard has called the member by both names. Null where there is neither: then it is some other answer, and no empty list. One item may stand
 * without a list around it.
 */
function itemsOf(document: JsonObject): readonly unknown[] | null {
  const named = ['revokedCredential', 'revokedCredentials'].map((name) => member(document, name));
  const given = named.filter((value) => value !== undefined && value !== null);
  return given.length === 0 ? null : given.flatMap(list);
}

interface Item {
  says: 'nothing' | 'revoked' | 'unclear';
  reason?: unknown;
}

/** "Revoked: true or omitted." An id alone is an item too. */
function readItem(item: unknown, own: string): Item {
  const id = isObject(item) ? idOf(item) : text(item);
  if (id === undefined) return { says: 'unclear' };
  if (plain(id) !== plain(own)) return { says: 'nothing' };
  if (!isObject(item)) return { says: 'revoked' };
  const revoked = member(item, 'revoked') ?? true;
  const word = typeof revoked === 'string' ? revoked.trim().toLowerCase() : revoked;
  if (word === true || word === 'true') return { says: 'revoked', reason: member(item, 'revocationReason') };
  return { says: word === false || word === 'false' ? 'nothing' : 'unclear' };
}

/** Ids are compared after trimming and percent-decoding (Open Badges 3.0, "Equality and Comparison"). */
function plain(id: string): string {
  if (!id.includes('%')) return id.trim();
  try {
    return decodeURIComponent(id).trim();
  } catch {
    return id.trim();
  }
}

function unreadable(host: string | undefined): Check {
  return { id: 'status', outcome: 'unknown', code: 'status-unreadable', ...detailOf(host) };
}
