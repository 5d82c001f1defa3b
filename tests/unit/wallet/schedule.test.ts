import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERDICTS } from '../../../utils/badge/report.ts';
import { LONGEST_WAIT, nextDue } from '../../../utils/wallet/schedule.ts';
import { credlyExamined, DAY, HOUR, NOON } from './support.ts';

const iso = (ms: number) => new Date(ms).toISOString();
const badge = credlyExamined(1).badge;

describe('when a badge is looked at again', () => {
  it('in a week, a fifth sooner or later', () => {
    const examined = credlyExamined(1);
    expect([0, 0.5, 1].map((random) => (nextDue(examined, 0, NOON, random) - NOON) / DAY)).toEqual([5.6, 7, 8.4]);
  });

  it('within the hour after it ends, begins, or something it lists ends', () => {
    const end = NOON + 2 * DAY;
    for (const examined of [
      credlyExamined(1, 'verified', { badge: badge && { ...badge, expires: iso(end) } }),
      credlyExamined(1, 'not-yet-valid', { badge: badge && { ...badge, issuedOn: iso(end) } }),
      credlyExamined(1, 'verified', { staleAt: iso(end) }),
    ]) {
      expect(nextDue(examined, 0, NOON, 0)).toBe(end);
      expect(nextDue(examined, 0, NOON, 1)).toBe(end + HOUR);
    }
  });

  it('what could not be decided sooner, and later with each failure, up to a week', () => {
    const examined = credlyExamined(1, 'undecided');
    const hours = [0, 1, 2, 3, 4, 5, 6, 100].map((failures) => (nextDue(examined, failures, NOON, 0.5) - NOON) / HOUR);
    expect(hours).toEqual([6, 12, 24, 48, 96, 168, 168, 168]);
  });

  it('not before the host wants to be asked, unless that is further off than any host may wish', () => {
    const wish = (retryAt: string) => nextDue(credlyExamined(1, 'undecided', { retryAt }), 0, NOON, 0.5) - NOON;
    expect(wish(iso(NOON + 2 * DAY))).toBe(2 * DAY);
    expect(wish('9999-12-31T23:59:59Z')).toBe(7 * DAY);
    expect(wish('soon')).toBe(6 * HOUR);
  });

  it('always later than now, and never so late that a clock must have been wrong', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VERDICTS),
        fc.nat({ max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.integer({ min: -4_000, max: 4_000 }), { minLength: 4, maxLength: 4 }),
        (verdict, failures, random, [ends = 0, begins = 0, stale = 0, retry = 0]) => {
          const examined = credlyExamined(1, verdict, {
            badge: badge && { ...badge, expires: iso(NOON + ends * DAY), issuedOn: iso(NOON + begins * DAY) },
            staleAt: iso(NOON + stale * DAY),
            retryAt: iso(NOON + retry * DAY),
          });
          const wait = nextDue(examined, failures, NOON, random) - NOON;
          expect(wait).toBeGreaterThan(0);
          expect(wait).toBeLessThanOrEqual(8.4 * DAY);
          expect(wait).toBeLessThan(LONGEST_WAIT);
        },
      ),
    );
  });

  it('is spread, so that badges that were claimed together do not stay together', () => {
    const dues = Array.from({ length: 60 }, (_, i) => nextDue(credlyExamined(1), 0, NOON, (i * 0.618) % 1));
    expect(new Set(dues).size).toBe(60);
    expect(Math.max(...dues) - Math.min(...dues)).toBeGreaterThan(2 * DAY);
  });
});
