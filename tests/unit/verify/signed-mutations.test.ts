/**
 * Everything that is signed, with one thing changed: through the whole pipeline, not one such forgery may stay `verified`. Badges that invented issuers sign
 * with other people's libraries, and every valid vector with a signature. Hosted badges have none: what binds them is in mutations.test.ts.
 */
import canonicalize from 'canonicalize';
import jsonld from 'jsonld';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { bake } from '../../../utils/openbadges/baking/bake.ts';
import { unbake } from '../../../utils/openbadges/baking/unbake.ts';
import { BUNDLED_CONTEXTS } from '../../../utils/proofs/json-ld/contexts.ts';
import { examine, verifyBadge } from '../../../utils/verify/index.ts';
import type { BadgeSource } from '../../../utils/verify/types.ts';
import { allVectors, contextsOf, fetchOf, vectorFile } from '../../conformance/vector-world.ts';
import { TAMSIN } from '../../world/cast/people.ts';
import { medalPng } from '../../world/server/picture.ts';
import { createIssuer } from '../../world/signing/issuer.ts';
import { openBadge3 } from '../../world/signing/open-badge.ts';
import { guild, jws, NOW } from '../credentials/guild.ts';
import { badge, issue, makeIssuer, OB, type SuiteName, V1 } from '../proofs/data-integrity/issuing.ts';
import { school, signed } from '../proofs/jose/signing.ts';
import { listOf } from '../proofs/status/lists.ts';
import { fetchFrom } from './fixtures/network.ts';
import { type Json, type Mutant, mutantsOf, some, textMutants } from './mutants.ts';

const CONTEXTS = contextsOf();

interface World {
  fetch: typeof fetch;
  now: Date;
}

const judge = (source: BadgeSource, world: World): Promise<Report> =>
  verifyBadge(source, { ...world, contexts: CONTEXTS });

/** What anybody is shown, or can be recognised by. Not the document itself. */
async function shown(text: string, world: World): Promise<unknown> {
  const { badge, issuer, holderName, recipients, contained } = await examine(
    { text },
    { ...world, contexts: CONTEXTS },
  );
  const { raw: _, ...rest } = badge ?? { raw: null };
  // What stands inside is judged by itself: whoever writes it otherwise can only make it count for less.
  const inside = contained?.map(({ name }) => name);
  return { ...rest, issuer, holderName, recipients: recipients.map(({ type }) => type), inside };
}

/** What was signed, by other people's code: canonical RDF of the document and of its proof, or canonical JSON. */
async function signedForm(document: Json): Promise<string> {
  const { proof, ...rest } = document;
  const { proofValue: _, ...options } = [proof].flat()[0] as Json;
  if (String(options.cryptosuite).includes('jcs')) return `${canonicalize(rest)} ${canonicalize(options)}`;
  const documentLoader = async (url: string) => {
    const found = BUNDLED_CONTEXTS.get(url) ?? CONTEXTS[url];
    if (!found) throw new Error(url);
    return { document: found, documentUrl: url, contextUrl: null };
  };
  const written = (part: object) =>
    jsonld.canonize(part, { documentLoader, safe: false, base: null, rdfDirection: 'i18n-datatype' });
  return `${await written({ ...options, '@context': rest['@context'] })} ${await written(rest)}`;
}

/**
 * JSON-LD has several ways to write the same statements (JSON-LD 1.1, 4.3 and 9), and a proof over RDF covers the statements. These changes may leave a badge
 * verified: a value alone and a list of one are the same, so are a thing and its name, `""@value` and its text; a set has each of its members once; null and an
 * empty list say nothing; a number or `true` and their text are one literal where the context types it; a statement that the document makes in two places may lose one. But only where what was signed is the same by other people's
 * code, and everything that is shown is the same.
 */
const SAME_STATEMENTS = new Set([
  'in a list',
  'the first alone',
  'as a value',
  'as a name',
  'its id alone',
  'one twice',
  'null',
  'none',
  'no members',
  'gone',
  'as text',
]);

async function expectNoSurvivor(
  document: Json,
  mutants: readonly Mutant<Json>[],
  world: World,
  handedIn: (text: string) => BadgeSource = (text) => ({ text }),
): Promise<void> {
  const before = JSON.stringify(document);
  expect((await judge(handedIn(before), world)).verdict).toBe('verified');
  const survivors: string[] = [];
  for (const { what, kind, mutant } of mutants) {
    const text = JSON.stringify(mutant);
    const report = await judge(handedIn(text), world);
    expect(
      report.checks.map(({ code }) => code),
      what,
    ).not.toContain('internal-error');
    if (report.verdict !== 'verified') continue;
    const same =
      SAME_STATEMENTS.has(kind) &&
      (await signedForm(mutant)) === (await signedForm(document)) &&
      JSON.stringify(await shown(text, world)) === JSON.stringify(await shown(before, world));
    if (!same) survivors.push(what);
  }
  expect(survivors).toEqual([]);
}

/** The document's members and the proof's, and each character of the proof's value. */
function documentMutants(document: Json, most: { members: number; characters: number }): Mutant<Json>[] {
  const proof = document.proof as Json;
  const value = String(proof.proofValue);
  const characters = textMutants(value, 'proofValue').map(({ mutant, ...rest }) => ({
    ...rest,
    mutant: { ...document, proof: { ...proof, proofValue: mutant } },
  }));
  return [...some(mutantsOf(document), most.members), ...some(characters, most.characters)];
}

async function expectNoText(text: string, mutants: readonly Mutant<string>[], world: World): Promise<void> {
  expect((await judge({ text }, world)).verdict).toBe('verified');
  const survivors: string[] = [];
  for (const { what, mutant } of mutants) {
    const report = await judge({ text: mutant }, world);
    expect(
      report.checks.map(({ code }) => code),
      what,
    ).not.toContain('internal-error');
    if (report.verdict === 'verified') survivors.push(what);
  }
  expect(survivors).toEqual([]);
}

/** Every position of the signature, some of what is signed; and some members of the payload changed. */
function compactMutants(text: string, most: { signed: number; signature: number; members: number }): Mutant<string>[] {
  const end = text.lastIndexOf('.');
  const [head = '', body = '', signature = ''] = text.split('.');
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const read = (words: string) => JSON.parse(Buffer.from(words, 'base64url').toString()) as Json;
  const payloads = mutantsOf(read(body)).map((one) => ({ ...one, mutant: `${head}.${part(one.mutant)}.${signature}` }));
  const headers = mutantsOf(read(head)).map((one) => ({ ...one, mutant: `${part(one.mutant)}.${body}.${signature}` }));
  return [
    ...some(
      textMutants(text.slice(0, end), 'signed').map((one) => ({ ...one, mutant: `${one.mutant}.${signature}` })),
      most.signed,
    ),
    ...some(textMutants(text, 'signature', end + 1), most.signature),
    ...some(payloads, most.members),
    ...some(headers, most.members),
  ];
}

describe('badges signed with other people’s libraries', { timeout: 60_000 }, () => {
  const SUITES: [SuiteName, 'Ed25519' | 'P-256' | 'P-384', most: { members: number; characters: number }][] = [
    ['eddsa-rdfc-2022', 'Ed25519', { members: 5_000, characters: 400 }],
    ['eddsa-jcs-2022', 'Ed25519', { members: 5_000, characters: 400 }],
    ['ecdsa-rdfc-2019', 'P-384', { members: 100, characters: 100 }],
    ['ecdsa-jcs-2019', 'P-256', { members: 100, characters: 100 }],
    ['ecdsa-sd-2023', 'P-256', { members: 150, characters: 100 }],
    ['Ed25519Signature2020', 'Ed25519', { members: 100, characters: 100 }],
  ];
  const lister = school('harbour.example');
  const { credentialStatus } = badge('') as { credentialStatus: { statusListCredential: string } };
  const list = listOf(lister.did, [], {}, { id: credentialStatus.statusListCredential });
  const body = signed(
    { alg: 'ES256', kid: lister.kid, typ: 'vc+jwt' },
    { ...list, iss: lister.did },
    lister.key,
    'ES256',
  );
  const { fetch } = fetchFrom({
    ...lister.network,
    [credentialStatus.statusListCredential]: { body, type: 'text/plain' },
  });
  const world = { fetch, now: NOW };

  it.each(SUITES)('%s, %s', async (suite, kind, most) => {
    const issuer = await makeIssuer(kind);
    const evidence = [{ id: 'https://harbour.example/log', type: ['Evidence'], name: 'Log' }];
    const pointers = ['/id', '/name', '/evidence', '/credentialSubject', '/type'];
    const document = await issue(suite, issuer, badge(issuer.did, { evidence }), undefined, pointers);
    await expectNoSurvivor(document, documentMutants(document, most), world);
  });

  it('of the older data model', async () => {
    const issuer = await makeIssuer('Ed25519');
    const { credentialStatus: _, validFrom, validUntil, ...rest } = badge(issuer.did);
    const old = { ...rest, '@context': [V1, OB], issuanceDate: validFrom, expirationDate: validUntil };
    const document = await issue('Ed25519Signature2020', issuer, old);
    await expectNoSurvivor(document, documentMutants(document, { members: 400, characters: 60 }), world);
  });
});

describe('badges of the world’s issuers', { timeout: 60_000 }, () => {
  const kestrel = createIssuer('did:web:kestrel.example');
  const words = openBadge3({
    id: 'https://kestrel.example/credentials/7',
    issuer: { id: kestrel.did, name: 'Kestrel School', url: 'https://kestrel.example/' },
    holder: TAMSIN,
    title: 'Falconry',
  });
  const worldOf = async (): Promise<World> => ({
    fetch: fetchFrom({ 'https://kestrel.example/.well-known/did.json': { json: await kestrel.didDocument() } }).fetch,
    now: new Date(),
  });

  it('as a VC-JWT', async () => {
    const text = await kestrel.signJwt(words);
    await expectNoText(text, compactMutants(text, { signed: 600, signature: 5_000, members: 200 }), await worldOf());
  });

  it('as a signed assertion of Open Badges 2.0', async () => {
    const text = jws();
    const world = { fetch: fetchFrom(guild()).fetch, now: NOW };
    await expectNoText(text, compactMutants(text, { signed: 200, signature: 500, members: 60 }), world);
  });

  it('baked into a picture', async () => {
    const world = await worldOf();
    const document = (await kestrel.sign(words)) as Json;
    const mutants = documentMutants(document, { members: 80, characters: 20 });
    for (const picture of [
      medalPng('kestrel'),
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    ]) {
      await expectNoSurvivor(document, mutants, world, (text) => {
        const baked = bake(picture, { text, keyword: 'openbadgecredential' });
        if (!baked.ok) throw new Error(text);
        return { bytes: baked.bytes };
      });
    }
  });
});

describe('vectors', () => {
  const HOSTED = /^ob(?:0\.5|1|1\.1|2)-hosted$/;
  const vectors = allVectors().filter(
    ({ layer, expected, kind }) => layer === 'full' && expected === 'valid' && !HOSTED.test(kind),
  );
  /** Every change and character of these; some of the others. */
  const WHOLE = new Set([
    'hx-di-didweb-good',
    'dcc-v1-di-didKey-legacy-noStatus-noExpiry',
    'hx-jwt-eddsa-didkey',
    'ob2s-simple',
  ]);

  for (const vector of vectors) {
    it(vector.id, async () => {
      const world = { fetch: fetchOf(vector), now: new Date(vector.now) };
      const bytes = new Uint8Array(vectorFile(vector.file));
      const found = await unbake(bytes);
      const text = (found.ok ? found.found.payload : new TextDecoder().decode(bytes)).trim();
      const whole = WHOLE.has(vector.id);
      if ((await judge({ text }, world)).verdict !== 'verified') {
        // A vector may call another answer than `valid` acceptable. Hosted badges that were baked are hosted badges.
        expect(vector.also_acceptable ?? []).not.toEqual([]);
        return;
      }
      if (!text.startsWith('{')) {
        if (/^https?:/.test(text)) return;
        const most = whole ? { signed: 200, signature: 500, members: 60 } : { signed: 60, signature: 60, members: 20 };
        await expectNoText(text, compactMutants(text, most), world);
        return;
      }
      const document = JSON.parse(text) as Json;
      if (document.proof === undefined) return;
      const most = whole ? { members: 5_000, characters: 400 } : { members: 16, characters: 6 };
      for (const proof of [document.proof].flat()) {
        // One of several proofs suffices, so each is tried alone; one that holds only beside the others is not tried.
        const alone = { ...document, proof: proof as Json };
        if ((await judge({ text: JSON.stringify(alone) }, world)).verdict !== 'verified') continue;
        await expectNoSurvivor(alone, documentMutants(alone, most), world);
      }
    });
  }

  it('come in the number the index had', () => expect([0, 68]).toContain(vectors.length));
});
