/** Credly's public profiles. Facts: docs/platforms.md and the samples that the tests read. */
import { isUuid } from '../../badge/uuid.ts';
import { isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import type { Candidate } from '../types.ts';
import { askList } from './ask-list.ts';
import { listAddressOf } from './list-address.ts';
import { linkSource, listedCandidate } from './listed.ts';
import type { ListEnd, ListReading, ListTools } from './types.ts';

const ORIGIN = 'https://www.credly.com';
/** Of 48 badges each. */
const MAX_PAGES = 25;
/** No page has as many; what answers more is not the list that is known. */
const MAX_ON_PAGE = 200;

/**
 * Reads all pages of a profile (`https://www.credly.com/users/<name>`), then what its owner imported to Credly from elsewhere.
 * Every address asked is built from the name in the profile's own address; none is taken from an answer.
 *
 * What ends it early or makes it less than whole: `not-found`, `not-public`, `rate-limited` (with `retryAt`), `network`, `too-many` (over 1,200),
 * `incomplete` (a page came twice, the total changed while it was read, or fewer entries came than were announced), `empty`.
 */
export async function* readCredlyProfile(address: string, tools: ListTools): ListReading {
  const profile = listAddressOf(address);
  if (profile?.kind !== 'credly-profile') return { trouble: 'not-understood' };
  const name = profile.address.slice(`${ORIGIN}/users/`.length);
  const taken = new Set<string>();
  const own = yield* readPages((page) => `${ORIGIN}/users/${name}/badges.json?page=${page}`, credlyBadge, taken, tools);
  if (own.trouble !== undefined || own.stopped) return own;
  const imported = yield* readImported(name, taken, tools);
  return imported.trouble === undefined && !imported.stopped && taken.size === 0 ? { trouble: 'empty' } : imported;
}

/** Entries of one answer, for a file that was saved from Credly. Null when it is no page of badges. */
export function credlyBadges(value: unknown): Candidate[] | null {
  const items = isObject(value) ? member(value, 'data') : undefined;
  if (!Array.isArray(items) || !items.some((item) => isObject(item) && isObject(member(item, 'badge_template'))))
    return null;
  return items.slice(0, MAX_PAGES * MAX_ON_PAGE).map((item, index) => credlyBadge(item, index + 1).candidate);
}

interface Entry {
  /** Same for the same badge on two pages. */
  key: string;
  candidate: Candidate;
}

type ReadEntry = (item: unknown, place: number) => Entry;

/** `taken`: keys of all badges of the profile so far. What stands in both of its lists is yielded once. */
async function* readPages(
  addressOf: (page: number) => string,
  entryOf: ReadEntry,
  taken: Set<string>,
  tools: ListTools,
): ListReading {
  const here = new Set<string>();
  let announced: number | undefined;
  let moved = false;
  let place = 0;
  for (let page = 1, pages = 1; page <= pages; page++) {
    if (page > MAX_PAGES) return { trouble: 'too-many' };
    const answer = await askList(addressOf(page), tools);
    if (!answer.ok) return page > 1 ? laterTrouble(answer.end) : answer.end;
    const items = member(answer.value, 'data');
    if (!Array.isArray(items)) return { trouble: page > 1 ? 'incomplete' : 'not-understood' };
    const totals = totalsOf(answer.value);
    moved ||= page > 1 && totals.count !== announced;
    announced = totals.count;
    pages = totals.pages;
    const before = here.size;
    const candidates: Candidate[] = [];
    for (const item of items.slice(0, MAX_ON_PAGE)) {
      const { key, candidate } = entryOf(item, ++place);
      moved ||= here.has(key);
      here.add(key);
      if (!taken.has(key)) candidates.push(candidate);
      taken.add(key);
    }
    yield { candidates, page, of: Math.max(page, Math.min(pages, MAX_PAGES)) };
    if (items.length > MAX_ON_PAGE) return { trouble: 'too-many' };
    if (page > 1 && here.size === before) return { trouble: 'incomplete' };
  }
  return moved || (announced !== undefined && here.size < announced) ? { trouble: 'incomplete' } : {};
}

/** The first page was there: what is missing now is not the profile but its rest. */
function laterTrouble(end: ListEnd): ListEnd {
  return end.trouble === 'not-found' || end.trouble === 'not-understood' ? { trouble: 'incomplete' } : end;
}

function totalsOf(answer: JsonObject): { count: number | undefined; pages: number } {
  const metadata = member(answer, 'metadata');
  if (!isObject(metadata)) return { count: undefined, pages: 1 };
  return { count: whole(member(metadata, 'total_count')), pages: whole(member(metadata, 'total_pages')) ?? 1 };
}

function whole(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}

/**
 * One badge of the list. Whether it is public, expired or revoked is not believed here: verification tells. A badge that its owner has not
 * accepted is not public yet, and can be accepted at Credly by its owner alone, signed in there.
 */
function credlyBadge(item: unknown, place: number): Entry {
  const badge = isObject(item) ? item : {};
  const template = member(badge, 'badge_template');
  const id = text(member(badge, 'id'))?.toLowerCase() ?? '';
  const known = isUuid(id);
  const candidate = listedCandidate(
    {
      name: isObject(template) ? member(template, 'name') : undefined,
      issuer: issuerOf(badge) ?? (isObject(template) ? issuerOf(template) : undefined),
      issuedOn: member(badge, 'issued_at_date') ?? member(badge, 'issued_at'),
      expires: member(badge, 'expires_at_date') ?? member(badge, 'expires_at'),
    },
    known ? { url: `${ORIGIN}/badges/${id}` } : null,
    place,
  );
  const accepted = ACCEPTED.has(text(member(badge, 'state'))?.toLowerCase() ?? 'accepted');
  const key = known ? id : `place ${place}`;
  if (accepted || !known) return { key, candidate };
  return { key, candidate: { ...candidate, acceptance: 'unclaimed', acceptAt: `${ORIGIN}/earner/earned/badge/${id}` } };
}

/** Revoked later, and accepted before. Any other word: it is its owner's to accept. */
const ACCEPTED = new Set(['accepted', 'revoked']);

/** The organisation marked as primary, else the first. */
function issuerOf(badge: JsonObject): string | undefined {
  const issuer = member(badge, 'issuer');
  if (!isObject(issuer)) return undefined;
  const entities = list(member(issuer, 'entities')).slice(0, 20).filter(isObject);
  const named = entities.find((entry) => member(entry, 'primary') === true) ?? entities[0];
  const entity = named && member(named, 'entity');
  const name = isObject(entity) ? text(member(entity, 'name')) : undefined;
  return name ?? text(member(issuer, 'summary'))?.replace(/^issued by /i, '');
}

/**
 * Badges of other issuers that the owner showed to Credly. They hang on the account's number, which the profile's own record tells. Neither is
 * documented: that they are closed or have changed is no trouble of the list.
 */
async function* readImported(name: string, taken: Set<string>, tools: ListTools): ListReading {
  const account = isUuid(name) ? { id: name, end: {} } : await accountOf(name, tools);
  if (account.id === undefined) return besides(account.end);
  const address = `${ORIGIN}/api/v1/users/${account.id}/external_badges/open_badges/public`;
  return besides(yield* readPages((page) => `${address}?page=${page}&page_size=48`, importedBadge, taken, tools));
}

async function accountOf(name: string, tools: ListTools): Promise<{ id?: string; end: ListEnd }> {
  const answer = await askList(`${ORIGIN}/users/${name}`, tools);
  if (!answer.ok) return { end: answer.end };
  const data = member(answer.value, 'data');
  const record = isObject(data) ? data : answer.value;
  const id = [member(record, 'id'), member(record, 'synthetic_id')]
    .map((value) => text(value)?.toLowerCase())
    .find((value) => value !== undefined && isUuid(value));
  return id === undefined ? { end: {} } : { id, end: {} };
}

function besides(end: ListEnd): ListEnd {
  if (end.trouble === undefined || end.trouble === 'too-many' || end.trouble === 'rate-limited') return end;
  return ['not-found', 'not-public', 'not-understood'].includes(end.trouble) ? {} : { trouble: 'incomplete' };
}

/** Imported is not issued by Credly: it is looked up at its own address, where it has one. */
function importedBadge(item: unknown, place: number): Entry {
  const record = isObject(item) ? item : {};
  const badge = member(record, 'external_badge');
  const said = isObject(badge) ? badge : {};
  const source = linkSource(member(said, 'badge_url'));
  const id = text(member(record, 'id'));
  return {
    key: /\/badges\/([\da-f-]{36})$/.exec(source?.url ?? '')?.[1] ?? source?.url ?? `imported ${id ?? place}`,
    candidate: listedCandidate(
      {
        name: member(said, 'badge_name'),
        issuer: member(said, 'issuer_name'),
        issuedOn: member(said, 'issued_at_date') ?? member(record, 'issued_at_date'),
        expires: member(said, 'expires_at_date') ?? member(record, 'expires_at_date'),
      },
      source,
      place,
    ),
  };
}
