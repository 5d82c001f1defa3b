import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Check, VERDICTS } from '../../../utils/badge/report.ts';
import { freshUntil } from '../../../utils/ledger/lifetimes.ts';
import { examinedFixture, NOON } from './support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (ms: number) => new Date(NOON + ms).toISOString();
const badge = (dates: { issuedOn?: string; expires?: string }) => ({
  badge: { name: 'x', issuer: { name: 'y' }, skills: [], standard: 'OB2' as const, raw: null, ...dates },
});

describe('how long an answer is kept', () => {
  it.each([
    ['verified', DAY],
    ['expired', DAY],
    ['suspended', HOUR],
    ['revoked', HOUR],
    ['invalid', HOUR],
    ['not-found', 15 * MINUTE],
    ['undecided', 5 * MINUTE],
    ['unsupported', 7 * DAY],
    ['not-yet-valid', HOUR],
  ] as const)('%s: %i ms', (verdict, life) => {
    expect(freshUntil(examinedFixture(verdict), NOON, 1)).toBe(NOON + life);
  });

  it('ends a verified answer when the badge ends', () => {
    expect(freshUntil(examinedFixture('verified', badge({ expires: at(HOUR) })), NOON, 0)).toBe(NOON + HOUR);
    expect(freshUntil(examinedFixture('verified', badge({ expires: at(9 * DAY) })), NOON, 0)).toBe(NOON + DAY);
    expect(freshUntil(examinedFixture('verified', badge({ expires: 'someday' })), NOON, 0)).toBe(NOON + DAY);
  });

  it('ends a verified answer when what it lists ends', () => {
    const verified = (staleAt: string, expires?: string) =>
      freshUntil(examinedFixture('verified', { staleAt, ...(expires && badge({ expires })) }), NOON, 0);
    expect(verified(at(HOUR))).toBe(NOON + HOUR);
    expect(verified(at(2 * HOUR), at(HOUR))).toBe(NOON + HOUR);
    expect(verified(at(9 * DAY))).toBe(NOON + DAY);
  });

  it('asks again soon where only the page that names the holder could not be read', () => {
    for (const verdict of ['verified', 'expired'] as const) {
      const life = (...checks: Check[]) => (freshUntil(examinedFixture(verdict, { checks }), NOON, 0) ?? 0) - NOON;
      expect(life({ id: 'recipient', outcome: 'unknown', code: 'origin-timeout' })).toBe(10 * MINUTE);
      expect(life({ id: 'recipient', outcome: 'unknown', code: 'recipient-unnamed' })).toBe(DAY);
      expect(life({ id: 'recipient', outcome: 'warn', code: 'origin-timeout' })).toBe(DAY);
      expect(life({ id: 'image', outcome: 'unknown', code: 'origin-timeout' })).toBe(DAY);
    }
    const checks: Check[] = [{ id: 'recipient', outcome: 'unknown', code: 'origin-network' }];
    const ends = { ...badge({ expires: at(MINUTE) }), checks };
    expect(freshUntil(examinedFixture('verified', ends), NOON, 0)).toBe(NOON + MINUTE);
  });

  it('ends a not-yet-valid answer when the badge begins', () => {
    expect(freshUntil(examinedFixture('not-yet-valid', badge({ issuedOn: at(HOUR / 2) })), NOON, 0)).toBe(
      NOON + HOUR / 2,
    );
    expect(freshUntil(examinedFixture('not-yet-valid', badge({ issuedOn: at(9 * DAY) })), NOON, 0)).toBe(NOON + DAY);
  });

  it('doubles the wait after each undecided answer, up to six hours, and never comes before retryAt', () => {
    const waits = [1, 2, 3, 7, 8, 50].map((n) => (freshUntil(examinedFixture('undecided'), NOON, n) ?? 0) - NOON);
    expect(waits).toEqual([5, 10, 20, 320, 360, 360].map((minutes) => minutes * MINUTE));
    expect(freshUntil(examinedFixture('undecided', { retryAt: at(HOUR) }), NOON, 1)).toBe(NOON + HOUR);
    expect(freshUntil(examinedFixture('undecided', { retryAt: at(MINUTE) }), NOON, 1)).toBe(NOON + 5 * MINUTE);
  });

  it('keeps nothing that cost no request', () => {
    for (const verdict of VERDICTS) expect(freshUntil(examinedFixture(verdict, { asked: [] }), NOON, 1)).toBeNull();
  });

  it('never keeps a verified answer past the end of the badge, and nothing longer than a week', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VERDICTS),
        fc.integer({ min: -2 * DAY, max: 2 * DAY }),
        fc.nat({ max: 100 }),
        (verdict, end, attempts) => {
          const until = freshUntil(examinedFixture(verdict, badge({ expires: at(end) })), NOON, attempts) ?? 0;
          expect(until).toBeLessThanOrEqual(NOON + 7 * DAY);
          if (verdict === 'verified') expect(until).toBeLessThanOrEqual(NOON + end);
        },
      ),
    );
  });
});
