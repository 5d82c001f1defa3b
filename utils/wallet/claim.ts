/** From a checked import into the wallet: all of it or nothing, in one transaction. */
import { recogniseLink } from '../links/index.ts';
import type { WalletDatabase } from './database.ts';
import { itemsOfDraft } from './drafts.ts';
import { ownershipOf, type Self } from './ownership.ts';
import { placeBetween } from './place.ts';
import { nextDue } from './schedule.ts';
import type {
  BadgeFacts,
  BadgeRow,
  Candidate,
  ClaimWay,
  DraftItemRow,
  DraftResult,
  KeptRow,
  Outcome,
  Refusal,
  Visibility,
} from './types.ts';

/** What the user decided about one entry of an import. */
export interface Decision {
  n: number;
  take: boolean;
  statement: BadgeRow['statement'];
}

export interface ClaimContext {
  self: Self;
  visibility: Visibility;
  /** Milliseconds since the epoch. */
  now: number;
  /** From 0 to 1. */
  random(): number;
}

/** Why an entry cannot be added; null when it can. What was withdrawn or has ended can: it is part of its owner's history. */
export function refusalOf({ candidate, result }: Pick<DraftItemRow, 'candidate' | 'result'>): Refusal | null {
  if (candidate.source === null) return waits(candidate) ? null : 'no-address';
  if (!result) return 'unchecked';
  const { verdict, checks } = result.examined;
  if (verdict === 'invalid') return 'invalid';
  if (entryFacts({ candidate, result })) return null;
  if (checks.some(({ code }) => code === 'origin-not-permitted')) return 'not-permitted';
  if (verdict === 'not-found') return 'not-found';
  if (verdict === 'unsupported') return 'unsupported';
  return checks.some(({ id, outcome }) => id === 'format' && outcome !== 'pass') ? 'no-badge' : 'undecided';
}

/**
 * What the entry is called in the wallet. Where nothing could be read of the badge itself, what its list says will do for one that waits to be accepted,
 * and for one on a platform that publishes nothing: neither ever has a tick.
 */
export function entryFacts({ candidate, result }: Pick<DraftItemRow, 'candidate' | 'result'>): BadgeFacts | null {
  if (result?.facts) return result.facts;
  const { listed, source } = candidate;
  const verdict = result?.examined.verdict;
  const listedIsEnough = waits(candidate) || verdict === 'unsupported' || verdict === 'undecided';
  if (!listed?.name || !listedIsEnough) return null;
  const url = source && 'url' in source ? source.url : undefined;
  const link = url === undefined ? null : recogniseLink(url);
  return {
    name: listed.name,
    issuer: { name: listed.issuer ?? '' },
    skills: [],
    standard: 'platform',
    ...(listed.issuedOn !== undefined && { issuedOn: listed.issuedOn }),
    ...(listed.expires !== undefined && { expires: listed.expires }),
    ...(url !== undefined && { url }),
    ...(link?.kind === 'badge' && { platform: { id: link.platform, badge: link.id } }),
  };
}

/** The badge in the wallet that an entry is, if it is there; a deleted one counts. */
export async function findSame(db: WalletDatabase, identities: readonly string[]): Promise<BadgeRow | undefined> {
  const found = await db.badges.where('identities').anyOf(identities).toArray();
  return found.sort((a, b) => Math.sign(a.deletedAt) - Math.sign(b.deletedAt) || a.addedAt - b.addedAt)[0];
}

/** Adds what was decided on, and answers what became of each entry of the draft, in order. The draft itself stays. */
export function commitDraft(
  db: WalletDatabase,
  id: string,
  decisions: readonly Decision[],
  context: ClaimContext,
): Promise<Outcome[]> {
  return db.transaction('rw', [db.badges, db.kept, db.history, db.drafts, db.items], async () => {
    const draft = await db.drafts.get(id);
    const items = draft ? await itemsOfDraft(db, id) : [];
    const byNumber = new Map(decisions.map((decision) => [decision.n, decision]));
    const outcomes: Outcome[] = [];
    for (const item of items) {
      const decision = byNumber.get(item.n);
      const refusal = refusalOf(item);
      if (refusal) outcomes.push({ kind: 'refused', why: refusal });
      else if (!decision?.take) outcomes.push({ kind: 'left-out' });
      else outcomes.push(await claim(db, item, decision.statement, draft?.way ?? 'link', context));
    }
    return outcomes;
  });
}

async function claim(
  db: WalletDatabase,
  item: DraftItemRow,
  statement: BadgeRow['statement'],
  way: ClaimWay,
  context: ClaimContext,
): Promise<Outcome> {
  const facts = entryFacts(item);
  if (!facts) return { kind: 'refused', why: 'no-badge' };
  const { candidate } = item;
  const result = item.result ?? unasked(candidate, context.now);
  const same = await findSame(db, result.identities);
  if (same) return merge(db, same, item, result, facts, statement, context);
  const last = await db.badges.orderBy('place').last();
  const row: BadgeRow = {
    id: crypto.randomUUID(),
    identities: result.identities,
    facts,
    answer: result.answer,
    statement,
    ownership: ownershipOf(result.examined, statement, context.self),
    acceptance: candidate.acceptance,
    visibility: context.visibility,
    place: placeBetween(last?.place ?? null, null) ?? 0,
    collections: [],
    tags: [],
    note: '',
    way,
    addedAt: context.now,
    revision: 0,
    dueAt: nextDue(result.examined, 0, context.now, context.random()),
    failures: 0,
    deletedAt: 0,
    ...(result.source !== undefined && { source: result.source }),
  };
  await db.badges.add(row);
  await db.kept.add(keptOf(row.id, result));
  await addHistory(db, row.id, result, context.now);
  return { kind: 'added', badge: row.id };
}

/**
 * The badge is there already. What the user wrote about it stays as it is, and so do its original bytes; a decided answer replaces an older one, and a
 * badge that waited to be accepted becomes a claimed one.
 */
async function merge(
  db: WalletDatabase,
  row: BadgeRow,
  { candidate }: DraftItemRow,
  result: DraftResult,
  facts: BadgeFacts,
  statement: BadgeRow['statement'],
  context: ClaimContext,
): Promise<Outcome> {
  const kept = await db.kept.get(row.id);
  const isNewer = result.examined.verdict !== 'undecided' && result.answer.checkedAt > row.answer.checkedAt;
  const accepted = row.acceptance === 'unclaimed' && candidate.acceptance === 'claimed';
  const bringsBytes = result.original !== undefined && kept?.original === undefined;
  // A backup's picture is whatever its file says.
  const bringsPicture =
    result.picture !== undefined && (kept?.picture === undefined || (isNewer && row.restored === true));
  const said = statement === 'mine' ? 'mine' : row.statement;
  const ownership = ownershipOf(isNewer || !kept ? result.examined : kept.examined, said, context.self);
  const was = { ownership: row.ownership, verdict: row.answer.verdict, deleted: row.deletedAt > 0 };
  await db.badges.update(row.id, {
    identities: [...new Set([...row.identities, ...result.identities])],
    statement: said,
    ownership,
    deletedAt: 0,
    ...(accepted && { acceptance: 'claimed' }),
    ...(isNewer && {
      facts,
      answer: result.answer,
      restored: undefined,
      failures: 0,
      dueAt: nextDue(result.examined, 0, context.now, context.random()),
    }),
    ...(row.source === undefined && result.source !== undefined && { source: result.source }),
  });
  const fresh = keptOf(row.id, result);
  await db.kept.put({
    ...(isNewer || !kept ? fresh : kept),
    ...(kept?.original ? { original: kept.original } : fresh.original && { original: fresh.original }),
    ...(kept?.picture && !bringsPicture ? { picture: kept.picture } : fresh.picture && { picture: fresh.picture }),
  });
  if (isNewer) await addHistory(db, row.id, result, context.now);
  if (was.deleted) return { kind: 'added', badge: row.id };
  const changed =
    accepted ||
    bringsBytes ||
    bringsPicture ||
    was.ownership !== ownership ||
    (isNewer && was.verdict !== result.answer.verdict);
  return { kind: changed ? 'updated' : 'already-there', badge: row.id };
}

function keptOf(id: string, { examined, original, documents, picture }: DraftResult): KeptRow {
  return { id, examined, documents, ...(original && { original }), ...(picture && { picture }) };
}

async function addHistory(db: WalletDatabase, badge: string, { examined }: DraftResult, at: number): Promise<void> {
  const { verdict, proof, checks, asked } = examined;
  const codes = checks.filter(({ outcome }) => outcome !== 'pass').map(({ code }) => code);
  await db.history.add({ badge, at, until: at, verdict, proof, codes, asked });
}

/** Its list names it, and says that its owner has not accepted it. */
function waits({ acceptance, listed }: Candidate): boolean {
  return acceptance === 'unclaimed' && listed?.name !== undefined;
}

/** Nothing could be asked about it: a badge that waits for its owner is not public. */
function unasked({ listed, acceptAt }: Candidate, now: number): DraftResult {
  const checkedAt = new Date(now).toISOString();
  const identity = `waiting|${listed?.issuer ?? ''}|${listed?.name ?? ''}|${listed?.credentialId ?? acceptAt ?? ''}`;
  return {
    identities: [identity],
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
    answer: { verdict: 'undecided', tone: 'unknown', proof: 'none', match: 'unknown', standing: 'unlisted', checkedAt },
    documents: [],
  };
}
