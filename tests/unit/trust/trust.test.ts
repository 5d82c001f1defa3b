import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hexDigest } from '../../../utils/proofs/json-ld/digest.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/defaults.ts';
import { gatherLists } from '../../../utils/trust/lists.ts';
import { organisationOf } from '../../../utils/trust/organisation.ts';
import { contextIn, readPinned } from '../../../utils/trust/pin.ts';
import { loadRegistries, readLoaded } from '../../../utils/trust/registries.ts';
import { readRegistry } from '../../../utils/verify/registry.ts';
import { standingOf } from '../../../utils/verify/standing.ts';

beforeEach(() => fakeBrowser.reset());

const GUILD = { name: 'Harbour Guild', address: 'https://guild.example/registry.json' };
const NORTH = { name: 'North Registry', address: 'https://north.example/list.json' };
const LIST = {
  meta: {},
  registry: { 'did:web:tidewater.example': { name: 'Tidewater School', url: 'https://x.example' } },
};
const NOW = Date.now();

function serving(answers: Record<string, unknown>): typeof fetch {
  return async (input) => {
    const body = answers[String(input)];
    const response = new Response(body === undefined ? null : JSON.stringify(body), { status: body ? 200 : 503 });
    Object.defineProperty(response, 'url', { value: String(input) });
    return response;
  };
}

describe('a registry', () => {
  it('lists issuers by whole identifiers, and says who lists them', () => {
    expect(readRegistry(LIST, GUILD.name)).toEqual([
      { id: 'did:web:tidewater.example', name: 'Tidewater School', listedBy: 'Harbour Guild' },
    ]);
    expect(readRegistry({ entries: { 'https://a.example/issuer': {} } }, 'E')).toEqual([
      { id: 'https://a.example/issuer', listedBy: 'E' },
    ]);
  });

  it('never vouches for everybody on a host, nor for what is no identifier', () => {
    const odd = { 'a.example': { name: 'Host' }, 'http://a.example/': {}, 'two words': {}, '': {}, __proto__x: {} };
    expect(readRegistry({ registry: odd }, 'E')).toEqual([]);
    for (const value of [null, [], 'x', {}, { registry: [] }, { registry: 'x' }])
      expect(readRegistry(value, 'E')).toBeNull();
  });

  it('is loaded, kept, and keeps vouching when it cannot be reached, which is told', async () => {
    expect(await loadRegistries([GUILD, NORTH], serving({ [GUILD.address]: LIST }))).toBe(1);
    const first = await gatherLists(
      { ...DEFAULT_SETTINGS, registries: [GUILD, NORTH] },
      organisationOf({}),
      await readLoaded(),
      NOW,
    );
    expect(first.unread).toEqual(['North Registry']);
    expect(first.trusted.map(({ id }) => id)).toEqual(['did:web:tidewater.example']);
    expect(await loadRegistries([GUILD], serving({}))).toBe(0);
    const later = await gatherLists(
      { ...DEFAULT_SETTINGS, registries: [GUILD] },
      organisationOf({}),
      await readLoaded(),
      NOW,
    );
    expect(later.unread).toEqual(['Harbour Guild']);
    expect(later.trusted).toHaveLength(1);
  });

  it('vouches no more once its list is two weeks old, or was switched off', async () => {
    await loadRegistries([GUILD], serving({ [GUILD.address]: LIST }));
    const settings = { ...DEFAULT_SETTINGS, registries: [GUILD] };
    const old = await gatherLists(settings, organisationOf({}), await readLoaded(), NOW + 15 * 86_400_000);
    expect(old).toMatchObject({ trusted: [], unread: ['Harbour Guild'] });
    const off = await gatherLists(DEFAULT_SETTINGS, organisationOf({}), await readLoaded(), NOW);
    expect(off).toMatchObject({ trusted: [], unread: [] });
  });

  it('that answers something else, or from another host, is not read', async () => {
    for (const answer of [{ registry: [] }, 'page', []]) {
      expect(await loadRegistries([GUILD], serving({ [GUILD.address]: answer }))).toBe(0);
    }
  });
});

describe('an organisation', () => {
  it('is understood member by member', () => {
    const policy = {
      organisation: 'Fernhill Works',
      trustedIssuers: [{ id: 'did:web:a.example', name: 'A' }, 'b.example', { name: 'nobody' }, 7],
      registries: [GUILD, { address: 'http://x.example' }],
      contexts: [{ address: 'https://a.example/v1', sha256: 'x', text: '{}' }],
    };
    expect(organisationOf(policy)).toEqual({
      name: 'Fernhill Works',
      trusted: [
        { id: 'did:web:a.example', name: 'A', listedBy: 'Fernhill Works' },
        { id: 'b.example', listedBy: 'Fernhill Works' },
      ],
      registries: [GUILD],
      contexts: [],
    });
  });

  it('never makes anything throw', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (policy) => void organisationOf(policy)));
  });
});

describe('a pinned context', () => {
  const text = '{"@context":{"@version":1.1,"guild":"https://guild.example/v#guild"}}';

  it('counts only as long as its text is the one that was pinned', async () => {
    const pin = { address: 'https://guild.example/v1', sha256: await hexDigest('SHA-256', text), text };
    expect(await readPinned(pin)).toEqual(JSON.parse(text));
    expect(await readPinned({ ...pin, text: text.replace('#guild', '#other') })).toBeNull();
    const lists = await gatherLists({ ...DEFAULT_SETTINGS, contexts: [pin] }, organisationOf({}), [], NOW);
    expect(lists.contexts).toEqual({ [pin.address]: JSON.parse(text) });
  });

  it('of the organisation comes before one of the reader', async () => {
    const other = '{"@context":{}}';
    const pins = [text, other].map(async (words) => ({
      address: 'https://a.example/',
      sha256: await hexDigest('SHA-256', words),
      text: words,
    }));
    const [theirs, ours] = await Promise.all(pins);
    const lists = await gatherLists(
      { ...DEFAULT_SETTINGS, contexts: [ours!] },
      { ...organisationOf({}), contexts: [theirs!] },
      [],
      NOW,
    );
    expect(lists.contexts['https://a.example/']).toEqual(JSON.parse(text));
  });

  it('is a JSON-LD document that names nothing twice', () => {
    for (const bad of ['', '[]', '{}', 'x', '{"@context":{},"@context":{}}']) expect(contextIn(bad)).toBeNull();
  });
});

describe('long lists', () => {
  it('an identifier never passes for a host, and a host never for an identifier', () => {
    const trusted = [{ id: 'tidewater.example' }];
    expect(standingOf({ id: 'host tidewater.example', name: 'X' }, trusted).judgement.standing).toBe('unlisted');
    expect(standingOf({ id: 'tidewater.example', name: 'X' }, trusted).judgement.standing).toBe('unlisted');
    expect(
      standingOf({ id: 'https://tidewater.example/i', host: 'tidewater.example' }, trusted).judgement.standing,
    ).toBe('trusted');
  });
});
