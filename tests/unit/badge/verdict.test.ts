import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_CODES, CHECK_IDS, CHECK_OUTCOMES } from '../../../utils/badge/check.ts';
import { HOLDER_MATCHES, STANDINGS, VERDICTS } from '../../../utils/badge/report.ts';
import { toneOf } from '../../../utils/badge/tone.ts';
import { verdictOf } from '../../../utils/badge/verdict.ts';

const check = fc.record({
  id: fc.constantFrom(...CHECK_IDS),
  outcome: fc.constantFrom(...CHECK_OUTCOMES),
  code: fc.constantFrom(...CHECK_CODES),
});
const GOOD = [
  { id: 'format', outcome: 'pass', code: 'format-ok' },
  { id: 'origin', outcome: 'pass', code: 'origin-ok' },
  { id: 'status', outcome: 'pass', code: 'status-ok' },
  { id: 'dates', outcome: 'pass', code: 'dates-none' },
] as const;
const SIGNED = [
  GOOD[0],
  { id: 'signature', outcome: 'pass', code: 'signature-ok' },
  { id: 'key', outcome: 'pass', code: 'key-ok' },
  GOOD[2],
  GOOD[3],
] as const;

describe('verdictOf', () => {
  it('verified has to be earned: nothing may be missing', () => {
    expect(verdictOf(GOOD)).toBe('verified');
    expect(verdictOf(SIGNED)).toBe('verified');
    for (const checks of [GOOD, SIGNED]) {
      for (const missing of checks) expect(verdictOf(checks.filter((other) => other !== missing))).toBe('undecided');
    }
    expect(verdictOf([])).toBe('undecided');
  });

  it('nothing that decides may have failed or be open', () => {
    fc.assert(
      fc.property(fc.array(check, { maxLength: 8 }), (checks) => {
        if (verdictOf(checks) !== 'verified') return;
        const deciding = checks.filter(({ id }) => !['recipient', 'image', 'schema'].includes(id));
        expect(deciding.filter(({ outcome }) => outcome === 'fail' || outcome === 'unknown')).toEqual([]);
        for (const id of ['format', 'status', 'dates'])
          expect(deciding.some((one) => one.id === id && one.outcome === 'pass')).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('one more failure or open question never makes it verified', () => {
    for (const id of ['format', 'origin', 'signature', 'key', 'status', 'dates', 'issuer'] as const) {
      for (const outcome of ['fail', 'unknown'] as const) {
        for (const code of CHECK_CODES) expect(verdictOf([...GOOD, { id, outcome, code }])).not.toBe('verified');
      }
    }
  });

  it('warnings and what is beside the point change nothing', () => {
    for (const id of CHECK_IDS)
      expect(verdictOf([...GOOD, { id, outcome: 'warn', code: 'schema-findings' }])).toBe('verified');
    for (const id of ['recipient', 'image', 'schema'] as const) {
      expect(verdictOf([...GOOD, { id, outcome: 'unknown', code: 'recipient-unnamed' }])).toBe('verified');
    }
  });

  it('withdrawn outranks open questions and dates; a wrong proof outranks everything', () => {
    const revoked = { id: 'status', outcome: 'fail', code: 'status-revoked' } as const;
    const suspended = { id: 'status', outcome: 'fail', code: 'status-suspended' } as const;
    const open = { id: 'issuer', outcome: 'unknown', code: 'issuer-unreadable' } as const;
    const expired = { id: 'dates', outcome: 'fail', code: 'dates-expired' } as const;
    const wrong = { id: 'origin', outcome: 'fail', code: 'origin-out-of-scope' } as const;
    expect(verdictOf([revoked, open, expired])).toBe('revoked');
    expect(verdictOf([suspended, open])).toBe('suspended');
    expect(verdictOf([suspended, revoked])).toBe('revoked');
    expect(verdictOf([revoked, wrong])).toBe('invalid');
    expect(verdictOf([...GOOD.slice(0, 3), expired])).toBe('expired');
    expect(verdictOf([...GOOD.slice(0, 3), expired, open])).toBe('undecided');
  });
});

describe('toneOf', () => {
  it('is ok in one case alone', () => {
    for (const verdict of VERDICTS) {
      for (const standing of STANDINGS) {
        for (const holder of HOLDER_MATCHES) {
          const earned =
            verdict === 'verified' && (standing === 'trusted' || standing === 'vetted') && holder !== 'differs';
          expect(toneOf(verdict, standing, holder) === 'ok').toBe(earned);
          if (standing === 'impostor') expect(toneOf(verdict, standing, holder)).toBe('bad');
        }
      }
    }
  });
});
