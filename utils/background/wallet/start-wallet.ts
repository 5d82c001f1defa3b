/** The background's half of the wallet. Listeners are registered at once; everything else waits to be asked or for its alarm. */
import type { Report } from '../../badge/report.ts';
import { browser } from '../../browser.ts';
import { keepInMemory } from '../../net/kept.ts';
import type { TrustLists } from '../../trust/types.ts';
import { emptyOldBin } from '../../wallet/badges.ts';
import { retryBlocked } from '../../wallet/blocked.ts';
import { currentAnswer } from '../../wallet/changes.ts';
import type { ClaimContext } from '../../wallet/claim.ts';
import { WalletDatabase } from '../../wallet/database.ts';
import { dropOldDrafts } from '../../wallet/drafts.ts';
import { type Judge, rejudge } from '../../wallet/judging.ts';
import { warnOfEnds } from '../../wallet/news.ts';
import { readPreferences } from '../../wallet/preferences.ts';
import { troubleOf } from '../../wallet/trouble.ts';
import type { NewsKind, WalletTrouble } from '../../wallet/types.ts';
import type { Translate } from '../../words/types.ts';
import type { Household } from '../types.ts';
import { createDraftRunner } from './draft-runner.ts';
import { judgeBy } from './judge.ts';
import { readDraftList, readWholeList } from './lists.ts';
import { lookAt } from './look.ts';
import { listenToNotices, notify } from './notices.ts';
import { type RecheckDeps, recheckDue, recheckOne } from './recheck.ts';
import { lookAtWatches, settleWatchDraft, type WatchingDeps } from './watching.ts';

const ALARM = 'touchstone-wallet';
/** How often the wallet is looked through for what is due, in minutes; each badge has a time of its own. */
const PERIOD = 180;

export interface WalletKeeper {
  /** There is an import to work on. Ends when it is done, or with why it could not be written on; joins the run under way. */
  work(): Promise<WalletTrouble | null>;
  /** The answer of the last look, as it stands today; null for a badge that is not there. */
  report(id: string): Promise<Report | null>;
  /** Looks at these badges now; those that are not there are passed over. Answers why not all could be. */
  check(ids: readonly string[]): Promise<WalletTrouble | null>;
  /** What the alarm does: due badges, watched lists, warnings, the bin. Answers why not all of it could be done; joins the run under way. Never rejects. */
  tick(): Promise<NotLooked | null>;
  /** The same for somebody who asks now: a run under way may be past what they ask for, so one more follows it. */
  lookNow(): Promise<NotLooked | null>;
  /** Once after each start of the worker: takes up what an earlier one left, and sees to the alarm. */
  resume(): Promise<void>;
  /** The user has allowed more hosts: what waits in an import for one of them is looked at again. */
  permitted(): Promise<void>;
  /** The user's addresses, name or lists have changed, or something was written that was judged by others. Takes up what an earlier worker left of it. */
  rejudge(): Promise<void>;
  /** The same for whoever does not wait for it; the next start or alarm takes up what fails. */
  judgeSoon(): void;
  /** Everything, for good. */
  deleteAll(): Promise<void>;
}

export type NotLooked = WalletTrouble | 'offline';

export interface WalletKeeperDeps extends Household {
  t: Translate;
  keepAlive(): void;
  /** Who vouches for issuers, the organisation's list included: in a worker's first moments it may be missing. Slow. */
  readAllLists(): Promise<TrustLists>;
}

export function startWallet(deps: WalletKeeperDeps): WalletKeeper {
  const { t, keepAlive, readSettings, readLists, verification, fetch } = deps;
  const db = new WalletDatabase();
  const kept = keepInMemory();
  const { now } = Date;
  const random = () => Math.random();

  /** Whose badges are whose, and who vouches for issuers, as the settings stand. */
  async function readJudge(lists: () => Promise<TrustLists> = readLists): Promise<Judge> {
    const [settings, listed, preferences] = await Promise.all([readSettings(), lists(), readPreferences(db)]);
    return judgeBy(verification.reportOn, settings, listed, preferences);
  }

  const look: RecheckDeps['look'] = (source, options) => {
    keepAlive();
    return lookAt(source, { verification, fetch, readLists, readJudge, kept }, options);
  };

  async function readContext(): Promise<{ claim: ClaimContext; judge: Judge }> {
    const [judge, { visibility }] = await Promise.all([readJudge(), readPreferences(db)]);
    return { claim: { self: judge.self, visibility, now: now(), random }, judge };
  }

  async function say(kind: NewsKind, name: string): Promise<void> {
    if ((await readPreferences(db)).notify) await notify(kind, name, t);
  }

  const watching: WatchingDeps = {
    db,
    readWhole: (address) => readWholeList(address, fetch),
    readContext,
    async onAdded(ids) {
      const first = ids[0] === undefined ? undefined : await db.badges.get(ids[0]);
      const name = first?.facts.name ?? '';
      await say('added', ids.length > 1 ? t('news.and_others', [name, ids.length - 1]) : name);
    },
    onGone: ({ address }) => say('watch-gone', address),
    now,
    random,
  };
  const runner = createDraftRunner({
    db,
    look: (source) => look(source, { picture: true }),
    readList: (draft, onPage) => readDraftList(draft.list ?? '', fetch, onPage),
    async onReady(draft) {
      if (draft.way !== 'watch') return;
      await settleWatchDraft(draft, watching);
      keeper.judgeSoon();
    },
    keepAlive,
  });
  const recheck: RecheckDeps = {
    db,
    look,
    readJudge,
    onNews: (kind, { facts }) => say(kind, facts.name),
    now,
    random,
  };

  /** One look through everything at a time. */
  let ticking: Promise<NotLooked | null> | undefined;
  async function lookThrough(): Promise<NotLooked | null> {
    for (const { kind, badge } of await warnOfEnds(db, now())) {
      const row = await db.badges.get(badge);
      await say(kind, row?.facts.name ?? '');
    }
    await emptyOldBin(db, now());
    await dropOldDrafts(db, now());
    // A look without a network says nothing, and would be counted as a failure of the badge's.
    if (globalThis.navigator?.onLine === false) return 'offline';
    await lookAtWatches(watching);
    const trouble = await runner.run();
    while (await recheckDue(recheck)) keepAlive();
    return trouble;
  }

  let judging: Promise<void> = Promise.resolve();
  async function judgeAnew(): Promise<void> {
    await rejudge(db, await readJudge(deps.readAllLists));
  }

  const keeper: WalletKeeper = {
    work: () => runner.run(),
    async report(id) {
      const [row, kept] = await Promise.all([db.badges.get(id), db.kept.get(id)]);
      if (!row || !kept) return null;
      const judge = await readJudge();
      // What was found out may have ended since, or be too old to say anything about today.
      const { verdict } = currentAnswer(row, now());
      return judge.reportOn({ ...kept.examined, verdict });
    },
    async check(ids) {
      try {
        for (const row of await db.badges.bulkGet([...ids])) {
          if (row && row.deletedAt === 0) await recheckOne(row, recheck);
        }
        return null;
      } catch (error) {
        return troubleOf(error);
      } finally {
        keeper.judgeSoon();
      }
    },
    tick() {
      ticking ??= lookThrough()
        .catch((error: unknown) => troubleOf(error))
        .then(async (trouble) => {
          await keeper.rejudge().catch(() => {});
          return trouble;
        })
        .finally(() => {
          ticking = undefined;
        });
      return ticking;
    },
    async lookNow() {
      await ticking;
      return keeper.tick();
    },
    async resume() {
      if (!(await browser.alarms.get(ALARM))) {
        await browser.alarms.create(ALARM, { delayInMinutes: 5 + 25 * Math.random(), periodInMinutes: PERIOD });
      }
      await Promise.all([keeper.rejudge(), runner.run()]);
    },
    async permitted() {
      const drafts = await db.drafts.toArray();
      for (const { id, state } of drafts) if (state === 'ready') await retryBlocked(db, id);
      await runner.run();
    },
    judgeSoon: () => void keeper.rejudge().catch(() => {}),
    rejudge() {
      // One after the other: what an older state of the settings made of a badge must not be written over a newer one's.
      judging = judging.catch(() => {}).then(judgeAnew);
      return judging;
    },
    async deleteAll() {
      await db.delete();
      await db.open();
    },
  };

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void keeper.tick();
  });
  listenToNotices();
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (permissions.includes('notifications')) listenToNotices();
  });
  return keeper;
}
