import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { judgeBy } from '../../../../utils/background/wallet/judge.ts';
import { type LookDeps, lookAt } from '../../../../utils/background/wallet/look.ts';
import { recheckOne } from '../../../../utils/background/wallet/recheck.ts';
import { keepInMemory } from '../../../../utils/net/kept.ts';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/defaults.ts';
import { examine, reportOn } from '../../../../utils/verify/index.ts';
import { listBadges } from '../../../../utils/wallet/badges.ts';
import type { WalletDatabase } from '../../../../utils/wallet/database.ts';
import { listNews } from '../../../../utils/wallet/news.ts';
import type { Candidate, DraftResult, Source } from '../../../../utils/wallet/types.ts';
import { ACCREDIBLE, GENUINE, MICROSOFT, REVOKED } from '../../../world/cast/catalogue.ts';
import { days } from '../../../world/cast/dates.ts';
import { RURIK, TAMSIN } from '../../../world/cast/people.ts';
import { BAKED, SIGNED_CREDLY, SIGNED_FORGED, SIGNED_JWT, SIGNED_V2 } from '../../../world/cast/signed.ts';
import { fetchInWorld } from '../../../world/fetch-in-world.ts';
import { medalPng } from '../../../world/server/picture.ts';
import { htmlReply, jsonReply, type Site } from '../../../world/server/site.ts';
import { createIssuer } from '../../../world/signing/issuer.ts';
import { openBadge3 } from '../../../world/signing/open-badge.ts';
import { TRANSCRIPT_ADDRESS, TRANSCRIPT_ID } from '../../../world/sites/microsoft.ts';
import { startWorld, type World } from '../../../world/start-world.ts';
import { claimAll, context, DAY, encode, freshWallet, theBadge } from '../../wallet/support.ts';

const V2 = 'https://w3id.org/openbadges/v2';
const CLEAR = 'https://clear.example';
const CLEAR_ASSERTION = `{ "@context": "${V2}",\n  "type": "Assertion", "id": "${CLEAR}/assertion.json",
  "recipient": {"type":"email","hashed":false,"identity":"${TAMSIN.email}"},
  "badge": "${CLEAR}/class.json", "verification": {"type":"hosted"}, "issuedOn": "2024-05-17T10:00:00Z" }\n`;

/** An issuer that names its recipients in clear text. */
const clear: Site = {
  hosts: ['clear.example'],
  answer({ url }) {
    switch (url.pathname) {
      case '/assertion.json':
        return { headers: { 'content-type': 'application/ld+json' }, body: CLEAR_ASSERTION };
      case '/class.json':
        return jsonReply({
          '@context': V2,
          type: 'BadgeClass',
          id: `${CLEAR}/class.json`,
          name: 'Clear Writing',
          description: 'Writes so that others understand.',
          image: `${CLEAR}/medal.png`,
          criteria: { narrative: 'Short sentences.' },
          issuer: `${CLEAR}/issuer.json`,
        });
      case '/issuer.json':
        return jsonReply({
          '@context': V2,
          type: 'Issuer',
          id: `${CLEAR}/issuer.json`,
          name: 'Clear Press',
          url: CLEAR,
        });
      case '/medal.png':
        return { headers: { 'content-type': 'image/png' }, body: medalPng('clear') };
      default:
        return null;
    }
  },
};

/** A forger with a DID and keys of its own, who writes somebody else's address into what it signs. */
const forger = createIssuer('did:web:forger.example');
const forgers: Site = {
  hosts: ['forger.example'],
  async answer({ url }) {
    if (url.pathname === '/.well-known/did.json') return jsonReply(await forger.didDocument());
    return htmlReply('<!doctype html><title>Nothing</title>');
  },
};
const PERSONAL = `https://learn.microsoft.com/en-us/users/tamsin/transcript/share/${TRANSCRIPT_ID}`;

const LISTS = { trusted: [], unread: [], contexts: {} };
const TAMSINS = judgeBy(reportOn, { ...DEFAULT_SETTINGS, emails: [TAMSIN.email] }, LISTS, {
  name: TAMSIN.name,
  names: [],
});

let world: World;
let deps: LookDeps;
beforeAll(async () => {
  world = await startWorld({ sites: [clear, forgers] });
  deps = {
    verification: { examine, reportOn },
    fetch: fetchInWorld(world.port),
    readLists: async () => LISTS,
    kept: keepInMemory(),
    readJudge: async () => TAMSINS,
  };
});
afterEach(() => {
  world.control.reset();
  world.log.reset();
});
afterAll(() => world.close());

const look = (source: Source, options?: { picture: boolean }): Promise<DraftResult> => lookAt(source, deps, options);
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bodyAt = async (address: string) => new Uint8Array(await (await deps.fetch(address)).arrayBuffer());

async function claim(db: WalletDatabase, source: Source, more: Partial<Candidate> = {}): Promise<string> {
  const candidate: Candidate = { label: 'x', source, acceptance: 'claimed', ...more };
  const outcomes = await claimAll(db, [{ candidate, result: await look(source) }], {
    ...context(),
    now: Date.now(),
    self: { emails: [TAMSIN.email] },
  });
  const [outcome] = outcomes;
  if (!outcome || !('badge' in outcome)) throw new Error(`not claimed: ${JSON.stringify(outcome)}`);
  return outcome.badge;
}

describe('what is kept of a look', () => {
  it('of a hosted badge: its documents as their hosts sent them, to the byte, and no page', async () => {
    const found = await look({ url: GENUINE.address });
    expect(found.answer).toMatchObject({ verdict: 'verified', tone: 'ok', proof: 'hosted', match: 'yours' });
    expect(found.documents).toHaveLength(3);
    for (const { address = '', bytes, mime } of found.documents) {
      expect(mime).toContain('json');
      expect(bytes).toEqual(await bodyAt(address));
    }
    // The page was read for the holder's name, and holds more than that.
    expect(found.examined.asked).toContain('www.credly.com');
    expect(found.facts?.recipientName).toBe(TAMSIN.name);
    expect(found.original).toBeUndefined();
    expect(found.source).toBe(`https://www.credly.com/badges/${GENUINE.id}`);
    expect(found.picture?.mime).toBe('image/png');
  });

  it('is judged by the settings as they are when it ends', async () => {
    let settings = { ...DEFAULT_SETTINGS, emails: [TAMSIN.email] };
    const judge = () => judgeBy(reportOn, settings, LISTS, { name: '', names: [] });
    const { by } = judge();
    const fetch: LookDeps['fetch'] = (...request) => {
      settings = { ...settings, emails: [] };
      return deps.fetch(...request);
    };
    const found = await lookAt({ url: GENUINE.address }, { ...deps, fetch, readJudge: async () => judge() });
    expect(found).toMatchObject({ answer: { verdict: 'verified', match: 'unknown' }, judgedBy: judge().by });
    expect(found.judgedBy).not.toBe(by);
  });

  it('of a signed one: what it rests on, and what was handed in, untouched', async () => {
    const jwt = textOf(await bodyAt(SIGNED_JWT.address));
    const found = await look({ text: `  ${jwt}\n` });
    expect(found.answer).toMatchObject({ verdict: 'verified', proof: 'signed' });
    expect(found.original).toEqual({ mime: 'text/plain', bytes: encode(`  ${jwt}\n`) });
    expect(found.documents.map(({ address }) => address).toSorted()).toEqual([
      'https://kestrel.example/.well-known/did.json',
      'https://kestrel.example/status/1',
    ]);
    expect(found.source).toBeUndefined();
  });

  it('of a baked picture: the picture is its own, and is not asked for', async () => {
    const bytes = await bodyAt(BAKED.address);
    world.log.reset();
    const found = await look({ bytes, mime: 'image/png' });
    expect(found.answer.verdict).toBe('verified');
    expect([found.original?.bytes, found.picture?.bytes]).toEqual([bytes, bytes]);
    expect(world.log.all().every(({ path }) => !path.endsWith('.png'))).toBe(true);
  });

  it('keeps no plain address of anybody outside the documents', async () => {
    const found = await look({ url: `${CLEAR}/assertion.json` });
    expect(found.answer).toMatchObject({ verdict: 'verified', match: 'yours' });
    expect(found.documents.map(({ bytes }) => textOf(bytes))[0]).toBe(CLEAR_ASSERTION);
    const { documents: _, judgedBy: __, ...rest } = found;
    expect(JSON.stringify(rest)).not.toContain(TAMSIN.email);
    const db = freshWallet();
    const id = await claim(db, { url: `${CLEAR}/assertion.json` });
    const { row, kept } = await theBadge(db, id);
    expect(row.ownership).toBe('proved');
    expect(JSON.stringify([row, kept.examined])).not.toContain(TAMSIN.email);
  });

  it.each([
    ['a transcript', () => TRANSCRIPT_ADDRESS],
    ['a transcript under another user’s name', () => PERSONAL],
    ['a record of Microsoft’s', () => MICROSOFT.address],
    ['a record of Accredible’s', () => ACCREDIBLE.address],
  ])(
    'of %s keeps no document: a platform’s record may hold more about a person than the badge does',
    async (_, address) => {
      const found = await look({ url: address() });
      expect(found.answer).toMatchObject({ verdict: 'verified', proof: 'record' });
      expect(found.documents).toEqual([]);
      const everything = JSON.stringify(found);
      for (const secret of [TAMSIN.name.toUpperCase(), '9900417', 'Q0T1X2', TAMSIN.email]) {
        expect(everything).not.toContain(secret);
      }
    },
  );

  it('asks for no picture where there is one', async () => {
    expect((await look({ url: GENUINE.address }, { picture: false })).picture).toBeUndefined();
    expect(world.log.all().every(({ host }) => host !== 'images.credly.com')).toBe(true);
  });

  it('of a badge whose host is down is an answer all the same, and of its picture nothing', async () => {
    world.control.set('*', { down: true });
    const found = await look({ url: GENUINE.address });
    expect(found).toMatchObject({ answer: { verdict: 'undecided' }, facts: null, documents: [] });
    expect(found.identities).toEqual([`credly:${GENUINE.id}`]);
    expect(found.picture).toBeUndefined();
  });
});

describe('the same badge by several ways', () => {
  it.each<[string, () => Promise<Source[]>]>([
    [
      'Credly’s page, its assertion, and the assertion as a file',
      async () => {
        const assertion = `https://www.credly.com/api/v1/obi/v2/badge_assertions/${GENUINE.id}`;
        return [
          { url: GENUINE.address },
          { url: assertion },
          { bytes: await bodyAt(assertion), mime: 'application/json' },
          { text: textOf(await bodyAt(assertion)) },
        ];
      },
    ],
    [
      'a token, where it lies, and in a text',
      async () => [{ url: SIGNED_JWT.address }, { text: textOf(await bodyAt(SIGNED_JWT.address)) }],
    ],
    [
      'a baked picture, and where it lies',
      async () => [{ bytes: await bodyAt(BAKED.address), mime: 'image/png' }, { url: BAKED.address }],
    ],
    [
      'Open Badges 2.0, signed',
      async () => [{ text: textOf(await bodyAt(SIGNED_V2.address)) }, { url: SIGNED_V2.address }],
    ],
    ['a document in clear text', async () => [{ text: CLEAR_ASSERTION }, { url: `${CLEAR}/assertion.json` }]],
  ])('%s is one', async (_, ways) => {
    const db = freshWallet();
    const sources = await ways();
    const ids = new Set<string>();
    for (const source of [...sources, ...sources.toReversed()]) ids.add(await claim(db, source));
    expect(ids.size).toBe(1);
    expect(await db.badges.count()).toBe(1);
  });

  it('different ones are different', async () => {
    const db = freshWallet();
    for (const { address } of [GENUINE, SIGNED_CREDLY, SIGNED_JWT, SIGNED_V2, BAKED, MICROSOFT])
      await claim(db, { url: address });
    expect(await db.badges.count()).toBe(6);
  });
});

describe('a forger who signs what it likes with a key of its own', () => {
  const victim = `https://www.credly.com/badges/${GENUINE.id}`;

  async function forged(id: string): Promise<Source> {
    const profile = { id: forger.did, name: GENUINE.issuer, url: 'https://www.credly.com/' };
    return {
      text: await forger.signJwt(openBadge3({ id, issuer: profile, holder: RURIK, title: 'Forged', until: days(9) })),
    };
  }

  it.each([
    ['the badge’s page', victim],
    ['its assertion', `https://www.credly.com/api/v1/obi/v2/badge_assertions/${GENUINE.id}`],
  ])('takes nobody’s place by naming %s as its id, before or after', async (_, id) => {
    const source = await forged(id);
    const found = await look(source);
    // The signature holds: it is a badge of the forger's, and of nobody else.
    expect(found.answer).toMatchObject({ verdict: 'verified', proof: 'signed' });
    expect(found.answer.tone).not.toBe('ok');
    expect(found.facts?.platform).toBeUndefined();
    expect(found.source).toBeUndefined();
    for (const order of [
      [source, { url: GENUINE.address }],
      [{ url: GENUINE.address }, source],
    ] as const) {
      const db = freshWallet();
      for (const each of order) await claim(db, each);
      const rows = await listBadges(db);
      expect(rows.map(({ facts }) => facts.name).toSorted()).toEqual(['Forged', GENUINE.title].toSorted());
      const real = rows.find(({ facts }) => facts.name === GENUINE.title);
      expect(real).toMatchObject({ ownership: 'proved', answer: { tone: 'ok' } });
    }
  });

  it('nor by being looked at again: nobody asks Credly about it', async () => {
    const db = freshWallet();
    const id = await claim(db, await forged(victim));
    world.log.reset();
    const { row } = await theBadge(db, id);
    await recheckOne(row, {
      db,
      look,
      readJudge: async () => TAMSINS,
      onNews: async () => {},
      now: () => Date.now() + DAY,
      random: () => 0.5,
    });
    expect((await theBadge(db, id)).row).toMatchObject({ facts: { name: 'Forged' }, answer: { standing: 'unlisted' } });
    expect(world.log.all().every(({ host }) => host !== 'www.credly.com')).toBe(true);
  });

  it('who has no key that anybody publishes is undecided, and names nothing', async () => {
    world.control.set('forger.example', { down: true });
    const found = await lookAt(await forged(victim), { ...deps, kept: keepInMemory() });
    expect(found.answer.verdict).toBe('undecided');
    expect(found.identities).toEqual([expect.stringMatching(/^sha256\|/)]);
    expect([found.source, found.facts?.url, found.facts?.platform]).toEqual([undefined, undefined, undefined]);
  });

  it('who alters a badge of somebody else’s is refused', async () => {
    const db = freshWallet();
    await expect(claim(db, { url: SIGNED_FORGED.address })).rejects.toThrow('invalid');
    expect(await db.badges.count()).toBe(0);
  });
});

it('a badge that is withdrawn between two looks: its documents stay, the answer does not, and it is told', async () => {
  const db = freshWallet();
  const id = await claim(db, { url: GENUINE.address });
  const before = await theBadge(db, id);
  const withdrawn = await look({ url: REVOKED.address });
  await recheckOne(before.row, {
    db,
    // Credly answers 410 for it now, as it does for another.
    look: async () => ({ ...withdrawn, identities: [`credly:${GENUINE.id}`] }),
    readJudge: async () => TAMSINS,
    onNews: async () => {},
    now: () => Date.now() + 7 * DAY,
    random: () => 0.5,
  });
  const { row, kept } = await theBadge(db, id);
  expect(row).toMatchObject({ answer: { verdict: 'revoked', tone: 'bad' }, facts: { name: GENUINE.title } });
  expect(kept.documents).toEqual(before.kept.documents);
  expect((await listNews(db)).map(({ kind }) => kind)).toEqual(['revoked']);
});
