/** Ways to make a signed Open Badge 1.x or 2.0 pass for its issuer's word. Each title says what a verifier does that is taken in. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { type Loose, part, signed } from '../proofs/jose/signing.ts';
import { makeKey } from '../proofs/keys/issuers.ts';
import type { Network } from '../verify/fixtures/network.ts';
import {
  assertion,
  badgeClass,
  EVIL,
  forgersKey,
  GUILD,
  guild,
  guildKey,
  judgeText,
  jws,
  keyDocument,
  pemOf,
  profile,
} from './guild.ts';

type Changes = Record<string, Network[string] | null>;

async function expectVerdict(
  text: string,
  changes: Changes,
  verdict: Report['verdict'] | RegExp,
  code?: string,
): Promise<string[]> {
  const { report, codes, asked } = await judgeText(text, guild(changes));
  expect(report.verdict, JSON.stringify(report.checks)).toMatch(verdict);
  if (code !== undefined) expect(codes).toContain(code);
  if (report.verdict !== 'verified') expect(report.tone).not.toBe('ok');
  return asked;
}

const ISSUER = `${GUILD}/issuer.json`;
const KEY = `${GUILD}/key.json`;
const issuerSays = (more: Loose): Changes => ({ [ISSUER]: { json: profile(more) } });

describe('without any of it', () => {
  it('the badge is verified', async () => {
    await expectVerdict(jws(), {}, 'verified', 'signature-ok');
  });
});

describe('the algorithm', () => {
  it('`none` and HMAC with the issuer’s PEM: who takes the header’s word lets everybody sign', async () => {
    const input = `${part({ alg: 'HS256' })}.${part(assertion())}`;
    for (const secret of [pemOf(guildKey), pemOf(guildKey).trim()]) {
      const mac = createHmac('sha256', secret).update(input).digest('base64url');
      await expectVerdict(`${input}.${mac}`, {}, 'invalid', 'signature-algorithm');
    }
    for (const alg of ['none', 'NONE']) {
      await expectVerdict(`${part({ alg })}.${part(assertion())}.`, {}, 'invalid', 'signature-algorithm');
    }
  });

  it('any but RS256: the standard has one, and who takes more takes weaker ones', async () => {
    await expectVerdict(signed({ alg: 'PS256' }, assertion(), guildKey, 'PS256'), {}, 'invalid', 'signature-algorithm');
    await expectVerdict(signed({ alg: 'RS384' }, assertion(), guildKey, 'RS384'), {}, 'invalid', 'signature-algorithm');
    const other = makeKey('P-256');
    const listed = { [KEY]: { json: keyDocument(KEY, ISSUER, other) } };
    await expectVerdict(
      signed({ alg: 'ES256' }, assertion(), other, 'ES256'),
      listed,
      'invalid',
      'signature-algorithm',
    );
    await expectVerdict(signed({ alg: 'RS256' }, assertion(), guildKey, 'PS256'), {}, 'invalid', 'signature-bad');
  });
});

describe('the key', () => {
  it('in the header: who looks there verifies with the forger’s', async () => {
    const header = { jwk: forgersKey.jwk, kid: `${EVIL}/key.json`, jku: `${EVIL}/jwks.json`, x5u: `${EVIL}/chain.pem` };
    const asked = await expectVerdict(jws(assertion(), forgersKey, header), {}, 'invalid', 'signature-bad');
    expect(asked.some((address) => address.startsWith(EVIL))).toBe(false);
  });

  it('in an issuer that stands in the badge itself: who reads the copy lets the forger write it', async () => {
    const evilKey = keyDocument(`${EVIL}/key.json`, ISSUER, forgersKey);
    const issuer = profile({ publicKey: evilKey, revocationList: undefined });
    for (const badge of [
      badgeClass({ issuer }),
      badgeClass({ issuer, id: 'urn:uuid:class' }),
      badgeClass({ issuer, id: undefined }),
    ]) {
      await expectVerdict(
        jws(assertion({ badge, verification: { type: 'SignedBadge' } }), forgersKey),
        { [`${EVIL}/key.json`]: { json: evilKey } },
        'invalid',
        'signature-bad',
      );
    }
    const nameless = badgeClass({ id: 'urn:uuid:class', issuer: { ...issuer, id: 'urn:uuid:issuer' } });
    await expectVerdict(jws(assertion({ badge: nameless }), forgersKey), {}, 'undecided');
  });

  it('that the badge names and the issuer does not list: who follows `creator` follows the forger', async () => {
    const at = `${EVIL}/key.json`;
    const more = { [at]: { json: keyDocument(at, ISSUER, forgersKey) } };
    for (const creator of [
      at,
      { id: at, publicKeyPem: pemOf(forgersKey) },
      `${GUILD}/else.json#evil`,
      `${GUILD}.evil.example/key.json`,
    ]) {
      const text = jws(assertion({ verification: { type: 'SignedBadge', creator } }), forgersKey);
      const asked = await expectVerdict(text, more, 'invalid', 'key-not-listed');
      expect(asked).not.toContain(at);
    }
  });

  it('that says it is somebody else’s, or nobody’s: who reads the link one way lets two issuers share a key', async () => {
    const owned = (owner: unknown) => ({ [KEY]: { json: keyDocument(KEY, ISSUER, guildKey, { owner }) } });
    await expectVerdict(jws(), owned(`${EVIL}/issuer.json`), 'invalid', 'key-other-controller');
    await expectVerdict(jws(), owned(`${GUILD}/another.json`), 'invalid', 'key-other-controller');
    await expectVerdict(jws(), owned(undefined), 'undecided', 'key-unbound');
  });

  it('too short, of another kind, private or in two versions: who imports anything verifies anything', async () => {
    const holding = (publicKeyPem: unknown) => ({
      [KEY]: { json: { ...keyDocument(KEY, ISSUER, guildKey), publicKeyPem } },
    });
    await expectVerdict(
      jws(),
      holding(guildKey.privateKey.export({ type: 'pkcs8', format: 'pem' })),
      'invalid',
      'key-malformed',
    );
    for (const pem of [pemOf(makeKey('P-256')), '', 'PEM', 7, null, [pemOf(guildKey)]]) {
      await expectVerdict(jws(), holding(pem), 'invalid', 'key-malformed');
    }
    const text = JSON.stringify(keyDocument(KEY, ISSUER, guildKey));
    const twice = text.replace('"publicKeyPem"', `"publicKeyPem":${JSON.stringify(pemOf(forgersKey))},"publicKeyPem"`);
    await expectVerdict(jws(), { [KEY]: { body: twice } }, 'undecided', 'key-unavailable');
  });

  it('that cannot be read just now is not a forgery', async () => {
    await expectVerdict(jws(), { [KEY]: null }, 'undecided', 'key-unavailable');
    await expectVerdict(jws(), { [KEY]: { broken: true } }, 'undecided');
    await expectVerdict(
      jws(),
      { [KEY]: { body: '<html>log in</html>', type: 'text/html' } },
      'undecided',
      'key-unavailable',
    );
  });
});

describe('the issuer', () => {
  it('whose profile answers from another host: who follows an open redirector takes its end for the issuer', async () => {
    const door = `${GUILD}/go?to=evil`;
    const evil = profile({ id: door, publicKey: `${EVIL}/key.json`, revocationList: undefined });
    const changes = {
      [`${EVIL}/class.json`]: { json: badgeClass({ id: `${EVIL}/class.json`, issuer: door }) },
      [door]: { json: evil, end: `${EVIL}/profile` },
      [`${EVIL}/key.json`]: { json: keyDocument(`${EVIL}/key.json`, door, forgersKey) },
    };
    const verification = { type: 'SignedBadge', creator: `${EVIL}/key.json` };
    const text = jws(assertion({ badge: `${EVIL}/class.json`, verification }), forgersKey);
    await expectVerdict(text, changes, 'undecided', 'origin-redirected-away');
  });

  it('of another class: who takes the class’s word for the issuer needs the issuer’s key all the same', async () => {
    const at = `${EVIL}/class.json`;
    const changes = { [at]: { json: badgeClass({ id: at, name: 'Master Builder' }) } };
    await expectVerdict(jws(assertion({ badge: at }), forgersKey), changes, 'invalid', 'signature-bad');
  });

  it('who calls itself by the id of another is only itself', async () => {
    const changes = {
      [`${EVIL}/class.json`]: { json: badgeClass({ id: `${EVIL}/class.json`, issuer: `${EVIL}/profile.json` }) },
      [`${EVIL}/profile.json`]: {
        json: profile({ publicKey: keyDocument(`${EVIL}/k`, ISSUER, forgersKey), revocationList: undefined }),
      },
    };
    const text = jws(assertion({ badge: `${EVIL}/class.json`, verification: { type: 'SignedBadge' } }), forgersKey);
    await expectVerdict(text, changes, 'invalid', 'signature-bad');
  });
});

describe('withdrawn badges', () => {
  const withdrawnIn = (value: unknown): Changes => ({ [`${GUILD}/revoked.json`]: { json: value } });
  const { id } = assertion();

  it('whose list cannot be read: who takes silence for good never hears of it', async () => {
    for (const reply of [
      null,
      { broken: true } as const,
      { status: 503 },
      { body: '<html>' },
      { json: [] },
      { json: 'x' },
    ]) {
      await expectVerdict(jws(), { [`${GUILD}/revoked.json`]: reply }, 'undecided');
    }
    for (const odd of [{ revokedAssertions: 7 }, { type: 'RevocationList' }, { message: 'not found' }]) {
      await expectVerdict(jws(), withdrawnIn(odd), 'undecided', 'status-unreadable');
    }
    for (const revocationList of ['javascript:1', 7, {}, 'https://127.0.0.1/list']) {
      await expectVerdict(jws(), issuerSays({ revocationList }), 'undecided');
    }
  });

  it('whose list has two readings: who takes the last list does not see what the first withdraws', async () => {
    const body = `{"type":"RevocationList","revokedAssertions":["${id}"],"revokedAssertions":[]}`;
    await expectVerdict(jws(), { [`${GUILD}/revoked.json`]: { body } }, 'undecided', 'status-unreadable');
  });

  it('in every form that a list has', async () => {
    for (const entry of [id, ` ${id} `, { id }, { uid: id }, { '@id': id, revocationReason: 'leaked' }]) {
      await expectVerdict(jws(), withdrawnIn({ revokedAssertions: ['urn:x:y', entry] }), 'revoked', 'status-revoked');
      await expectVerdict(jws(), withdrawnIn({ revokedAssertions: entry }), 'revoked', 'status-revoked');
    }
    await expectVerdict(jws(), withdrawnIn({ [String(id)]: 'leaked' }), 'revoked', 'status-revoked');
    await expectVerdict(jws(assertion({ id: undefined, uid: 41 })), withdrawnIn({ 41: 'leaked' }), /revoked|invalid/);
  });

  it('by the badge’s own word: who reads only the list shows what the issuer signed as withdrawn', async () => {
    for (const revoked of [true, 'true', 1]) {
      await expectVerdict(jws(assertion({ revoked })), {}, 'revoked', 'status-revoked');
    }
    await expectVerdict(jws(assertion({ revoked: 'perhaps' })), {}, 'undecided', 'status-unreadable');
    await expectVerdict(jws(assertion({ revoked: false })), {}, 'verified');
  });

  it('by a stranger’s list: who asks what the badge names lets the forger answer', async () => {
    const text = jws(assertion({ revocationList: `${EVIL}/revoked.json` }));
    const asked = await expectVerdict(text, {}, 'verified', 'status-ok');
    expect(asked).toContain(`${GUILD}/revoked.json`);
    expect(asked.some((address) => address.startsWith(EVIL))).toBe(false);
  });
});

describe('the assertion', () => {
  it('that says it is hosted, or nothing readable: who verifies it as signed skips its host', async () => {
    for (const verification of [
      { type: 'HostedBadge' },
      { type: 'hosted', creator: KEY },
      { type: 7 },
      {},
      'SignedBadge',
      null,
    ]) {
      const { report } = await judgeText(jws(assertion({ verification })), guild());
      // Without a word for it, a signed one is plainly signed; with another word it is not.
      const silent = JSON.stringify(verification) === '{}' || JSON.stringify(verification) === '{"type":7}';
      expect(report.verdict === 'verified', JSON.stringify(verification)).toBe(silent);
    }
  });

  it('that claims an address of somebody else: who believes it links to a stranger', async () => {
    const { report } = await judgeText(jws(assertion({ id: 'https://admiralty.example/badges/1' })), guild());
    expect(report).toMatchObject({ verdict: 'verified', issuer: { id: ISSUER } });
    expect(report.badge?.url).toBeUndefined();
  });

  it('whose id hides letters, holds an address or never ends is shown without it', async () => {
    for (const odd of ['urn:x:\u202Egpj', 'mailto:asha@people.example', `urn:x:${'y'.repeat(5_000)}`]) {
      const { report } = await judgeText(jws(assertion({ id: odd })), guild());
      expect(report.badge, odd.slice(0, 40)).not.toBeNull();
      expect(report.badge?.id).toBeUndefined();
    }
  });

  it('with a member named twice, an extension to be understood, or spare bits: who is lenient reads another badge', async () => {
    const text = JSON.stringify(assertion());
    const twice = text.replace('"issuedOn"', '"issuedOn":"2020-01-01T00:00:00Z","issuedOn"');
    await expectVerdict(jws(twice), {}, 'invalid', 'format-duplicate-members');
    await expectVerdict(
      jws(assertion(), guildKey, { crit: ['b64'], b64: false }),
      {},
      'invalid',
      'signature-malformed',
    );
    const good = jws();
    for (const other of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.replace(
      good.at(-1) ?? '',
      '',
    )) {
      await expectVerdict(good.slice(0, -1) + other, {}, 'invalid');
    }
  });

  it('whose end has passed, cannot be read or lies before its beginning', async () => {
    await expectVerdict(jws(assertion({ expires: '2026-10-01T00:00:00Z' })), {}, 'expired', 'dates-expired');
    await expectVerdict(jws(assertion({ expires: 'soon' })), {}, 'undecided', 'dates-unreadable');
    await expectVerdict(jws(assertion({ expires: '2026-08-01T00:00:00Z' })), {}, /expired|invalid/);
    await expectVerdict(jws(assertion({ issuedOn: '2027-01-01T00:00:00Z' })), {}, 'not-yet-valid');
  });

  it('as plain JSON: who takes `SignedBadge` for a signature needs none', async () => {
    await expectVerdict(JSON.stringify(assertion()), {}, 'invalid', 'signature-missing');
    await expectVerdict(JSON.stringify({ ...assertion(), signature: jws() }), {}, 'invalid', 'signature-missing');
  });
});

describe('version 1.1', () => {
  const old = (more: Loose = {}): Loose => ({
    '@context': 'https://w3id.org/openbadges/v1',
    type: 'Assertion',
    uid: 'a-7',
    recipient: { type: 'email', hashed: false, identity: 'asha@people.example' },
    badge: `${GUILD}/class.json`,
    verify: { type: 'signed', url: `${GUILD}/key.pem` },
    issuedOn: '2026-09-01T00:00:00Z',
    ...more,
  });
  const pem = (at: string, key = guildKey, more: object = {}): Changes => ({
    ...issuerSays({ publicKey: undefined, revocationList: undefined }),
    [at]: { body: pemOf(key), type: 'application/x-pem-file', ...more },
  });

  it('is verified with a key on the issuer’s own host', async () => {
    await expectVerdict(jws(old()), pem(`${GUILD}/key.pem`), 'verified', 'signature-ok');
  });

  it('`verify.url` on the forger’s host, or redirected there: who follows it lets the forger bring the key', async () => {
    const at = `${EVIL}/key.pem`;
    const text = jws(old({ verify: { type: 'signed', url: at } }), forgersKey);
    const asked = await expectVerdict(text, pem(at, forgersKey), 'undecided', 'key-unbound');
    expect(asked).not.toContain(at);
    const redirected = pem(`${GUILD}/key.pem`, forgersKey, { end: at });
    await expectVerdict(jws(old(), forgersKey), redirected, 'undecided', 'key-unavailable');
  });

  it('beside a list of keys: who follows `verify.url` all the same passes over what the issuer says', async () => {
    const at = `${GUILD}/uploads/evil.pem`;
    const text = jws(old({ verify: { type: 'signed', url: at } }), forgersKey);
    await expectVerdict(text, { [at]: { body: pemOf(forgersKey) } }, 'invalid', 'key-not-listed');
  });
});
