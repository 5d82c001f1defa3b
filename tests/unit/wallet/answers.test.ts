import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Examined, Verdict } from '../../../utils/badge/report.ts';
import { reportOn } from '../../../utils/verify/report-on.ts';
import { dueBadges, historyOf, recordAnswer } from '../../../utils/wallet/answers.ts';
import { deleteBadges, purgeBadges } from '../../../utils/wallet/badges.ts';
import { currentAnswer } from '../../../utils/wallet/changes.ts';
import type { WalletDatabase } from '../../../utils/wallet/database.ts';
import { identitiesOf } from '../../../utils/wallet/identity.ts';
import { rejudge } from '../../../utils/wallet/judging.ts';
import { listNews } from '../../../utils/wallet/news.ts';
import type { KeptBytes } from '../../../utils/wallet/types.ts';
import {
  claimOne,
  credlyAddress,
  credlyExamined,
  DAY,
  encode,
  entryAt,
  entryOfFile,
  freshWallet,
  HOUR,
  judgeOf,
  KESTREL,
  NOON,
  signedExamined,
  theBadge,
} from './support.ts';

const document = (text: string): KeptBytes => ({ mime: 'application/json', bytes: encode(text) });

async function set() {
  const db = freshWallet();
  const id = await claimOne(db, entryAt(credlyAddress(1), credlyExamined(1)));
  await db.kept.update(id, { documents: [document('first')] });
  const look = (days: number, found: Examined, documents: KeptBytes[] = []) => lookAt(db, id, days, found, documents);
  const news = async () => (await listNews(db)).map(({ kind }) => kind).toReversed();
  return { db, id, look, news, badge: () => theBadge(db, id) };
}

function lookAt(db: WalletDatabase, id: string, days: number, found: Examined, documents: KeptBytes[] = []) {
  const now = NOON + days * DAY;
  const examined = { ...found, checkedAt: new Date(now).toISOString() };
  const answer = {
    examined,
    identities: identitiesOf(examined, credlyAddress(1)),
    documents,
  };
  return recordAnswer(db, id, answer, { judge: judgeOf(), now, random: () => 0.5 });
}

const at = (verdict: Verdict, extra: Partial<Examined> = {}) => credlyExamined(1, verdict, extra);

describe('another look', () => {
  it('brings new answer, facts, documents and the time of the next look', async () => {
    const { look, badge, news } = await set();
    const renamed = at('verified');
    const found = { ...renamed, badge: renamed.badge && { ...renamed.badge, name: 'Knots, 2nd edition' } };
    expect(await look(7, found, [document('second')])).toEqual({ news: null });
    const { row, kept } = await badge();
    expect(row).toMatchObject({ facts: { name: 'Knots, 2nd edition' }, failures: 0, dueAt: NOON + 14 * DAY });
    expect(row.answer.checkedAt).toBe(new Date(NOON + 7 * DAY).toISOString());
    expect(kept.documents).toEqual([document('second')]);
    expect(kept.examined.badge?.raw).toBeNull();
    expect(await news()).toEqual([]);
  });

  it('of a badge that was withdrawn is told, with the reason; its facts and documents stay as a record', async () => {
    const { look, badge, news, db } = await set();
    const checks = [{ id: 'status', outcome: 'fail', code: 'status-revoked', detail: 'Left the guild' }] as const;
    await look(7, at('revoked', { badge: null, recipients: [], checks: [...checks] }), [document('withdrawn')]);
    const { row, kept } = await badge();
    expect(row).toMatchObject({ answer: { verdict: 'revoked', tone: 'bad', standing: 'vetted' }, ownership: 'proved' });
    expect(row.facts.name).toBe('Knots 1');
    expect(kept.documents).toEqual([document('first')]);
    expect(kept.examined).toMatchObject({ verdict: 'revoked', badge: { name: 'Knots 1' } });
    expect(await listNews(db)).toMatchObject([
      { kind: 'revoked', badges: [row.id], detail: 'Left the guild', seen: 0 },
    ]);
    expect(await news()).toEqual(['revoked']);
  });

  it('that is invalid changes the answer and nothing that was answered for', async () => {
    const { look, badge } = await set();
    const forged = signedExamined({ id: 'x', issuer: 'y', name: 'Forged' }, 'invalid', { proof: 'hosted' });
    await look(7, forged, [document('forged')]);
    const { row, kept } = await badge();
    expect(row).toMatchObject({ answer: { verdict: 'invalid' }, facts: { name: 'Knots 1' }, ownership: 'proved' });
    expect(kept.documents).toEqual([document('first')]);
  });

  it('keeps the verdict beside the badge in step with the row’s, so that no old one is read as today’s', async () => {
    const { look, badge } = await set();
    for (const verdict of ['revoked', 'not-found', 'invalid', 'expired', 'unsupported'] as const) {
      await look(7, at(verdict, verdict === 'revoked' ? { badge: null } : {}));
      const { row, kept } = await badge();
      expect([row.answer.verdict, kept.examined.verdict]).toEqual([verdict, verdict]);
      expect(kept.examined.badge?.name).toBe('Knots 1');
      expect(reportOn(kept.examined).tone).toBe(row.answer.tone);
    }
  });

  it('at an address that leads to another badge now says nothing about this one', async () => {
    const db = freshWallet();
    const address = 'https://kestrel.example/badge';
    const id = await claimOne(db, entryAt(address, signedExamined(KESTREL)));
    const other = signedExamined({ id: 'urn:other', issuer: 'did:web:evil.example', name: 'Another' });
    const look = (days: number) => {
      const now = NOON + days * DAY;
      const examined = { ...other, checkedAt: new Date(now).toISOString() };
      const answer = { examined, identities: identitiesOf(other, address), documents: [] };
      return recordAnswer(db, id, answer, { judge: judgeOf({ emails: [] }), now, random: () => 0.5 });
    };
    expect(await look(1)).toEqual({ news: null });
    expect(await look(16)).toEqual({ news: 'gone' });
    const { row, kept } = await theBadge(db, id);
    expect(row).toMatchObject({ facts: { name: 'Lanterns' }, answer: { verdict: 'undecided', tone: 'unknown' } });
    expect(row.identities.join()).not.toContain('evil');
    expect(kept.examined.badge?.name).toBe('Lanterns');
  });

  it('of a badge that was purged meanwhile writes nothing', async () => {
    const { db, id, look } = await set();
    await deleteBadges(db, [id], NOON);
    await purgeBadges(db, [id]);
    expect(await look(7, at('revoked'))).toBeNull();
    expect((await db.badges.count()) + (await db.kept.count()) + (await db.history.count())).toBe(0);
    expect(await listNews(db)).toEqual([]);
  });

  it('of one in the bin is written and not told', async () => {
    const { db, id, look, badge, news } = await set();
    await deleteBadges(db, [id], NOON);
    expect(await look(7, at('revoked'))).toEqual({ news: null });
    expect((await badge()).row.answer.verdict).toBe('revoked');
    expect(await news()).toEqual([]);
  });

  it('brings a picture where there is none, and leaves the one there is', async () => {
    const { db, id } = await set();
    const answer = { examined: at('verified'), documents: [] };
    const about = { judge: judgeOf({ emails: [] }), now: NOON, random: () => 0.5 };
    const picture = (text: string): KeptBytes => ({ mime: 'image/png', bytes: encode(text) });
    await recordAnswer(db, id, { ...answer, picture: picture('one') }, about);
    await recordAnswer(db, id, { ...answer, picture: picture('two') }, about);
    expect((await theBadge(db, id)).kept.picture).toEqual(picture('one'));
  });

  it('finds out that a file that nobody could answer for is a badge that has a name', async () => {
    const db = freshWallet();
    const id = await claimOne(db, entryOfFile('{}', signedExamined(KESTREL, 'undecided')));
    const examined = signedExamined(KESTREL);
    const answer = { examined, identities: identitiesOf(examined), documents: [] };
    await recordAnswer(db, id, answer, { judge: judgeOf({ emails: [] }), now: NOON, random: () => 0.5 });
    // So the same one in other bytes is not added a second time.
    expect(await claimOne(db, entryOfFile('{ }', examined))).toBe(id);
  });

  it('of one that waited for its owner takes it for claimed when it is verified, without calling it good again', async () => {
    const { db, id, look, badge, news } = await set();
    await db.badges.update(id, {
      acceptance: 'unclaimed',
      answer: { ...(await badge()).row.answer, verdict: 'not-found' },
    });
    await db.history.clear();
    await look(7, at('verified'));
    expect((await badge()).row.acceptance).toBe('claimed');
    expect(await news()).toEqual([]);
  });
});

describe('a look that was begun before another and ends after it', () => {
  it('changes nothing: neither answer, history, news nor the time of the next look', async () => {
    const { look, badge, news, db, id } = await set();
    await look(2, at('revoked'));
    const before = await Promise.all([badge(), historyOf(db, id), news()]);
    for (const slow of [at('verified'), at('undecided')]) {
      const examined = { ...slow, checkedAt: new Date(NOON + DAY).toISOString() };
      const answer = { examined, documents: [document('slow')] };
      const about = { judge: judgeOf(), now: NOON + 2 * DAY + 1, random: () => 0.5 };
      expect(await recordAnswer(db, id, answer, about)).toEqual({ news: null });
    }
    expect(await Promise.all([badge(), historyOf(db, id), news()])).toEqual(before);
  });

  it('counts where the other decided nothing, or was dated by a clock that was ahead', async () => {
    const { look, badge, db, id } = await set();
    for (const answer of [
      { verdict: 'undecided', checkedAt: new Date(NOON + 2 * DAY).toISOString() },
      { verdict: 'revoked', checkedAt: new Date(NOON + 900 * DAY).toISOString() },
    ] as const) {
      await db.badges.update(id, { answer: { ...(await badge()).row.answer, ...answer } });
      await look(1, at('verified'));
      expect((await badge()).row.answer).toMatchObject({
        verdict: 'verified',
        checkedAt: new Date(NOON + DAY).toISOString(),
      });
    }
  });
});

describe('a look that decides nothing', () => {
  it('leaves the last answer standing for fourteen days from the first one, then the badge counts as gone, once', async () => {
    const { look, badge, news } = await set();
    // Nobody looked for twenty days: that the network is down now says nothing yet.
    for (const day of [20, 27, 33.9]) {
      expect(await look(day, at('undecided'))).toEqual({ news: null });
      expect((await badge()).row.answer).toMatchObject({
        verdict: 'verified',
        checkedAt: new Date(NOON).toISOString(),
      });
    }
    expect((await badge()).row.failures).toBe(3);
    expect(await look(34, at('undecided'))).toEqual({ news: 'gone' });
    expect((await badge()).row.answer.verdict).toBe('undecided');
    expect((await badge()).row.facts.name).toBe('Knots 1');
    expect(await look(60, at('undecided'))).toEqual({ news: null });
    expect(await look(61, at('not-found'))).toEqual({ news: null });
    expect(await look(62, at('verified'))).toEqual({ news: 'good-again' });
    expect((await badge()).row.failures).toBe(0);
    expect(await news()).toEqual(['gone', 'good-again']);
  });

  it('is forgotten with the next that does', async () => {
    const { look, badge } = await set();
    await look(1, at('undecided'));
    await look(8, at('verified'));
    await look(16, at('undecided'));
    expect((await badge()).row).toMatchObject({ failures: 1, answer: { verdict: 'verified' } });
  });

  it('does not make a badge look verified for longer than an answer is worth', async () => {
    const { look, badge } = await set();
    await look(29, at('undecided'));
    const { row } = await badge();
    expect(row.answer.verdict).toBe('verified');
    expect(currentAnswer(row, NOON + 30 * DAY).verdict).toBe('undecided');
  });

  it('of one that never was decided is written at once', async () => {
    const db = freshWallet();
    const listed = { name: 'Knots' };
    const id = await claimOne(db, entryAt(credlyAddress(1), at('undecided'), { listed }));
    await lookAt(db, id, 1, at('undecided'));
    expect((await theBadge(db, id)).row.answer.checkedAt).toBe(new Date(NOON + DAY).toISOString());
    // It never was in order: that it is now is no news of "again".
    expect(await lookAt(db, id, 2, at('verified'))).toEqual({ news: null });
  });

  it('does not put words into the badge’s mouth, even when the badge counts as gone', async () => {
    const { look, badge } = await set();
    const unproved = signedExamined({ id: 'x', issuer: 'y', name: 'Anybody’s words' }, 'undecided');
    await look(1, unproved);
    await look(15, unproved, [document('anybody’s')]);
    const { row, kept } = await badge();
    expect(row).toMatchObject({ answer: { verdict: 'undecided' }, facts: { name: 'Knots 1' }, ownership: 'proved' });
    expect(kept.documents).toEqual([document('first')]);
  });
});

describe('the history of a badge', () => {
  it('grows by a row only where the answer is another one', async () => {
    const { db, id, look } = await set();
    await look(7, at('verified'));
    await look(14, at('verified', { asked: ['api.credly.com'] }));
    await look(21, at('revoked'));
    await look(28, at('verified'));
    const rows = await historyOf(db, id);
    expect(rows.map(({ verdict, at, until }) => [verdict, (at - NOON) / DAY, (until - NOON) / DAY])).toEqual([
      ['verified', 28, 28],
      ['revoked', 21, 21],
      ['verified', 0, 14],
    ]);
    expect(rows[2]?.asked).toEqual(['api.credly.com']);
  });

  it('tells the same verdict for other reasons apart', async () => {
    const { db, id, look } = await set();
    const why = (code: 'origin-network' | 'origin-timeout') =>
      at('undecided', { checks: [{ id: 'origin', outcome: 'unknown', code }] });
    await look(1, why('origin-network'));
    await look(2, why('origin-timeout'));
    await look(3, why('origin-timeout'));
    expect((await historyOf(db, id)).map(({ codes }) => codes.join())).toEqual([
      'origin-timeout',
      'origin-network',
      '',
    ]);
  });

  it('holds the last hundred, of this badge alone', async () => {
    const { db, id, look } = await set();
    const other = await claimOne(db, entryAt(credlyAddress(2), credlyExamined(2)));
    for (let day = 1; day <= 120; day++) await look(day, at(day % 2 ? 'expired' : 'verified'));
    const rows = await historyOf(db, id);
    expect(rows).toHaveLength(100);
    expect([rows[0]?.at, rows.at(-1)?.at]).toEqual([NOON + 120 * DAY, NOON + 21 * DAY]);
    expect(await historyOf(db, other)).toHaveLength(1);
  });
});

describe('what is due', () => {
  it('is what has come due and is not in the bin, the longest due first, and no more than asked for', async () => {
    const db = freshWallet();
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push(await claimOne(db, entryAt(credlyAddress(n), credlyExamined(n))));
    for (const [n, id] of ids.entries()) await db.badges.update(id, { dueAt: NOON + (5 - n) * HOUR });
    await deleteBadges(db, ids.slice(4), NOON);
    const due = async (hours: number, most = 10) =>
      (await dueBadges(db, NOON + hours * HOUR, most)).map(({ id }) => id);
    expect(await due(1.5)).toEqual([]);
    expect(await due(3)).toEqual([ids[3], ids[2]]);
    expect(await due(9, 2)).toEqual([ids[3], ids[2]]);
  });

  it('is also what a clock that was ahead has put off for years', async () => {
    const { db, id } = await set();
    await db.badges.update(id, { dueAt: NOON + 900 * DAY });
    expect((await dueBadges(db, NOON, 5)).map((row) => row.id)).toEqual([id]);
    await db.badges.update(id, { dueAt: NOON + 30 * DAY });
    expect(await dueBadges(db, NOON, 5)).toEqual([]);
  });
});

it('a rejudgement between two looks leaves the verdict to the looks', async () => {
  const { db, id, look, badge } = await set();
  await look(1, at('undecided'));
  await rejudge(db, judgeOf({ emails: [] }));
  expect((await badge()).row).toMatchObject({ id, ownership: 'reference', answer: { verdict: 'verified' } });
  await look(2, at('not-found'));
  await rejudge(db, judgeOf());
  expect((await badge()).row).toMatchObject({ ownership: 'proved', answer: { verdict: 'not-found', tone: 'unknown' } });
});

it('what an issuer once proved gives way to nothing that nobody answers for, however often that is found', async () => {
  for (const isOfToday of [true, false]) {
    const { db, id, look, badge } = await set();
    const proved = (await badge()).row.facts;
    // Rows of former versions have no such mark.
    if (!isOfToday) await db.badges.update(id, { factsProved: undefined });
    const forged = signedExamined({ id: 'urn:x', issuer: 'did:web:stranger.example' }, 'invalid');
    for (const day of [1, 2, 3]) await look(day, { ...forged, issuer: {} });
    const { row, kept } = await badge();
    expect([row.answer.verdict, row.facts]).toEqual(['invalid', proved]);
    expect(kept.examined.recipients).not.toEqual([]);
  }
});

it.each<Verdict>(['verified', 'undecided'])(
  'a clock that was ahead, and wrote “%s”, keeps no answer',
  async (verdict) => {
    const { db, id, look, badge } = await set();
    await db.history.add({
      badge: id,
      at: NOON + 900 * DAY,
      until: NOON + 900 * DAY,
      verdict,
      proof: verdict === 'verified' ? 'hosted' : 'none',
      codes: at('undecided').checks.map(({ code }) => code),
      asked: [],
    });
    for (const day of [1, 8]) await look(day, at('undecided'));
    expect((await badge()).row.answer.verdict).toBe('verified');
    const rows = (await historyOf(db, id)).filter((row) => row.at < NOON + 900 * DAY);
    expect(rows.map((row) => row.verdict)).toEqual(['undecided', 'verified']);
    await look(16, at('undecided'));
    expect((await badge()).row.answer.verdict).toBe('undecided');
  },
);
