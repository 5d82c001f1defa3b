import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS, type Verdict } from '../../../utils/badge/report.ts';
import { currentAnswer, expiryWarning, newsOfVerdict } from '../../../utils/wallet/changes.ts';
import type { AnswerFacts, BadgeFacts, NewsKind } from '../../../utils/wallet/types.ts';
import { answerFixture, DAY, HOUR, NOON } from './support.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const facts = (expires?: number): BadgeFacts => ({
  name: 'Knots',
  issuer: { name: 'Harbour School' },
  skills: [],
  standard: 'OB2',
  ...(expires !== undefined && { expires: iso(expires) }),
});

describe('what is told of a change', () => {
  const N = null;
  /** Rows: before. Columns: after, in the order of `VERDICTS`. */
  const TABLE: Record<Verdict, readonly (NewsKind | null)[]> = {
    verified: [N, 'expired', N, 'suspended', 'revoked', 'invalid', 'gone', 'gone', N],
    expired: ['good-again', N, N, 'suspended', 'revoked', 'invalid', 'gone', 'gone', N],
    'not-yet-valid': [N, 'expired', N, 'suspended', 'revoked', 'invalid', 'gone', 'gone', N],
    suspended: ['good-again', 'expired', N, N, 'revoked', 'invalid', N, N, N],
    revoked: ['good-again', 'expired', N, 'suspended', N, 'invalid', N, N, N],
    invalid: ['good-again', 'expired', N, 'suspended', 'revoked', N, N, N, N],
    'not-found': ['good-again', 'expired', N, 'suspended', 'revoked', 'invalid', N, N, N],
    undecided: ['good-again', 'expired', N, 'suspended', 'revoked', 'invalid', N, N, N],
    unsupported: [N, 'expired', N, 'suspended', 'revoked', 'invalid', N, N, N],
  };

  it.each(VERDICTS.flatMap((before) => VERDICTS.map((after, i) => [before, after, TABLE[before][i] ?? null] as const)))(
    '%s → %s: %s',
    (before, after, news) => {
      expect(newsOfVerdict(before, after)).toBe(news);
    },
  );
});

describe('what an answer means today', () => {
  const at = (days: number, ends?: number, more: Partial<AnswerFacts> = {}) =>
    currentAnswer({ answer: answerFixture(more), facts: facts(ends) }, NOON + days * DAY);

  it('it is the answer for thirty days, and history from then on', () => {
    expect(at(0)).toEqual(answerFixture());
    expect(at(29.99).verdict).toBe('verified');
    expect(at(30)).toMatchObject({ verdict: 'undecided', tone: 'unknown', standing: 'vetted', match: 'yours' });
  });

  it('a badge that has ended since is expired, though nobody has looked', () => {
    expect(at(1, NOON + 2 * DAY).verdict).toBe('verified');
    expect(at(2, NOON + 2 * DAY - HOUR)).toMatchObject({ verdict: 'expired', tone: 'caution' });
  });

  it('an answer of a clock that was ahead, or that has no date, is none', () => {
    expect(at(-1).verdict).toBe('undecided');
    expect(currentAnswer({ answer: answerFixture(), facts: facts() }, NOON - 4 * 60_000).verdict).toBe('verified');
    expect(at(0, undefined, { checkedAt: 'yesterday' }).verdict).toBe('undecided');
  });

  it.each(VERDICTS.filter((verdict) => verdict !== 'verified'))('one that is %s stays so', (verdict) => {
    const old = answerFixture({ verdict, tone: 'bad', checkedAt: iso(NOON - 900 * DAY) });
    expect(currentAnswer({ answer: old, facts: facts(NOON - DAY) }, NOON)).toBe(old);
  });

  it('is never verified but where the answer was, it is fresh, and the badge has not ended', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VERDICTS),
        fc.integer({ min: -400, max: 400 }),
        fc.option(fc.integer({ min: -400, max: 400 }), { nil: undefined }),
        (verdict, age, end) => {
          const now = NOON + age * DAY;
          const ends = end === undefined ? undefined : NOON + end * DAY;
          const today = currentAnswer({ answer: answerFixture({ verdict }), facts: facts(ends) }, now);
          const holds = verdict === 'verified' && age >= 0 && age < 30 && (ends === undefined || ends >= now);
          expect(today.verdict === 'verified').toBe(holds);
          if (!holds) expect(today.verdict === 'verified' && today.tone === 'ok').toBe(false);
        },
      ),
    );
  });
});

describe('an end that comes near', () => {
  const END = NOON + 100 * DAY;
  const warning = (since: number, now: number, more: Partial<AnswerFacts> = {}, addedAt = NOON - DAY) =>
    expiryWarning({ facts: facts(END), answer: answerFixture(more), addedAt }, NOON + since * DAY, NOON + now * DAY);

  it.each([
    [0, 39, null],
    [0, 40, 'expires-60'],
    [39, 41, 'expires-60'],
    [40, 41, null],
    [41, 70, 'expires-30'],
    [70, 92, null],
    [92, 93, 'expires-7'],
    [93, 99, null],
    [0, 95, 'expires-7'],
    [0, 100, null],
    [0, 300, null],
  ] as const)('from day %d to day %d of a hundred: %s', (since, now, news) => {
    expect(warning(since, now)).toBe(news);
  });

  it('of a badge that is new, the one it is in already', () => {
    expect(warning(80, 81, {}, NOON + 80.5 * DAY)).toBe('expires-30');
    expect(warning(81, 82, {}, NOON + 80.5 * DAY)).toBeNull();
  });

  it.each(VERDICTS.filter((verdict) => verdict !== 'verified'))('says nothing of one that is %s', (verdict) => {
    expect(warning(0, 95, { verdict })).toBeNull();
  });

  it('is told once for each mark that was passed while one looked, whenever one looks', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 30 }), (days) => {
        const looks = days.toSorted((a, b) => a - b);
        const told = looks.flatMap((now, i) => warning(looks[i - 1] ?? 0, now) ?? []);
        expect(new Set(told).size).toBe(told.length);
        const marks: [NewsKind, number, number][] = [
          ['expires-60', 40, 70],
          ['expires-30', 70, 93],
          ['expires-7', 93, 100],
        ];
        for (const [kind, from, to] of marks) {
          expect(told.includes(kind)).toBe(looks.some((day) => day >= from && day < to));
        }
      }),
    );
  });
});
