import { hasType, idOf, isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { ACCEPT_BADGE } from '../../net/fetch-document.ts';
import type { Candidate } from '../types.ts';
import { askList } from './ask-list.ts';
import { listAddressOf } from './list-address.ts';
import { linkSource, listedCandidate, MAX_LISTED } from './listed.ts';
import type { ListReading, ListTools } from './types.ts';

/** So that names can be shown before each badge was asked for: Badgr writes class and issuer into the list itself. */
const EXPANDED = '?v=2_0&expand=badges.badge&expand=badges.badge.issuer';

/**
 * Reads a collection that somebody shares on Badgr, Canvas Credentials or Parchment (`/public/collections/<hash>`): Open Badges 2.0 assertions under
 * `badges`. Only their addresses are taken, and what to call them: each is asked for at its own home. The owner's name and the recipients in the
 * answer are not read. A collection that is no longer shared answers 404.
 */
export async function* readBadgrCollection(address: string, tools: ListTools): ListReading {
  const collection = listAddressOf(address);
  if (collection?.kind !== 'badgr-collection') return { trouble: 'not-understood' };
  const answer = await askList(collection.address + EXPANDED, tools, ACCEPT_BADGE);
  if (!answer.ok) return answer.end;
  const badges = collectedBadges(answer.value);
  if (badges === null) return { trouble: 'not-understood' };
  if (badges.length === 0) return { trouble: 'empty' };
  yield { candidates: badges.slice(0, MAX_LISTED), page: 1, of: 1 };
  return badges.length > MAX_LISTED ? { trouble: 'too-many' } : {};
}

/** The entries of a collection, at most one more than are taken. Null when the answer is none. */
export function collectedBadges(answer: JsonObject): Candidate[] | null {
  const badges = member(answer, 'badges');
  if (!hasType(answer, 'Collection') || !Array.isArray(badges)) return null;
  return badges.slice(0, MAX_LISTED + 1).map(collected);
}

function collected(value: unknown, index: number): Candidate {
  const assertion = isObject(value) ? value : {};
  const badge = list(member(assertion, 'badge')).find(isObject) ?? {};
  const issuer = list(member(badge, 'issuer')).find(isObject) ?? {};
  return listedCandidate(
    {
      name: member(badge, 'name'),
      issuer: member(issuer, 'name'),
      issuedOn: member(assertion, 'issuedOn'),
      expires: member(assertion, 'expires'),
    },
    linkSource(text(value) ?? idOf(assertion)),
    index + 1,
  );
}
