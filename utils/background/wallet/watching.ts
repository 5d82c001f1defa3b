/** Automatic acceptance: the public lists that the user named are looked at by themselves, and what is new in them is checked and added. */
import { badgeKey, recogniseLink } from '../../links/index.ts';
import { type ClaimContext, commitDraft, findSame, refusalOf } from '../../wallet/claim.ts';
import type { WalletDatabase } from '../../wallet/database.ts';
import { addDraft, removeDraft } from '../../wallet/drafts.ts';
import { tell } from '../../wallet/news.ts';
import type { Candidate, DraftItemRow, DraftRow, ImportTrouble, WatchRow } from '../../wallet/types.ts';
import { dueWatches, recordLook, type WatchLook } from '../../wallet/watches.ts';

export interface ListReading {
  candidates: Candidate[];
  trouble?: ImportTrouble;
  /** Milliseconds since the epoch. */
  retryAt?: number;
}

export interface WatchingDeps {
  db: WalletDatabase;
  readWhole(address: string): Promise<ListReading>;
  claimContext(): Promise<ClaimContext>;
  onAdded(badges: string[]): Promise<void>;
  onGone(watch: WatchRow): Promise<void>;
  now(): number;
  random(): number;
}

/** Looks at every list that is due. New badges become a draft of their own, which `settleWatchDraft` ends. True when there is something to check. */
export async function lookAtWatches(deps: WatchingDeps): Promise<boolean> {
  const { db, now, random } = deps;
  let found = false;
  for (const watch of await dueWatches(db, now())) {
    const reading = await deps.readWhole(watch.address);
    const fresh = await newOnes(db, reading.candidates);
    if (fresh.length > 0) {
      await addDraft(db, { way: 'watch', title: watch.address, candidates: fresh }, now());
      found = true;
    }
    const isGone = await recordLook(db, watch.id, lookOf(reading), now(), random());
    if (isGone) {
      await tell(db, 'watch-gone', [], watch.address, now());
      await deps.onGone(watch);
    }
  }
  return found;
}

/** Adds what holds and is there to be accepted, says so, and drops the draft. Nothing new: not a word. */
export async function settleWatchDraft(
  draft: DraftRow,
  items: readonly DraftItemRow[],
  deps: WatchingDeps,
): Promise<void> {
  const { db, now } = deps;
  const decisions = items.map((item) => ({ n: item.n, take: isWorthAdding(item), statement: 'mine' as const }));
  const outcomes = await commitDraft(db, draft.id, decisions, await deps.claimContext());
  const added = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.badge] : []));
  if (added.length > 0) {
    await tell(db, 'added', added, '', now());
    await deps.onAdded(added);
  }
  await removeDraft(db, draft.id);
}

/** A list may name anything: only what was verified is added without a human's look. */
function isWorthAdding(item: DraftItemRow): boolean {
  return refusalOf(item) === null && item.result?.examined.verdict === 'verified';
}

/** Those that are not in the wallet yet. One that its owner deleted stays deleted. */
async function newOnes(db: WalletDatabase, candidates: readonly Candidate[]): Promise<Candidate[]> {
  const fresh: Candidate[] = [];
  for (const candidate of candidates) {
    if (candidate.acceptance === 'unclaimed' || !candidate.source || !('url' in candidate.source)) continue;
    const link = recogniseLink(candidate.source.url);
    if (link && (await findSame(db, [badgeKey(link)])) === undefined) fresh.push(candidate);
  }
  return fresh;
}

function lookOf({ candidates, trouble, retryAt }: ListReading): WatchLook {
  if (trouble === undefined || trouble === 'incomplete') return { kind: 'read', listed: candidates.length };
  if (trouble === 'not-found' || trouble === 'not-public') return { kind: 'absent' };
  return { kind: 'trouble', ...(retryAt !== undefined && { retryAt }) };
}
