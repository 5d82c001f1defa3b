import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { recheckOne } from '../../../utils/background/wallet/recheck.ts';
import type { Verdict } from '../../../utils/badge/report.ts';
import type { WalletDatabase } from '../../../utils/wallet/database.ts';
import type { DraftResult, Source } from '../../../utils/wallet/types.ts';
import {
  claimAll,
  credlyAddress,
  credlyExamined,
  DAY,
  type Entry,
  entryAt,
  entryOfFile,
  freshWallet,
  judgeOf,
  KESTREL,
  NOON,
  resultOf,
  signedExamined,
  theBadge,
} from './support.ts';

const iso = (days: number) => new Date(NOON + days * DAY).toISOString();

/** One issue of a credential, in a file of its own, as it was found to be on a day. */
function issue(
  text: string,
  dates: { issuedOn?: number; expires?: number },
  day: number,
  verdict: Verdict = 'verified',
): Entry {
  const examined = signedExamined(KESTREL, verdict, { checkedAt: iso(day) });
  const { badge } = examined;
  const { issuedOn, expires } = dates;
  const dated = badge && {
    ...badge,
    ...(issuedOn !== undefined && { issuedOn: iso(issuedOn) }),
    ...(expires !== undefined && { expires: iso(expires) }),
  };
  return entryOfFile(text, { ...examined, badge: dated });
}

async function set(first: Entry) {
  const db = freshWallet();
  const add = async (entry: Entry, day: number) => (await claimAll(db, [entry], { now: NOON + day * DAY }))[0];
  const outcome = await add(first, 0);
  if (!outcome || !('badge' in outcome)) throw new Error('not claimed');
  return { db, add, id: outcome.badge, files: () => filesOf(db, outcome.badge) };
}

async function filesOf(db: WalletDatabase, id: string) {
  const { kept } = await theBadge(db, id);
  return [kept.original, ...(kept.former ?? [])].map((file) => new TextDecoder().decode(file?.bytes));
}

describe('a renewed credential', () => {
  it('takes the place of the former one, which is kept beside it, and is what is looked at from then on', async () => {
    const { db, add, id, files } = await set(issue('old', { expires: -1 }, 0, 'expired'));
    expect(await add(issue('new', { expires: 365 }, 1), 1)).toEqual({ kind: 'updated', badge: id });
    expect(await files()).toEqual(['new', 'old']);
    const { row } = await theBadge(db, id);
    expect(row).toMatchObject({ answer: { verdict: 'verified' }, facts: { expires: iso(365) } });
    const asked: Source[] = [];
    await recheckOne(row, {
      db,
      look: async (source) => {
        asked.push(source);
        return resultOf(signedExamined(KESTREL, 'verified', { checkedAt: iso(8) }), null);
      },
      readJudge: async () => judgeOf(),
      onNews: async () => {},
      now: () => NOON + 8 * DAY,
      random: () => 0.5,
    });
    expect(asked.map((source) => 'bytes' in source && new TextDecoder().decode(source.bytes))).toEqual(['new']);
    expect(await files()).toEqual(['new', 'old']);
  });

  it('is told as news where both of them hold', async () => {
    const { add, id } = await set(issue('old', { expires: 10 }, 0));
    expect(await add(issue('new', { expires: 365 }, 1), 1)).toEqual({ kind: 'updated', badge: id });
    expect(await add(issue('new', { expires: 365 }, 2), 2)).toEqual({ kind: 'already-there', badge: id });
  });

  it.each<[string, Entry]>([
    ['was handed in before', issue('old', { issuedOn: -400, expires: 10 }, 5)],
    ['was handed in before, and has ended', issue('old', { issuedOn: -400, expires: 10 }, 20, 'expired')],
    ['is an older issue', issue('older', { issuedOn: -800 }, 5)],
    ['ends before', issue('shorter', { issuedOn: -3, expires: 200 }, 5)],
    ['was withdrawn when it was renewed', issue('older', { issuedOn: -800 }, 5, 'revoked')],
  ])('stays the last word, though a file that %s is looked at later', async (_, former) => {
    const { db, add, id, files } = await set(issue('old', { issuedOn: -400, expires: 10 }, 0));
    await add(issue('new', { issuedOn: -3, expires: 365 }, 1), 1);
    const before = await theBadge(db, id);
    expect(await add(former, 30)).toEqual({ kind: 'already-there', badge: id });
    const after = await theBadge(db, id);
    expect(after.row.answer).toEqual(before.row.answer);
    expect(after.row.facts).toEqual(before.row.facts);
    // Not lost either.
    const [current, ...others] = await files();
    const given = former.result?.original?.bytes;
    expect(current).toBe('new');
    expect(others).toContain(new TextDecoder().decode(given));
  });

  it('in another form that was there before is looked at as well as any: a withdrawal is no matter of the form', async () => {
    const dates = { issuedOn: -3, expires: 365 };
    const { db, add, id, files } = await set(issue('picture', dates, 0));
    await add(issue('json', dates, 1), 1);
    expect(await add(issue('picture', dates, 2, 'revoked'), 2)).toEqual({ kind: 'updated', badge: id });
    expect((await theBadge(db, id)).row.answer.verdict).toBe('revoked');
    // The one that the answer rests on now is the one that is looked at.
    expect(await files()).toEqual(['picture', 'json']);
  });

  it('without dates takes the place of one without, and of a badge that only its list named', async () => {
    const { db, add } = await set(issue('old', { expires: 5 }, 0));
    await add(issue('new', {}, 1), 1);
    const [row] = await db.badges.toArray();
    expect(row?.facts.expires).toBeUndefined();
    const listed = { name: 'Lanterns' };
    const address = 'https://kestrel.example/a/9';
    const other = await set(entryAt(address, credlyExamined(1, 'undecided'), { listed }));
    const dated = signedExamined(KESTREL, 'verified', { checkedAt: iso(1) });
    await other.add(entryAt(address, { ...dated, badge: dated.badge && { ...dated.badge, expires: iso(3) } }), 1);
    expect((await theBadge(other.db, other.id)).row.answer.verdict).toBe('verified');
  });

  it('leaves ten former ones, the oldest go', async () => {
    const { add, files } = await set(issue('0', { issuedOn: 0 }, 0));
    for (let n = 1; n <= 14; n++) await add(issue(`${n}`, { issuedOn: n }, n), n);
    expect(await files()).toEqual(Array.from({ length: 11 }, (_, n) => `${14 - n}`));
  });

  it('that nobody answers for takes nobody’s place', async () => {
    const { add, files } = await set(issue('old', {}, 0));
    await add(issue('forged', { issuedOn: 1 }, 1, 'undecided'), 1);
    expect(await files()).toEqual(['old']);
  });
});

describe('a signed file of a hosted badge', () => {
  const same = (verdict: Verdict, day: number, badge: object = {}): Entry['result'] & object => {
    const examined = signedExamined(KESTREL, verdict, { checkedAt: iso(day) });
    return resultOf({ ...examined, badge: examined.badge && { ...examined.badge, ...badge } }, null);
  };
  const hosted = (verdict: Verdict, day: number, badge: object = {}) => {
    const { examined } = same(verdict, day, badge);
    return resultOf({ ...examined, proof: examined.badge ? 'hosted' : 'none' }, { url: KESTREL.id });
  };
  const gone = (day: number): ReturnType<typeof hosted> => {
    const { examined } = hosted('not-found', day);
    return resultOf({ ...examined, badge: null, proof: 'none' }, { url: KESTREL.id });
  };
  const entry = (result: ReturnType<typeof hosted>): Entry => ({
    candidate: { label: 'x', source: { url: KESTREL.id }, acceptance: 'claimed' },
    result,
  });
  const recheck = async (db: WalletDatabase, id: string, day: number, at: Record<'url' | 'file', DraftResult>) => {
    const news: string[] = [];
    await recheckOne((await theBadge(db, id)).row, {
      db,
      look: async (source) => {
        if ('url' in source) return at.url;
        return { ...at.file, ...('bytes' in source && { original: { mime: source.mime, bytes: source.bytes } }) };
      },
      readJudge: async () => judgeOf(),
      onNews: async (kind) => void news.push(kind),
      now: () => NOON + day * DAY,
      random: () => 0.5,
    });
    return { row: (await theBadge(db, id)).row, news };
  };

  it('stands in for a platform that is gone, whatever hour of the day each of them writes', async () => {
    const { db, add, id } = await set(entry(hosted('verified', 0, { issuedOn: '2025-01-10T09:30:00Z' })));
    await recheck(db, id, 8, { url: gone(8), file: gone(8) });
    expect((await theBadge(db, id)).row.answer.verdict).toBe('not-found');
    const signed = signedExamined(KESTREL, 'verified', { checkedAt: iso(9) });
    const file = entryOfFile('mine', {
      ...signed,
      badge: signed.badge && { ...signed.badge, issuedOn: '2025-01-10T00:00:00Z' },
    });
    expect(await add(file, 9)).toEqual({ kind: 'updated', badge: id });
    expect((await theBadge(db, id)).row.answer).toMatchObject({ verdict: 'verified', proof: 'signed' });
    const { row, news } = await recheck(db, id, 16, { url: gone(16), file: same('verified', 16) });
    expect([row.answer.verdict, news]).toEqual(['verified', []]);
  });

  it.each<[string, Verdict, Verdict, { expires: string }, Verdict]>([
    ['stays the last word over what ended at the address', 'expired', 'verified', { expires: iso(3) }, 'verified'],
    ['gives way to a withdrawal at the address', 'revoked', 'verified', { expires: iso(3) }, 'revoked'],
    ['tells of a withdrawal itself', 'verified', 'revoked', { expires: iso(365) }, 'revoked'],
    ['gives way to what was renewed at the address', 'verified', 'expired', { expires: iso(900) }, 'verified'],
  ])('%s', async (_, atAddress, inFile, dates, expected) => {
    const { db, add, id } = await set(entry(hosted('verified', 0, { expires: iso(3) })));
    await add(issue('renewed', { expires: 365 }, 1), 1);
    const url = hosted(atAddress, 8, dates);
    const { row, news } = await recheck(db, id, 8, { url, file: same(inFile, 8, { expires: iso(365) }) });
    expect(row.answer.verdict).toBe(expected);
    expect(news).toEqual(expected === 'verified' ? [] : [expected]);
  });

  it('keeps its end while the older issue is asked for at the address', async () => {
    const { db, add, id } = await set(entry(hosted('verified', 0, { expires: iso(3) })));
    await add(issue('renewed', { expires: 365 }, 1), 1);
    const file = same('undecided', 8);
    const { row, news } = await recheck(db, id, 8, { url: hosted('expired', 8, { expires: iso(3) }), file });
    expect([row.answer.verdict, row.facts.expires, news]).toEqual(['verified', iso(365), []]);
    expect(await add(entry(hosted('expired', 9, { expires: iso(3) })), 9)).toMatchObject({ kind: 'already-there' });
    expect((await theBadge(db, id)).row.facts.expires).toBe(iso(365));
  });
});

it('a file that comes again becomes the current one again, the other lies beside it', async () => {
  const { db, add, id, files } = await set(issue('a', {}, 0, 'revoked'));
  await add(issue('b', {}, 1), 1);
  await add(issue('a', {}, 2, 'revoked'), 2);
  expect((await theBadge(db, id)).row.answer.verdict).toBe('revoked');
  expect(await files()).toEqual(['a', 'b']);
});

it('another form of a hosted badge lies beside the first: what it says is asked of its host', async () => {
  const { files, add } = await set(entryOfFile('picture', credlyExamined(1)));
  await add(entryAt(credlyAddress(1), credlyExamined(1, 'verified', { checkedAt: iso(1) })), 1);
  await add(entryOfFile('json', credlyExamined(1, 'verified', { checkedAt: iso(2) })), 2);
  expect(await files()).toEqual(['picture', 'json']);
});
