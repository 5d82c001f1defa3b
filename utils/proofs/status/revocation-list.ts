/** `1EdTechRevocationList` (VC Revocation List 1.0): a plain list of ids. Unsigned, so its own host's word over https is all there is. */
import { parseWebAddress, sameParty } from '../../badge/address.ts';
import type { Check, StatusFact } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, member, text } from '../../json/members.ts';
import { ACCEPT_BADGE, detailOf, failureCheck, statusCheck } from '../../net/fetch-document.ts';
import { readJson } from '../../net/json.ts';
import type { Answer } from '../../net/types.ts';
import { KEEP_LIST, MAX_LIST_BYTES } from './fetch-list.ts';
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
  const answer = await context.tools.reader.read(url.href, {
    accept: ACCEPT_BADGE,
    maxBytes: MAX_LIST_BYTES,
    keep: KEEP_LIST,
  });
  if (!answer.ok) {
    const retryAt = answer.reason === 'rate-limited' ? answer.retryAt : undefined;
    return { checks: [{ ...failureCheck(answer), id: 'status' }], fact, ...(retryAt !== undefined && { retryAt }) };
  }
  const check = judgeAnswer(answer, url.hostname, own);
  return { checks: check ? [check] : [], fact: { ...fact, outcome: check?.outcome ?? 'pass' } };
}

/** Null: the list was read, and the badge is in force. */
function judgeAnswer(answer: Answer, asked: string, own: string): Check | null {
  const host = new URL(answer.url).hostname;
  // Nothing in it is signed: what an open redirector leads to is not the word of the host that the badge names.
  if (!sameParty(asked, host)) return open(asked);
  if (answer.status < 200 || answer.status > 299) return { ...statusCheck(answer.status, host), id: 'status' };
  const entries = entriesIn(answer.bytes);
  if (entries === null) return open(host);
  const name = plain(own);
  const about = entries.map((entry) => readEntry(entry, name));
  const revoked = about.find(({ says }) => says === 'revoked');
  if (revoked) return { id: 'status', outcome: 'fail', code: 'status-revoked', ...detailOf(revoked.reason) };
  // What cannot be read may have been this badge.
  return about.some(({ says }) => says === 'unclear') ? open(host) : null;
}

/**
 * The standard has called its member by two names, and issuers write either. Null where there is neither: then it is some other answer, and no empty
 * list; and where a member stands twice, for two readers would read two lists.
 */
function entriesIn(bytes: Uint8Array): readonly unknown[] | null {
  const json = readJson(bytes, { maxBytes: MAX_LIST_BYTES });
  if (!json.ok || json.duplicateKeys || !isObject(json.value)) return null;
  const document = json.value;
  const given = ['revokedCredential', 'revokedCredentials']
    .map((name) => member(document, name))
    .filter((value) => value !== undefined);
  return given.length > 0 && given.every(Array.isArray) ? given.flat() : null;
}

interface EntryReading {
  says: 'nothing' | 'revoked' | 'unclear';
  reason?: unknown;
}

/** An entry without `revoked` withdraws ("RevokedCredential": true by default). Open Badges 2.0 wrote the name alone. */
function readEntry(entry: unknown, name: string): EntryReading {
  const id = isObject(entry) ? idOf(entry) : text(entry);
  if (id === undefined) return { says: 'unclear' };
  if (plain(id) !== name) return { says: 'nothing' };
  if (!isObject(entry)) return { says: 'revoked' };
  const revoked = member(entry, 'revoked');
  // The standard has booleans; issuers write text as well.
  if (revoked === undefined || revoked === true || revoked === 'true') {
    return { says: 'revoked', reason: member(entry, 'revocationReason') };
  }
  return { says: revoked === false || revoked === 'false' ? 'nothing' : 'unclear' };
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
