/**
 * Rows out of a backup. The file is a stranger's: every member is looked at, what is unknown is dropped, what refers to nothing is mended, and no verdict
 * in it counts.
 */
import { linkAddress } from '../../badge/address.ts';
import { CHECK_CODES, type CheckCode } from '../../badge/check.ts';
import { PROOFS, VERDICTS } from '../../badge/report.ts';
import { fromBase64 } from '../../bytes/base64.ts';
import { MAX_NOTE } from '../badges.ts';
import { MAX_COLLECTION_NAME } from '../collections.ts';
import type { PreferenceRow } from '../database.ts';
import { unproved } from '../facts.ts';
import { MAX_HISTORY } from '../history.ts';
import { identityOfNothing, MAX_IDENTITY } from '../identity.ts';
import { listAddressOf } from '../imports/list-address.ts';
import { MAX_FORMER } from '../originals.ts';
import { isPreference, readPreference } from '../preferences.ts';
import { PROFILE_KEY, profileOf, storedProfile } from '../profile.ts';
import { MAX_TAG, MAX_TAGS } from '../tags.ts';
import { tidied } from '../typed.ts';
import type { BadgeRow, ClaimWay, CollectionRow, HistoryRow, KeptBytes, KeptRow, WatchRow } from '../types.ts';
import { MAX_WATCHES } from '../watches.ts';
import { type BackupRows, OWN_PREFERENCES } from './format.ts';
import { arrayOf, membersOf, present, readCount, readId, readList, readMoment, readOne, readWords } from './members.ts';
import { readExamined, readFacts } from './validate-badge.ts';

export const MAX_BADGES = 50_000;
const MAX_COLLECTIONS = 1_000;
const MAX_IDENTITIES = 50;
const MAX_DOCUMENTS = 50;
/** Of one file or document, in bytes. */
const MAX_BYTES = 8 * 1_048_576;
const MIME = /^[\w.+-]+\/[\w.+-]+(?:\s*;[\w\s.+=";-]*)?$/;
const WAYS: readonly ClaimWay[] = [
  'page',
  'link',
  'text',
  'file',
  'credly-profile',
  'microsoft-transcript',
  'badgr-collection',
  'json-resume',
  'linkedin-export',
  'backup',
  'watch',
];

/** `unread`: badges that could not be read. `now` in milliseconds since the epoch. Never throws. */
export function validateRows(content: unknown, now: number): { rows: BackupRows; unread: number } {
  const of = membersOf(content) ?? (() => undefined);
  const collections = unique(arrayOf(of('collections')).slice(0, MAX_COLLECTIONS).flatMap(readCollection));
  const known = new Set(collections.map(({ id }) => id));
  const given = arrayOf(of('badges'));
  const badges = unique(given.slice(0, MAX_BADGES).flatMap((row) => readRow(row, known, now)));
  const ids = new Set(badges.map(({ id }) => id));
  const rows: BackupRows = {
    badges,
    kept: keptOf(arrayOf(of('kept')), ids, now),
    history: historyOf(arrayOf(of('history')), ids, now),
    collections,
    watches: watchesOf(arrayOf(of('watches')), now),
    preferences: preferencesOf(arrayOf(of('preferences'))),
  };
  return { rows, unread: given.length - badges.length };
}

/** The first of each id. */
function unique<T extends { id: string }>(rows: readonly T[]): T[] {
  return [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].reverse();
}

function readRow(value: unknown, collections: ReadonlySet<string>, now: number): BadgeRow[] {
  const of = membersOf(value);
  const id = readId(of?.('id'));
  const facts = readFacts(of?.('facts'));
  if (!of || id === null || facts === null) return [];
  const identities = readList(of('identities'), MAX_IDENTITIES, MAX_IDENTITY);
  const place = of('place');
  const tags = readList(of('tags'), MAX_TAGS, MAX_TAG);
  const row = {
    id,
    // Without any it could never be found again.
    identities: identities.length > 0 ? [...new Set(identities)] : [identityOfNothing(id)],
    facts,
    answer: unproved(new Date(now).toISOString()),
    statement: readOne(of('statement'), ['mine', 'reference'] as const, 'reference'),
    // Said by the user's own addresses when it is restored.
    ownership: 'reference' as const,
    acceptance: readOne(of('acceptance'), ['claimed', 'unclaimed'] as const, 'claimed'),
    // What cannot be read shall not be shared by mistake.
    visibility: readOne(of('visibility'), ['public', 'private'] as const, 'private'),
    place: typeof place === 'number' && Number.isFinite(place) ? place : 0,
    collections: [...new Set(readList(of('collections'), MAX_COLLECTIONS, 36))].filter((each) => collections.has(each)),
    tags: [...new Set(tags)],
    note: readWords(of('note'), MAX_NOTE),
    way: readOne(of('way'), WAYS, 'backup'),
    source: linkAddress(of('source')),
    addedAt: readMoment(of('addedAt'), now) || now,
    revision: 0,
    dueAt: 0,
    failures: 0,
    deletedAt: 0,
    typeRetired: typeof of('typeRetired') === 'boolean' ? of('typeRetired') === true : undefined,
    restored: true as const,
  };
  return [present(row)];
}

/** One for each badge, empty where the file has none: what is in the wallet has both halves. */
function keptOf(given: readonly unknown[], ids: ReadonlySet<string>, now: number): KeptRow[] {
  const checkedAt = new Date(now).toISOString();
  const found = new Map<string, KeptRow>();
  for (const value of given) {
    const of = membersOf(value);
    const id = readId(of?.('id'));
    if (!of || id === null || !ids.has(id) || found.has(id)) continue;
    const [original] = readBytes(of('original'));
    const former = arrayOf(of('former')).slice(0, MAX_FORMER).flatMap(readBytes);
    const [picture] = readBytes(of('picture'));
    found.set(id, {
      id,
      examined: readExamined(of('examined'), checkedAt),
      documents: arrayOf(of('documents')).slice(0, MAX_DOCUMENTS).flatMap(readBytes),
      ...(original && { original }),
      ...(former.length > 0 && { former }),
      ...(picture && { picture }),
    });
  }
  const empty = (id: string): KeptRow => ({ id, examined: readExamined(undefined, checkedAt), documents: [] });
  return [...ids].map((id) => found.get(id) ?? empty(id));
}

function readBytes(value: unknown): KeptBytes[] {
  const of = membersOf(value);
  const text = of?.('bytes');
  // Four characters for three bytes.
  if (!of || typeof text !== 'string' || text.length > (MAX_BYTES / 3) * 4 + 4) return [];
  const bytes = fromBase64(text);
  if (!bytes || bytes.length === 0) return [];
  const mime = readWords(of('mime'), 100);
  const address = linkAddress(of('address'));
  return [present({ mime: MIME.test(mime) ? mime : 'application/octet-stream', bytes, address })];
}

/** As the file tells it, and marked so: of what was found out elsewhere nobody here was witness. */
function historyOf(given: readonly unknown[], ids: ReadonlySet<string>, now: number): HistoryRow[] {
  const counts = new Map<string, number>();
  return given.flatMap((value) => {
    const of = membersOf(value);
    const badge = readId(of?.('badge'));
    const at = readMoment(of?.('at'), now);
    const verdict = VERDICTS.find((each) => each === of?.('verdict'));
    const proof = PROOFS.find((each) => each === of?.('proof'));
    if (!of || badge === null || !ids.has(badge) || at === 0 || !verdict || !proof) return [];
    const count = (counts.get(badge) ?? 0) + 1;
    counts.set(badge, count);
    if (count > MAX_HISTORY) return [];
    const codes = readList(of('codes'), 100, 60).filter(isCode);
    const until = Math.max(at, readMoment(of('until'), now));
    return [{ badge, at, until, verdict, proof, codes, asked: readList(of('asked'), 100, 255), restored: true }];
  });
}

const CODES: ReadonlySet<string> = new Set(CHECK_CODES);

function isCode(code: string): code is CheckCode {
  return CODES.has(code);
}

function readCollection(value: unknown): CollectionRow[] {
  const of = membersOf(value);
  const id = readId(of?.('id'));
  const name = tidied(readWords(of?.('name'), MAX_COLLECTION_NAME));
  const place = of?.('place');
  if (id === null || name === '') return [];
  return [{ id, name, place: typeof place === 'number' && Number.isFinite(place) ? place : 0 }];
}

/** Each address once, and only of lists that could have been named here. */
function watchesOf(given: readonly unknown[], now: number): WatchRow[] {
  const found = new Map<string, WatchRow>();
  for (const value of given.slice(0, MAX_WATCHES)) {
    const of = membersOf(value);
    const id = readId(of?.('id'));
    const list = listAddressOf(readWords(of?.('address'), 2_048));
    if (!of || id === null || !list || found.has(list.address)) continue;
    found.set(list.address, {
      ...list,
      id,
      state: readOne(of('state'), ['on', 'gone'] as const, 'gone'),
      addedAt: readMoment(of('addedAt'), now) || now,
      checkedAt: readMoment(of('checkedAt'), now),
      dueAt: now,
      failures: 0,
      listed: readCount(of('listed')),
    });
  }
  return unique([...found.values()]);
}

function preferencesOf(given: readonly unknown[]): PreferenceRow[] {
  const found = new Map<string, PreferenceRow>();
  for (const value of given.slice(0, 100)) {
    const of = membersOf(value);
    const key = readWords(of?.('key'), 40);
    const choice = of && preferenceValue(key, of('value'));
    if (choice !== undefined && choice !== null && !found.has(key)) found.set(key, { key, value: choice });
  }
  return [...found.values()];
}

/** Undefined for what is no choice of the user's. */
function preferenceValue(key: string, value: unknown): PreferenceRow['value'] {
  if (key === PROFILE_KEY) return storedProfile(profileOf(value));
  return isPreference(key) && !OWN_PREFERENCES.includes(key) ? readPreference(key, value) : undefined;
}
