import { describe, expect, it } from 'vitest';
import { acceptAddress, shareableOf } from '../../../utils/wallet/shareable.ts';
import type { BadgeRow } from '../../../utils/wallet/types.ts';

const ID = '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470';
const NOW = Date.parse('2026-05-01T00:00:00Z');
const DAY = 86_400_000;

type Kept = Pick<BadgeRow, 'facts' | 'answer' | 'visibility' | 'ownership' | 'acceptance' | 'restored'>;
const GOOD: Kept = {
  facts: {
    name: 'Cloud Gardening',
    issuer: { name: 'Lumen Academy' },
    skills: [],
    standard: 'OB2',
    url: `https://www.credly.com/badges/${ID}`,
    platform: { id: 'credly', badge: ID },
  },
  answer: {
    verdict: 'verified',
    tone: 'ok',
    proof: 'hosted',
    match: 'yours',
    standing: 'vetted',
    checkedAt: new Date(NOW - DAY).toISOString(),
  },
  visibility: 'public',
  ownership: 'proved',
  acceptance: 'claimed',
};

describe('what may be shared', () => {
  it('is the badge with its public address and nothing in the way', () => {
    const { badge, obstacles } = shareableOf(GOOD, NOW, 'Grows clouds.');
    expect(obstacles).toEqual([]);
    expect(badge).toMatchObject({
      name: 'Cloud Gardening',
      description: 'Grows clouds.',
      url: `https://www.credly.com/badges/${ID}/public_url`,
    });
  });

  it('is judged by today, not by the day of the last answer', () => {
    const ended = { ...GOOD, facts: { ...GOOD.facts, expires: new Date(NOW - 3_600_000).toISOString() } };
    expect(shareableOf(ended, NOW).obstacles).toEqual(['expired']);
    expect(shareableOf(ended, NOW - DAY).obstacles).toEqual([]);
    expect(shareableOf(GOOD, NOW + 60 * DAY).obstacles).toEqual(['not-checked']);
  });

  it('what nobody has looked at here is not called unverifiable; what was looked at and not decided is', () => {
    const undecided: Kept = { ...GOOD, answer: { ...GOOD.answer, verdict: 'undecided', tone: 'unknown' } };
    expect(shareableOf({ ...undecided, restored: true }, NOW).obstacles).toEqual(['not-checked']);
    expect(shareableOf(undecided, NOW).obstacles).toEqual(['not-verified']);
  });

  it('names everything in the way, also where there is no address', () => {
    const { platform: _, url: __, ...nowhere } = GOOD.facts;
    const row: Kept = { ...GOOD, facts: nowhere, visibility: 'private', ownership: 'reference' };
    expect(shareableOf(row, NOW)).toEqual({ badge: null, obstacles: ['reference', 'private', 'no-address'] });
  });
});

describe('where a badge is accepted', () => {
  it('is its owner’s own page at Credly, and the platform’s page elsewhere', () => {
    const source = `https://www.credly.com/badges/${ID}`;
    expect(acceptAddress({ source, facts: GOOD.facts })).toBe(`https://www.credly.com/earner/earned/badge/${ID}`);
    const { url: _, ...facts } = GOOD.facts;
    expect(acceptAddress({ facts })).toBeUndefined();
    expect(acceptAddress({ source: 'https://nobody.example/', facts })).toBeUndefined();
  });
});
