/** Works through imports: reads lists, checks entries. Everything it knows is in the database: whoever is woken next goes on where it was. */
import type { WalletDatabase } from '../../wallet/database.ts';
import {
  addCandidates,
  beginReading,
  finishItem,
  MAX_ATTEMPTS,
  openDrafts,
  sourceOfItem,
  takeItem,
  unsettledDrafts,
} from '../../wallet/drafts.ts';
import { mostTelling, troubleOf } from '../../wallet/trouble.ts';
import type {
  Candidate,
  DraftItemRow,
  DraftResult,
  DraftRow,
  ImportTrouble,
  Source,
  WalletTrouble,
} from '../../wallet/types.ts';

/** Badges of one import that are checked at the same time; hosts are asked politely by `net/` in any case. */
const AT_ONCE = 4;

/** Reads a list, page by page; what it hears last says whether it came to the end. */
export type ReadList = (
  draft: DraftRow,
  onPage: (candidates: Candidate[]) => Promise<boolean>,
) => Promise<ImportTrouble | undefined>;

export interface DraftRunnerDeps {
  db: WalletDatabase;
  look(source: Source): Promise<DraftResult>;
  readList: ReadList;
  /** A draft has nothing left to do. Heard once more where the worker died over it. */
  onReady(draft: DraftRow): Promise<void>;
  /** Called now and then while there is work. */
  keepAlive(): void;
}

export interface DraftRunner {
  /** Works until nothing is left, or until the database says no: then why. Joins the run under way. Never rejects. */
  run(): Promise<WalletTrouble | null>;
}

const BEAT = 10_000;

export function createDraftRunner(deps: DraftRunnerDeps): DraftRunner {
  const { db } = deps;
  let running: Promise<WalletTrouble | null> | undefined;
  let again = false;

  async function checkOne(item: DraftItemRow): Promise<void> {
    const { draft, n, attempts } = item;
    const source = await sourceOfItem(db, item);
    // What fails in us is no reason to fail for all others: it is told as not checked, and can be tried again.
    const isGivenUp = source === null || attempts > MAX_ATTEMPTS;
    const result = isGivenUp ? undefined : await deps.look(source).catch(() => undefined);
    await finishItem(db, draft, n, result);
  }

  async function checkItems(draft: string): Promise<void> {
    const busy = new Set<number>();
    let isBroken = false;
    let taking: Promise<unknown> = Promise.resolve();
    // One after the other, or two would take the same entry before either is known to have it.
    const take = (): Promise<DraftItemRow | null> => {
      const taken = taking.then(async () => {
        const item = await takeItem(db, draft, busy);
        if (item) busy.add(item.n);
        return item;
      });
      taking = taken.catch(() => {});
      return taken;
    };
    const worker = async (): Promise<void> => {
      while (!isBroken) {
        const item = await take();
        if (!item) return;
        try {
          await checkOne(item);
        } catch (error) {
          // What could not be written stays queued, and is tried by the next run.
          isBroken = true;
          throw error;
        } finally {
          busy.delete(item.n);
        }
      }
    };
    // Nobody is left behind working: the next run would take up what is still under way.
    const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    const reasons = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
    if (reasons.length > 0) throw mostTelling(reasons);
  }

  async function read(draft: DraftRow): Promise<void> {
    if (!(await beginReading(db, draft.id))) return;
    const onPage = (candidates: Candidate[]) => addCandidates(db, draft.id, candidates, { whole: false });
    const trouble = await deps.readList(draft, onPage).catch((): ImportTrouble => 'incomplete');
    await addCandidates(db, draft.id, [], { whole: true, ...(trouble && { trouble }) });
  }

  async function workOn(draft: DraftRow): Promise<void> {
    if (draft.state === 'reading') await read(draft);
    await checkItems(draft.id);
    const now = await db.drafts.get(draft.id);
    if (now?.state === 'ready' || now?.state === 'failed') await deps.onReady(now);
  }

  async function work(): Promise<void> {
    for (const draft of await unsettledDrafts(db)) await deps.onReady(draft);
    for (const draft of await openDrafts(db)) await workOn(draft);
  }

  async function loop(): Promise<WalletTrouble | null> {
    const beat = setInterval(deps.keepAlive, BEAT);
    try {
      do {
        again = false;
        await work();
      } while (again);
      return null;
    } catch (error) {
      // Full, or lost: the page that asked for the work tells its user; the drafts stay as they are.
      return troubleOf(error);
    } finally {
      clearInterval(beat);
      running = undefined;
    }
  }

  return {
    run() {
      again = true;
      running ??= loop();
      return running;
    },
  };
}
