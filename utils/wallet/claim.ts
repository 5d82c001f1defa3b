/** From a checked import into the wallet: all of it or nothing, in one transaction. */
import { entryFacts, entryIdentities, refusalOf } from './claim-rules.ts';
import type { WalletDatabase } from './database.ts';
import { draftTables, itemsOfDraft, resultOfItem } from './drafts.ts';
import { unproved } from './facts.ts';
import { historyOf, writeHistory } from './history.ts';
import { isAnsweredFor } from './identity.ts';
import { leaveToJudge } from './judging.ts';
import { compareLooks, isOutdated } from './look-order.ts';
import { isOlderIssue, isSameFile, keptWithFile } from './originals.ts';
import { ownershipOf, type Self } from './ownership.ts';
import { placeAfter } from './place.ts';
import { renewed, settlesBackup, withoutBackup } from './renew.ts';
import { byIdentity, sameAs } from './same-badges.ts';
import { nextDue } from './schedule.ts';
import type {
  AnswerFacts,
  BadgeRow,
  ClaimWay,
  DraftItemRow,
  DraftResult,
  KeptRow,
  Outcome,
  Visibility,
} from './types.ts';

/** What the user decided about one entry of an import. */
export interface Decision {
  n: number;
  take: boolean;
  /** Absent where the user said nothing: what was said of a badge that is there already stays then, and a new one is the user's own. */
  statement?: BadgeRow['statement'];
}

export interface ClaimContext {
  self: Self;
  visibility: Visibility;
  /** Milliseconds since the epoch. */
  now: number;
  /** From 0 to 1. */
  random(): number;
}

/** The badge in the wallet that each of several is, if it is there; a deleted one counts. One question to the database, however many they are. */
export async function findAllSame(
  db: WalletDatabase,
  wanted: readonly (readonly string[])[],
): Promise<(BadgeRow | undefined)[]> {
  const sharing = await db.badges.where('identities').anyOf(wanted.flat()).distinct().toArray();
  const rows = byIdentity(sharing);
  return wanted.map((identities) => sameAs(identities, rows).sort(firstChoice)[0]);
}

/** The same for one. */
export async function findSame(db: WalletDatabase, identities: readonly string[]): Promise<BadgeRow | undefined> {
  const [same] = await findAllSame(db, [identities]);
  return same;
}

/** One that is there before one in the bin, the older before the younger. */
function firstChoice(a: BadgeRow, b: BadgeRow): number {
  return Math.sign(a.deletedAt) - Math.sign(b.deletedAt) || a.addedAt - b.addedAt;
}

/** Adds what was decided on, and answers what became of each entry of the draft, in order. The draft itself stays. */
export function commitDraft(
  db: WalletDatabase,
  id: string,
  decisions: readonly Decision[],
  context: ClaimContext,
): Promise<Outcome[]> {
  return db.transaction('rw', claimTables(db), async () => {
    const draft = await db.drafts.get(id);
    const items = draft ? await itemsOfDraft(db, id) : [];
    const byNumber = new Map(decisions.map((decision) => [decision.n, decision]));
    const outcomes: Outcome[] = [];
    const judged: { id: string; by: string | undefined }[] = [];
    for (const item of items) {
      const decision = byNumber.get(item.n);
      const refusal = refusalOf(item);
      if (refusal) outcomes.push({ kind: 'refused', why: refusal });
      else if (!decision?.take) outcomes.push({ kind: 'left-out' });
      else {
        const outcome = await claim(db, item, decision.statement, draft?.way ?? 'link', context);
        outcomes.push(outcome);
        if ('badge' in outcome) judged.push({ id: outcome.badge, by: item.result?.judgedBy });
      }
    }
    // An import may have waited for days.
    await leaveToJudge(db, judged);
    return outcomes;
  });
}

/** All that a claim reads and writes. */
export function claimTables(db: WalletDatabase) {
  return [db.badges, db.kept, db.history, db.preferences, ...draftTables(db)] as const;
}

async function claim(
  db: WalletDatabase,
  item: DraftItemRow,
  statement: Decision['statement'],
  way: ClaimWay,
  context: ClaimContext,
): Promise<Outcome> {
  const facts = entryFacts(item);
  if (!facts) return { kind: 'refused', why: 'no-badge' };
  const { candidate } = item;
  const found = (await resultOfItem(db, item)) ?? unasked(context.now);
  const result = { ...found, identities: entryIdentities(item) };
  const same = await findSame(db, result.identities);
  if (same) return merge(db, same, item, result, statement, context);
  const said = statement ?? 'mine';
  const last = await db.badges.orderBy('place').last();
  const row: BadgeRow = {
    id: crypto.randomUUID(),
    identities: result.identities,
    facts,
    answer: result.answer,
    statement: said,
    ownership: ownershipOf(result.examined, said, context.self),
    acceptance: result.examined.verdict === 'verified' ? 'claimed' : candidate.acceptance,
    visibility: context.visibility,
    place: placeAfter(last?.place ?? null),
    collections: [],
    tags: [],
    note: '',
    way,
    addedAt: context.now,
    revision: 0,
    dueAt: nextDue(result.examined, 0, lookedAt(result, context), context.random()),
    failures: 0,
    deletedAt: 0,
    ...(result.facts && isAnsweredFor(result.examined) && { factsProved: true }),
    ...(result.source !== undefined && { source: result.source }),
  };
  await db.badges.add(row);
  await db.kept.add(keptOf(row.id, result));
  await writeHistory(db, row.id, result.examined, lookedAt(result, context));
  return { kind: 'added', badge: row.id };
}

/**
 * The badge is there already. What the user wrote about it stays as it is, and no file that was handed in is lost; a newer answer replaces an older one
 * unless it rests on less, and a badge that waited to be accepted becomes a claimed one.
 */
async function merge(
  db: WalletDatabase,
  row: BadgeRow,
  { candidate }: DraftItemRow,
  result: DraftResult,
  said: Decision['statement'],
  context: ClaimContext,
): Promise<Outcome> {
  const { examined, answer } = result;
  const kept = await db.kept.get(row.id);
  const proved = isAnsweredFor(examined);
  const { original, picture } = result;
  // A backup may say of the dates what it likes.
  const isOlder = kept !== undefined && !row.restored && isOlderIssue(examined, kept.examined);
  const isNewer = !isOlder && replaces(answer, row.answer, context.now);
  const settled = isNewer && settlesBackup(row, result);
  const known = settled && kept ? withoutBackup(kept) : kept;
  const fresh = isNewer ? renewed(row, known, result, await historyOf(db, row.id)) : { row, kept: kept ?? result };
  const isClaimed = proved && (candidate.acceptance === 'claimed' || examined.verdict === 'verified');
  const accepted = row.acceptance === 'unclaimed' && isClaimed;
  const statement = said ?? row.statement;
  const ownership = ownershipOf(fresh.kept.examined, statement, context.self);
  await db.badges.update(row.id, {
    // What only a file said it was it need not be.
    identities: settled ? result.identities : [...new Set([...row.identities, ...result.identities])],
    statement,
    ownership,
    deletedAt: 0,
    ...(accepted && { acceptance: 'claimed' }),
    ...(isNewer && {
      ...fresh.row,
      failures: 0,
      dueAt: nextDue(examined, 0, lookedAt(result, context), context.random()),
    }),
    ...(row.source === undefined && proved && result.source !== undefined && { source: result.source }),
    ...(settled && { restored: undefined, source: result.source }),
  });
  // The answer about a signed badge rests on the very file, and so will the next.
  const isCurrent = isNewer && (settled || examined.proof === 'signed');
  const before: KeptRow = { id: row.id, ...(known ?? fresh.kept) };
  const held = original && (proved || !before.original) ? keptWithFile(before, original, isCurrent) : before;
  const wasOriginal = held.original && kept?.original && isSameFile(held.original, kept.original);
  const bringsBytes = held.original !== undefined && !wasOriginal;
  const bringsPicture = picture !== undefined && known?.picture === undefined;
  await db.kept.put({
    ...held,
    examined: fresh.kept.examined,
    documents: fresh.kept.documents,
    ...(bringsPicture && { picture }),
  });
  if (isNewer) await writeHistory(db, row.id, examined, lookedAt(result, context));
  if (row.deletedAt > 0) return { kind: 'added', badge: row.id };
  const changed =
    accepted ||
    bringsBytes ||
    bringsPicture ||
    row.ownership !== ownership ||
    row.answer.verdict !== fresh.row.answer.verdict;
  return { kind: changed ? 'updated' : 'already-there', badge: row.id };
}

/** An import may have waited for days: its look is as old as it is. Milliseconds since the epoch, as all that is planned from it. */
function lookedAt({ examined }: DraftResult, { now }: ClaimContext): number {
  return Math.min(Date.parse(examined.checkedAt), now);
}

/** A decided answer gives way to no earlier one, nor to one that rests on less. */
function replaces(found: AnswerFacts, known: AnswerFacts, now: number): boolean {
  if (found.verdict === 'undecided' || isOutdated(found, known, now)) return false;
  const [isProved, wasProved] = [isAnsweredFor(found), isAnsweredFor(known)];
  const isFresh = known.verdict === 'undecided' || compareLooks(found, known, now) > 0;
  return isProved === wasProved ? isFresh : isProved;
}

function keptOf(id: string, { examined, original, documents, picture }: DraftResult): KeptRow {
  return { id, examined, documents, ...(original && { original }), ...(picture && { picture }) };
}

/** Nothing could be asked about it: a badge that waits for its owner is not public. */
function unasked(now: number): DraftResult {
  const checkedAt = new Date(now).toISOString();
  return {
    identities: [],
    examined: {
      verdict: 'undecided',
      proof: 'none',
      checks: [{ id: 'origin', outcome: 'unknown', code: 'origin-not-public' }],
      badge: null,
      recipients: [],
      issuer: {},
      checkedAt,
      asked: [],
    },
    facts: null,
    answer: unproved(checkedAt),
    documents: [],
  };
}
