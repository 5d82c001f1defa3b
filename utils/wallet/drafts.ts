/** Imports on their way. They are in the database from the first moment, so that neither a worker's death nor a closed popup loses anything. */
import type { WalletDatabase } from './database.ts';
import { isLink } from './source.ts';
import type {
  BroughtBytes,
  Candidate,
  ClaimWay,
  DraftItemRow,
  DraftResult,
  DraftRow,
  ImportTrouble,
  ItemBytesRow,
  Source,
} from './types.ts';

/** An entry whose check was begun so often and never ended is given up. */
export const MAX_ATTEMPTS = 3;
/** Drafts that nobody came back to, in milliseconds. */
const DRAFT_LIFE = 7 * 86_400_000;

/** All that drafts are kept in. */
export function draftTables(db: WalletDatabase) {
  return [db.drafts, db.items, db.itemBytes] as const;
}

export interface NewDraft {
  way: ClaimWay;
  title: string;
  candidates: readonly Candidate[];
  trouble?: ImportTrouble;
  /** A list that is still to be fetched: then there are no candidates yet. */
  list?: string;
  unread?: DraftRow['unread'];
}

/** Answers the draft's id. `now`: milliseconds since the epoch. */
export function addDraft(db: WalletDatabase, draft: NewDraft, now: number): Promise<string> {
  const { way, title, candidates, trouble, list, unread } = draft;
  const id = crypto.randomUUID();
  return db.transaction('rw', draftTables(db), async () => {
    await db.drafts.add({
      id,
      way,
      title,
      createdAt: now,
      state: list === undefined ? stateFor(candidates, trouble) : 'reading',
      total: candidates.length,
      ...(trouble && { trouble }),
      ...(list !== undefined && { list }),
      ...(unread && unread.length > 0 && { unread }),
    });
    await addItems(db, id, candidates, 0);
    return id;
  });
}

/**
 * Adds entries that a list brought while it is read; `whole`: it is read to its end now. A list whose reader died is read once more from its beginning:
 * what is there already is not added again. False where the draft is gone or was stopped.
 */
export function addCandidates(
  db: WalletDatabase,
  id: string,
  candidates: readonly Candidate[],
  { whole, trouble }: { whole: boolean; trouble?: ImportTrouble },
): Promise<boolean> {
  return db.transaction('rw', draftTables(db), async () => {
    const draft = await db.drafts.get(id);
    if (draft?.state !== 'reading') return false;
    const there = new Set<string>();
    await itemsWithin(db, id).each(({ candidate }) => there.add(entryOf(candidate)));
    const fresh = candidates.filter((each) => {
      const entry = entryOf(each);
      return !there.has(entry) && there.add(entry);
    });
    await addItems(db, id, fresh, draft.total);
    const total = draft.total + fresh.length;
    const failed = trouble !== undefined && total === 0;
    const open = await isOpen(db, id);
    const state = !whole ? 'reading' : failed ? 'failed' : open ? 'checking' : 'ready';
    await db.drafts.update(id, { total, state, ...(trouble && { trouble }) });
    return true;
  });
}

/**
 * Marks the beginning of a list's reading. A list whose reader died so often that it is given up keeps what was read of it; false then, and where there is
 * nothing to read.
 */
export function beginReading(db: WalletDatabase, id: string): Promise<boolean> {
  return db.transaction('rw', draftTables(db), async () => {
    const draft = await db.drafts.get(id);
    if (draft?.state !== 'reading') return false;
    const attempts = (draft.attempts ?? 0) + 1;
    if (attempts > MAX_ATTEMPTS) {
      await addCandidates(db, id, [], { whole: true, trouble: 'incomplete' });
      return false;
    }
    await db.drafts.update(id, { attempts });
    return true;
  });
}

/**
 * The entry to be checked next, marked as begun; null when there is none. `busy`: numbers of those under way. Entries whose worker died come last and one
 * by one, those that saw fewer deaths first: the one that kills its worker shall not take others with it.
 */
export function takeItem(db: WalletDatabase, id: string, busy: ReadonlySet<number>): Promise<DraftItemRow | null> {
  return db.transaction('rw', draftTables(db), async () => {
    const draft = await db.drafts.get(id);
    if (draft?.state !== 'checking' && draft?.state !== 'reading') return null;
    const queued = db.items.where('[draft+state]').equals([id, 'queued']);
    let item = await queued
      .clone()
      .filter(({ n, attempts }) => attempts === 0 && !busy.has(n))
      .first();
    if (!item && busy.size === 0) {
      await queued.clone().each((each) => {
        if (!item || each.attempts < item.attempts) item = each;
      });
    }
    if (!item) return null;
    const attempts = item.attempts + 1;
    await db.items.update([id, item.n], { attempts });
    return { ...item, attempts };
  });
}

/** Writes what checking an entry brought (nothing: it could not be checked); the last one makes the draft ready. */
export function finishItem(db: WalletDatabase, id: string, n: number, result: DraftResult | undefined): Promise<void> {
  return db.transaction('rw', draftTables(db), async () => {
    const draft = await db.drafts.get(id);
    if (!draft) return;
    await db.items.update([id, n], { state: 'checked' });
    if (result) await writeResult(db, id, n, result);
    if (draft.state === 'checking' && !(await isOpen(db, id))) await db.drafts.update(id, { state: 'ready' });
  });
}

/** The user's wish: what is checked stays, the rest is not looked at. What is under way still brings its result. */
export function stopDraft(db: WalletDatabase, id: string): Promise<void> {
  return db.transaction('rw', draftTables(db), async () => {
    const draft = await db.drafts.get(id);
    if (draft?.state !== 'checking' && draft?.state !== 'reading') return;
    await db.drafts.update(id, { state: 'stopped' });
    await db.items.where('[draft+state]').equals([id, 'queued']).modify({ state: 'checked' });
  });
}

/** Has these entries checked again: those that could not be decided, or that were left when it was stopped. */
export function retryItems(db: WalletDatabase, id: string, numbers: readonly number[]): Promise<void> {
  return db.transaction('rw', draftTables(db), async () => {
    const draft = await db.drafts.get(id);
    if (!draft) return;
    for (const n of numbers) {
      await db.items
        .where('[draft+n]')
        .equals([id, n])
        .modify((item) => {
          item.state = 'queued';
          item.attempts = 0;
          delete item.result;
        });
    }
    // A list that is still being read goes on.
    if (numbers.length > 0 && draft.state !== 'reading') await db.drafts.update(id, { state: 'checking' });
  });
}

export function removeDraft(db: WalletDatabase, id: string): Promise<void> {
  return db.transaction('rw', draftTables(db), async () => {
    await db.items
      .where('[draft+n]')
      .between(...within(id))
      .delete();
    await db.itemBytes
      .where('[draft+n]')
      .between(...within(id))
      .delete();
    await db.drafts.delete(id);
  });
}

export function itemsOfDraft(db: WalletDatabase, id: string): Promise<DraftItemRow[]> {
  return itemsWithin(db, id).toArray();
}

/** Those with something left to do, the oldest first. */
export async function openDrafts(db: WalletDatabase): Promise<DraftRow[]> {
  const drafts = await db.drafts.orderBy('createdAt').toArray();
  return drafts.filter(({ state }) => state === 'reading' || state === 'checking');
}

/** Those of watched lists that are checked, and that nobody has settled: whoever was to do it died. */
export async function unsettledDrafts(db: WalletDatabase): Promise<DraftRow[]> {
  const drafts = await db.drafts.orderBy('createdAt').toArray();
  return drafts.filter(({ way, state }) => way === 'watch' && (state === 'ready' || state === 'failed'));
}

export async function dropOldDrafts(db: WalletDatabase, now: number): Promise<void> {
  const old = await db.drafts
    .where('createdAt')
    .below(now - DRAFT_LIFE)
    .primaryKeys();
  for (const id of old) await removeDraft(db, id);
}

function itemsWithin(db: WalletDatabase, id: string) {
  return db.items.where('[draft+n]').between(...within(id));
}

/** The keys of all entries of a draft. */
function within(id: string): [first: [string, number], last: [string, number]] {
  return [
    [id, 0],
    [id, Infinity],
  ];
}

/** What is to be looked at; null: nothing. */
export async function sourceOfItem(db: WalletDatabase, { draft, n, candidate }: DraftItemRow): Promise<Source | null> {
  const { source } = candidate;
  if (source !== 'given') return source;
  return (await db.itemBytes.get([draft, n]))?.source ?? null;
}

/** All that checking an entry brought; undefined where it brought nothing. */
export async function resultOfItem(
  db: WalletDatabase,
  { draft, n, result }: DraftItemRow,
): Promise<DraftResult | undefined> {
  if (!result) return undefined;
  const { original, documents = [], picture } = (await db.itemBytes.get([draft, n])) ?? {};
  return { ...result, ...brought({ original, documents, picture }) };
}

async function writeResult(db: WalletDatabase, draft: string, n: number, result: DraftResult): Promise<void> {
  const { original: _, documents: __, picture: ___, ...light } = result;
  const source = (await db.itemBytes.get([draft, n]))?.source;
  await db.items.update([draft, n], { result: light });
  await db.itemBytes.put({ draft, n, ...brought(result), ...(source && { source }) });
}

function brought({ original, documents, picture }: { [K in keyof BroughtBytes]: BroughtBytes[K] | undefined }) {
  return { documents: documents ?? [], ...(original && { original }), ...(picture && { picture }) };
}

async function isOpen(db: WalletDatabase, id: string): Promise<boolean> {
  return (await db.items.where('[draft+state]').equals([id, 'queued']).count()) > 0;
}

async function addItems(db: WalletDatabase, draft: string, candidates: readonly Candidate[], first: number) {
  const rows = candidates.map((candidate, i) => itemOf(draft, first + i, candidate));
  await db.items.bulkAdd(rows.map(({ item }) => item));
  await db.itemBytes.bulkAdd(rows.flatMap(({ bytes }) => bytes ?? []));
}

/** An entry that names nothing to look up is done before it is begun. */
function itemOf(
  draft: string,
  n: number,
  { source, ...rest }: Candidate,
): { item: DraftItemRow; bytes?: ItemBytesRow } {
  const state = source === null ? 'checked' : 'queued';
  const item = { draft, n, state, attempts: 0 } as const;
  if (source === null || 'url' in source) return { item: { ...item, candidate: { ...rest, source } } };
  return { item: { ...item, candidate: { ...rest, source: 'given' } }, bytes: { draft, n, source } };
}

/** What makes an entry of a list the same when the list is read once more. */
function entryOf({ source, label, listed, acceptAt }: Candidate | DraftItemRow['candidate']): string {
  return isLink(source) ? source.url : JSON.stringify([label, listed, acceptAt]);
}

function stateFor(candidates: readonly Candidate[], trouble: ImportTrouble | undefined): DraftRow['state'] {
  if (candidates.length === 0 && trouble !== undefined) return 'failed';
  return candidates.some(({ source }) => source !== null) ? 'checking' : 'ready';
}
