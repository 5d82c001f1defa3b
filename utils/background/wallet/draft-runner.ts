/** Works through imports: reads lists, checks entries. Everything it knows is in the database: whoever is woken next goes on where it was. */
import type { WalletDatabase } from '../../wallet/database.ts';
import { addCandidates, finishItem, itemsOfDraft, MAX_ATTEMPTS, openDrafts, takeItem } from '../../wallet/drafts.ts';
import type { Candidate, DraftItemRow, DraftResult, DraftRow, ImportTrouble } from '../../wallet/types.ts';
import type { Source } from './look.ts';

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
  /** A draft has nothing left to do. */
  onReady(draft: DraftRow, items: DraftItemRow[]): Promise<void>;
  /** Called now and then while there is work. */
  keepAlive(): void;
}

export interface DraftRunner {
  /** Works until nothing is left; joins the run under way. Never rejects. */
  run(): Promise<void>;
}

const BEAT = 10_000;

export function createDraftRunner(deps: DraftRunnerDeps): DraftRunner {
  const { db } = deps;
  let running: Promise<void> | undefined;
  let again = false;

  async function checkOne(item: DraftItemRow): Promise<void> {
    const { draft, n, candidate, attempts } = item;
    if (candidate.source === null || attempts > MAX_ATTEMPTS) return finishItem(db, draft, n, undefined);
    await finishItem(db, draft, n, await deps.look(candidate.source));
  }

  async function checkItems(draft: string): Promise<void> {
    const busy = new Set<number>();
    const worker = async (): Promise<void> => {
      for (;;) {
        const item = await takeItem(db, draft, busy);
        if (!item) return;
        busy.add(item.n);
        // What could not be written stays queued, and is tried by the next run.
        await checkOne(item).finally(() => busy.delete(item.n));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  async function read(draft: DraftRow): Promise<void> {
    const trouble = await deps.readList(draft, async (candidates) => {
      return addCandidates(db, draft.id, candidates, { whole: false });
    });
    await addCandidates(db, draft.id, [], { whole: true, ...(trouble && { trouble }) });
  }

  async function work(): Promise<void> {
    for (const draft of await openDrafts(db)) {
      if (draft.state === 'reading') await read(draft);
      await checkItems(draft.id);
      const now = await db.drafts.get(draft.id);
      if (now?.state === 'ready' || now?.state === 'failed') await deps.onReady(now, await itemsOfDraft(db, now.id));
    }
  }

  async function loop(): Promise<void> {
    const beat = setInterval(deps.keepAlive, BEAT);
    try {
      do {
        again = false;
        await work();
      } while (again);
    } catch {
      // The database says no (full, lost): its own page tells the user; the drafts stay as they are.
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
