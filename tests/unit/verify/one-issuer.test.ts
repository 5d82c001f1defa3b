import { beforeAll, describe, expect, it } from 'vitest';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom } from './fixtures/network.ts';
import { foundSchool, KEYS_AT, LIST_AT, REVOKED, type School } from './fixtures/one-issuer.ts';

const NOW = new Date('2026-11-23T00:00:00Z');
const MANY = 200;

describe('many badges of one issuer', () => {
  let school: School;
  let badges: string[];

  beforeAll(async () => {
    school = await foundSchool();
    badges = [];
    for (let entry = 0; entry < MANY; entry++) badges.push(JSON.stringify(await school.badgeAt(entry)));
  });

  const verdicts = (fetch: typeof globalThis.fetch, texts: readonly string[]) =>
    Promise.all(texts.map(async (text) => (await verifyBadge({ text }, { fetch, now: NOW })).verdict));

  const expected = Array.from({ length: MANY }, (_, entry) => (entry === REVOKED ? 'revoked' : 'verified'));

  it('ask for its keys and its list once, all at the same time', async () => {
    const { fetch, asked } = fetchFrom(school.network);
    expect(await verdicts(fetch, badges)).toEqual(expected);
    expect(asked.toSorted()).toEqual([KEYS_AT, LIST_AT]);
  });

  it('ask for its keys and its list once, one after the other', async () => {
    const { fetch, asked } = fetchFrom(school.network);
    const told: string[] = [];
    for (const text of badges) told.push(...(await verdicts(fetch, [text])));
    expect(told).toEqual(expected);
    expect(asked).toEqual([KEYS_AT, LIST_AT]);
  });

  it('ask again where they come over another network', async () => {
    const one = fetchFrom(school.network);
    const other = fetchFrom(school.network);
    await verdicts(one.fetch, badges.slice(0, 2));
    await verdicts(other.fetch, badges.slice(0, 2));
    expect(other.asked.toSorted()).toEqual([KEYS_AT, LIST_AT]);
  });

  it('a forged badge among them is still none', async () => {
    const { fetch } = fetchFrom(school.network);
    const [first = '', second = ''] = badges;
    const forged = first.replace('Harbour Pilot, First Class', 'Harbour Master');
    expect(forged).not.toBe(first);
    expect(await verdicts(fetch, [second, forged, first])).toEqual(['verified', 'invalid', 'verified']);
  });
});
