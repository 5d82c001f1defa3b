/** Automatic acceptance: the public lists that the user named are looked at by themselves, and what is new in them is checked and added. */
import { type ClaimContext, claimTables, commitDraft, findAllSame } from '../../wallet/claim.ts';
import { entryIdentities, refusalOf } from '../../wallet/claim-rules.ts';
import type { WalletDatabase } from '../../wallet/database.ts';
import { addDraft, draftTables, itemsOfDraft, removeDraft } from '../../wallet/drafts.ts';
import { identityOfAddress } from '../../wallet/identity.ts';
import type { Judge } from '../../wallet/judging.ts';
import { tell } from '../../wallet/news.ts';
import { isLink } from '../../wallet/source.ts';
import type { Candidate, DraftItemRow, DraftRow, ImportTrouble, WatchRow } from '../../wallet/types.ts';
import { beginLook, dueWatches, isPassedOver, passOver, recordLook, type WatchLook } from '../../wallet/watches.ts';

export interface ListReading {
  candidates: Candidate[];
  trouble?: ImportTrouble;
  /** Milliseconds since the epoch. */
  retryAt?: number;
}

export interface WatchingDeps {
  db: WalletDatabase;
  readWhole(address: string): Promise<ListReading>;
  /** The user's choices and settings, as they stand. */
  readContext(): Promise<{ claim: ClaimContext; judge: Judge }>;
  onAdded(badges: string[]): Promise<void>;
  onGone(watch: WatchRow): Promise<void>;
  now(): number;
  random(): number;
}

/** Looks at every list that is due. New badges become a draft of their own, which `settleWatchDraft` ends. True when there is something to check. */
export async function lookAtWatches(deps: WatchingDeps): Promise<boolean> {
  let found = false;
  for (const watch of await dueWatches(deps.db, deps.now())) {
    if (!(await beginLook(deps.db, watch, deps.now()))) continue;
    // What fails in us is a list that nobody could tell anything about.
    const reading = await deps
      .readWhole(watch.address)
      .catch((): ListReading => ({ candidates: [], trouble: 'network' }));
    const { isNew, isGone } = await writeReading(watch, reading, deps);
    found ||= isNew;
    if (isGone) await deps.onGone(watch);
  }
  return found;
}

/** All that a reading brings, or nothing of it. */
function writeReading(
  watch: WatchRow,
  reading: ListReading,
  { db, now, random }: WatchingDeps,
): Promise<{ isNew: boolean; isGone: boolean }> {
  return db.transaction('rw', [db.badges, ...draftTables(db), db.watches, db.news], async () => {
    // Removed while it was read.
    if (!(await db.watches.get(watch.id))) return { isNew: false, isGone: false };
    const fresh = await newOnes(db, watch, reading.candidates, now());
    if (fresh.length > 0) await addDraft(db, { way: 'watch', title: watch.address, candidates: fresh }, now());
    const isGone = await recordLook(db, watch.id, lookOf(reading), now(), random());
    if (isGone) await tell(db, 'watch-gone', [], watch.address, now());
    return { isNew: fresh.length > 0, isGone };
  });
}

/**
 * Adds what holds and is there to be accepted, says so, and drops the draft, all at once. Nothing new: not a word. The user has named the list as their
 * own, but nobody is asked about each badge: one that names somebody else, or a name that the user has not said to be theirs, is added as a reference
 * (ownership.ts). It is neither lost nor shared as the user's own, and becomes that as soon as address or name is entered.
 */
export async function settleWatchDraft(draft: DraftRow, deps: WatchingDeps): Promise<void> {
  const { db, now } = deps;
  const { claim, judge } = await deps.readContext();
  const tables = [...claimTables(db), db.watches, db.news];
  const added = await db.transaction('rw', tables, async () => {
    const items = await itemsOfDraft(db, draft.id);
    const same = await findAllSame(db, items.map(entryIdentities));
    const worth = new Set(items.filter((item) => isWorthAdding(item, judge)));
    const decisions = items.map((item, at) => ({ n: item.n, take: worth.has(item) && same[at] === undefined }));
    const outcomes = await commitDraft(db, draft.id, decisions, claim);
    const ids = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.badge] : []));
    if (ids.length > 0) await tell(db, 'added', ids, '', now());
    const passed = items.filter((item) => !worth.has(item) && isDecided(item));
    await passOver(db, draft.title, passed.flatMap(identityOf), now());
    await removeDraft(db, draft.id);
    return ids;
  });
  if (added.length > 0) await deps.onAdded(added);
}

/**
 * A list may name anything: only what was verified, and is no impostor's, is added without a human's look. Judged by today's settings: the worker may have
 * died over it long ago.
 */
function isWorthAdding(item: DraftItemRow, { reportOn }: Judge): boolean {
  const { examined } = item.result ?? {};
  return refusalOf(item) === null && examined?.verdict === 'verified' && reportOn(examined).tone !== 'bad';
}

function isDecided({ result }: DraftItemRow): boolean {
  return result !== undefined && result.examined.verdict !== 'undecided';
}

function identityOf({ candidate: { source } }: { candidate: Candidate | DraftItemRow['candidate'] }): string[] {
  const identity = isLink(source) ? identityOfAddress(source.url) : undefined;
  return identity === undefined ? [] : [identity];
}

/** Those that are neither in the wallet nor known not to hold. One that its owner deleted stays deleted. */
async function newOnes(
  db: WalletDatabase,
  watch: WatchRow,
  candidates: readonly Candidate[],
  now: number,
): Promise<Candidate[]> {
  const open = candidates.flatMap((candidate) => {
    const [identity] = candidate.acceptance === 'unclaimed' ? [] : identityOf({ candidate });
    return identity === undefined || isPassedOver(watch, identity, now) ? [] : [{ candidate, identity }];
  });
  const same = await findAllSame(
    db,
    open.map(({ identity }) => [identity]),
  );
  return open.filter((_, at) => same[at] === undefined).map(({ candidate }) => candidate);
}

function lookOf({ candidates, trouble, retryAt }: ListReading): WatchLook {
  const isRead = trouble === undefined || trouble === 'incomplete' || trouble === 'too-many' || trouble === 'empty';
  if (isRead) return { kind: 'read', listed: candidates.length };
  if (trouble === 'not-found' || trouble === 'not-public') return { kind: 'absent' };
  return { kind: 'trouble', ...(retryAt !== undefined && { retryAt }) };
}
