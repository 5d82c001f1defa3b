/** The three kinds of public list, read over real https out of the local internet, and what they list verified there. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createReader } from '../../../../utils/net/reader.ts';
import { examine } from '../../../../utils/verify/examine.ts';
import { listAddressOf } from '../../../../utils/wallet/imports/list-address.ts';
import { readList, wholeList } from '../../../../utils/wallet/imports/read-list.ts';
import type { ListPage, ListTools } from '../../../../utils/wallet/imports/types.ts';
import type { Candidate } from '../../../../utils/wallet/types.ts';
import { MICROSOFT } from '../../../world/cast/catalogue.ts';
import { TAMSIN } from '../../../world/cast/people.ts';
import {
  BERTIL,
  BERTILS,
  COLLECTED,
  COLLECTION_ADDRESS,
  COLLECTION_HASH,
  MARISOL,
  MARISOLS,
  profileAddress,
} from '../../../world/cast/profiles.ts';
import { fetchInWorld } from '../../../world/fetch-in-world.ts';
import { APPLIED_SKILL, TRANSCRIPT_ADDRESS, TRANSCRIPT_ID } from '../../../world/sites/microsoft.ts';
import { startWorld, type World } from '../../../world/start-world.ts';

let world: World;
let ask: typeof fetch;

beforeAll(async () => {
  world = await startWorld();
  ask = fetchInWorld(world.port);
});
afterEach(() => {
  world.control.reset();
  world.log.reset();
});
afterAll(() => world.close());

function tools(more: Partial<ListTools> = {}): ListTools {
  return { reader: createReader(ask, { maxRequests: 60 }), now: new Date(), ...more };
}

function readingOf(address: string, more: Partial<ListTools> = {}) {
  const list = listAddressOf(address);
  if (!list) throw new Error(`no list: ${address}`);
  return readList(list, tools(more));
}

const urlOf = ({ source }: Candidate) => (source && 'url' in source ? source.url : null);
const hosts = () => new Set(world.log.all().map(({ host }) => host));

describe('a Credly profile', () => {
  test('sixty badges come over two pages, pending ones apart, and what was imported to Credly after them', async () => {
    const pages: ListPage[] = [];
    const read = await wholeList(readingOf(profileAddress(MARISOLS)), (page) => pages.push(page));
    expect(read.trouble).toBeUndefined();
    expect(pages.map(({ page, of, candidates }) => [page, of, candidates.length])).toEqual([
      [1, 2, 48],
      [2, 2, 12],
      [1, 1, 1],
    ]);
    expect(read.candidates.map(urlOf)).toEqual([
      ...MARISOLS.badges.map(({ badge }) => badge.address),
      COLLECTED[0]?.address,
    ]);
    const unclaimed = read.candidates.filter(({ acceptance }) => acceptance === 'unclaimed');
    expect(unclaimed).toHaveLength(3);
    for (const { acceptAt } of unclaimed) expect(acceptAt).toMatch(/^https:\/\/www\.credly\.com\/earner\//);
    for (const [n, { badge, issuedOn, expires }] of MARISOLS.badges.entries()) {
      expect(read.candidates[n]).toMatchObject({
        label: badge.title,
        listed: { name: badge.title, issuer: badge.issuer, issuedOn, ...(expires && { expires }) },
      });
    }
    expect(hosts()).toEqual(new Set(['www.credly.com']));
    expect(JSON.stringify(read.candidates)).not.toContain(MARISOL.name);
  });

  test('each of them gets the answer it has at Credly', async () => {
    const { candidates } = await wholeList(readingOf(profileAddress(MARISOLS)));
    const sample = MARISOLS.badges
      .map((held, n) => ({ ...held, candidate: candidates[n] }))
      .filter(({ badge, retired }, n) => n % 12 === 0 || retired || badge.expect.verdict !== 'verified');
    const verdicts = new Set(sample.map(({ badge }) => badge.expect.verdict));
    expect(verdicts).toEqual(new Set(['verified', 'expired', 'revoked', 'not-found']));
    expect(sample.some(({ retired }) => retired)).toBe(true);
    for (const { badge, candidate } of sample) {
      const url = (candidate && urlOf(candidate)) ?? '';
      expect([badge.role, (await examine({ url }, { fetch: ask })).verdict]).toEqual([
        badge.role,
        badge.expect.verdict,
      ]);
    }
  });

  test('it grows, is closed, and goes away', async () => {
    const first = await wholeList(readingOf(profileAddress(BERTILS)));
    world.control.setList(BERTIL.slug, { added: 3 });
    const later = await wholeList(readingOf(profileAddress(BERTILS)));
    expect([first.candidates.length, later.candidates.length]).toEqual([2, 5]);
    expect(later.candidates.map(urlOf)).toEqual(expect.arrayContaining(first.candidates.map(urlOf)));
    world.control.setList(BERTIL.slug, { closed: true });
    expect(await wholeList(readingOf(profileAddress(BERTILS)))).toEqual({ candidates: [], trouble: 'not-public' });
    world.control.setList(BERTIL.slug, { gone: true });
    expect(await wholeList(readingOf(profileAddress(BERTILS)))).toEqual({ candidates: [], trouble: 'not-found' });
  });

  test('a host that wants a rest says until when; one that is down is the network’s trouble', async () => {
    world.control.set('www.credly.com', { status: 429, headers: { 'retry-after': '600' } });
    const limited = await wholeList(readingOf(profileAddress(MARISOLS)));
    expect(limited).toMatchObject({ candidates: [], trouble: 'rate-limited' });
    expect(Date.parse(limited.retryAt ?? '')).toBeGreaterThan(Date.now());
    for (const knobs of [{ down: true }, { status: 503 }]) {
      world.control.set('www.credly.com', knobs);
      expect(await wholeList(readingOf(profileAddress(MARISOLS)))).toEqual({ candidates: [], trouble: 'network' });
    }
  });

  test('what was read before the second page failed is kept', async () => {
    const reading = readingOf(profileAddress(MARISOLS));
    const first = await reading.next();
    world.control.set('www.credly.com', { status: 429, headers: { 'retry-after': '60' } });
    expect(first.value).toMatchObject({ page: 1, of: 2 });
    expect(await reading.next()).toMatchObject({ done: true, value: { trouble: 'rate-limited' } });
  });

  test('a signal ends it, even while a page is under way', async () => {
    const stop = new AbortController();
    const open = world.control.hold('www.credly.com');
    const asked = world.log.next(({ host }) => host === 'www.credly.com');
    const reading = wholeList(readingOf(profileAddress(MARISOLS), { signal: stop.signal }));
    await asked;
    stop.abort();
    expect(await reading).toEqual({ candidates: [], stopped: true });
    open();
    expect(await wholeList(readingOf(profileAddress(MARISOLS), { signal: stop.signal }))).toEqual({
      candidates: [],
      stopped: true,
    });
  });
});

describe('a Microsoft Learn transcript', () => {
  test('lists itself and each applied skill with an address, certifications without', async () => {
    const read = await wholeList(readingOf(TRANSCRIPT_ADDRESS));
    expect(read.trouble).toBeUndefined();
    const [transcript, skill, active, historical] = read.candidates;
    expect(read.candidates).toHaveLength(4);
    expect(skill).toMatchObject({ label: APPLIED_SKILL.title, listed: { issuer: 'Microsoft' } });
    expect(active).toMatchObject({ label: MICROSOFT.title, source: null });
    expect(historical).toMatchObject({ source: null, listed: { expires: expect.any(String) } });
    for (const candidate of [transcript, skill]) {
      const url = (candidate && urlOf(candidate)) ?? '';
      expect((await examine({ url }, { fetch: ask })).verdict).toBe('verified');
    }
  });

  test('nothing about the person comes out', async () => {
    const told = JSON.stringify(await wholeList(readingOf(TRANSCRIPT_ADDRESS)));
    for (const secret of ['9900417', TAMSIN.name, TAMSIN.email, TAMSIN.name.toUpperCase()]) {
      expect(told).not.toContain(secret);
    }
  });

  test('its owner may end the sharing', async () => {
    world.control.setList(TRANSCRIPT_ID, { gone: true });
    expect(await wholeList(readingOf(TRANSCRIPT_ADDRESS))).toEqual({ candidates: [], trouble: 'not-found' });
  });
});

describe('a Badgr collection', () => {
  test('lists assertions by their own addresses, with names, and nobody’s name or e-mail', async () => {
    const read = await wholeList(readingOf(COLLECTION_ADDRESS));
    expect(read.candidates.map(urlOf)).toEqual(COLLECTED.map(({ address }) => address));
    expect(read.candidates[0]).toMatchObject({ label: 'Rowing, First Oar', listed: { issuer: 'Ría Rowing Club' } });
    expect(JSON.stringify(read)).not.toMatch(/Marisol|sha256|@/);
    for (const [n, badge] of COLLECTED.entries()) {
      const candidate = read.candidates[n];
      const { verdict } = await examine({ url: (candidate && urlOf(candidate)) ?? '' }, { fetch: ask });
      expect(verdict).toBe(badge.expect.verdict);
    }
  });

  test('one that is no longer shared', async () => {
    world.control.setList(COLLECTION_HASH, { gone: true });
    expect(await wholeList(readingOf(COLLECTION_ADDRESS))).toEqual({ candidates: [], trouble: 'not-found' });
  });
});
