import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { type RecheckDeps, recheckOne } from '../../../utils/background/wallet/recheck.ts';
import { commitDraft } from '../../../utils/wallet/claim.ts';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { answerOf } from '../../../utils/wallet/facts.ts';
import { type Judge, rejudge } from '../../../utils/wallet/judging.ts';
import { mortalWallet } from '../background/wallet/support.ts';
import {
  checkedDraft,
  claimAll,
  context,
  credlyAddress,
  credlyExamined,
  type Entry,
  entryAt,
  entryOfFile,
  freshWallet,
  judgeOf,
  KESTREL,
  NOON,
  READER,
  resultOf,
  signedExamined,
  toReader,
} from './support.ts';

const lanterns = signedExamined(KESTREL, 'verified', { recipients: toReader() });
/** The reader's settings before and after: the school stood on the list, and the address among the reader's. */
const before = judgeOf({ emails: [READER] }, [{ id: KESTREL.issuer, name: 'Kestrel School' }]);
const after = judgeOf({ emails: [] });
const mine = [{ n: 0, take: true, statement: 'mine' as const }];

/** An import that was checked while the settings were others. */
function checkedUnder({ by, reportOn }: Judge): Entry {
  const { candidate, result = resultOf(lanterns, null) } = entryOfFile('{"a":1}', lanterns);
  return { candidate, result: { ...result, answer: answerOf(reportOn(lanterns)), judgedBy: by } };
}

const theOnly = async (db: WalletDatabase) => (await db.badges.toArray())[0];
const good = { ownership: 'proved', answer: { tone: 'ok', standing: 'trusted', match: 'yours' } };
const doubtful = { ownership: 'reference', answer: { tone: 'caution', standing: 'unlisted', match: 'unknown' } };

describe('settings that change', () => {
  it.each([
    ['take trust and address back', before, after, doubtful],
    ['bring trust and address', after, before, good],
  ] as const)('while an import waits, and %s, count for what it adds', async (_, then, now, expected) => {
    const db = freshWallet();
    await rejudge(db, then);
    const id = await checkedDraft(db, [checkedUnder(then)]);
    await rejudge(db, now);
    await commitDraft(db, id, mine, context({ self: now.self }));
    await rejudge(db, now);
    expect(await theOnly(db)).toMatchObject(expected);
  });

  it('between the click and the writing of an import count for it', async () => {
    const db = freshWallet();
    await rejudge(db, before);
    const id = await checkedDraft(db, [checkedUnder(before)]);
    await Promise.all([rejudge(db, after), commitDraft(db, id, mine, context({ self: before.self }))]);
    await rejudge(db, after);
    expect(await theOnly(db)).toMatchObject(doubtful);
  });

  it('while a badge is looked at count for its answer, also where they change once more', async () => {
    const db = freshWallet();
    await rejudge(db, before);
    await claimAll(db, [checkedUnder(before)]);
    const recheck: RecheckDeps = {
      db,
      look: async () => {
        await rejudge(db, after);
        return resultOf({ ...lanterns, checkedAt: new Date(NOON + 1).toISOString() }, null, {
          answer: answerOf(before.reportOn(lanterns)),
        });
      },
      // Read right before the answer is written: the next change may come between the two.
      readJudge: async () => before,
      onNews: async () => {},
      now: () => NOON + 1,
      random: () => 0.5,
    };
    const row = await theOnly(db);
    if (!row) throw new Error('no badge');
    await recheckOne(row, { ...recheck, readJudge: async () => after });
    expect(await theOnly(db)).toMatchObject(doubtful);
    await recheckOne(row, recheck);
    await rejudge(db, after);
    expect(await theOnly(db)).toMatchObject(doubtful);
  });

  it('are not gone by twice: what was judged by them is not read again', async () => {
    const db = freshWallet();
    await claimAll(db, [checkedUnder(before)]);
    await rejudge(db, before);
    const judged = new Set<string>();
    const counting: Judge = {
      ...before,
      reportOn: (examined) => {
        judged.add(examined.badge?.name ?? '');
        return before.reportOn(examined);
      },
    };
    await rejudge(db, counting);
    expect([...judged]).toEqual([]);
    const id = await checkedDraft(db, [checkedUnder(before), entryAt(credlyAddress(1), credlyExamined(1))]);
    await commitDraft(db, id, [...mine, { n: 1, take: true, statement: 'mine' }], context());
    await rejudge(db, counting);
    expect([...judged]).toEqual(['Knots 1']);
  });
});

it.each(['before', 'after'] as const)(
  'a worker that dies at any of its steps (%s it takes effect) leaves no badge unjudged to the next',
  async (when) => {
    let deaths = 0;
    for (let diesAt = 0; ; diesAt++) {
      const db = freshWallet();
      await claimAll(
        db,
        [1, 2, 3].map((n) => entryAt(credlyAddress(n), credlyExamined(n))),
      );
      await rejudge(db, judgeOf());
      const { db: mortal, life } = mortalWallet(db.name, diesAt, when);
      await rejudge(mortal, after).catch(() => {});
      const hasDied = life.dead;
      mortal.close();
      await rejudge(new WalletDatabase(db.name), after);
      const rows = await db.badges.toArray();
      expect(rows.map(({ ownership, answer }) => [ownership, answer.match])).toEqual(
        rows.map(() => ['reference', 'unknown']),
      );
      if (!hasDied) break;
      deaths++;
    }
    expect(deaths).toBeGreaterThan(4);
  },
);
