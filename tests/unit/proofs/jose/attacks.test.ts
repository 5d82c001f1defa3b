/** Ways to make a JWT pass for its issuer's word, through the whole pipeline. Each title says what a verifier does that is taken in. */
import { createHmac, createPublicKey } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../utils/badge/report.ts';
import { verifyBadge } from '../../../../utils/verify/index.ts';
import { fetchFrom, type Network } from '../../verify/fixtures/network.ts';
import { didJwk, makeKey, NOW } from '../keys/issuers.ts';
import { claimed, credential, enclosed, type Loose, OB, part, school, signed, V1, V2 } from './signing.ts';

const good = school('harbour.example');
const rsa = school('granite.example', 'RSA');
const evil = school('evil.example');
const network: Network = { ...good.network, ...rsa.network, ...evil.network };
const HEADER = { alg: 'ES256', kid: good.kid };
const GOOD = signed(HEADER, claimed(good.did), good.key, 'ES256');
const [HEAD = '', BODY = '', SIGNATURE = ''] = GOOD.split('.');

interface Judged {
  report: Report;
  asked: string[];
  codes: string[];
}

async function judge(text: string, more: Network = {}): Promise<Judged> {
  const { fetch, asked } = fetchFrom({ ...network, ...more });
  const report = await verifyBadge({ text }, { fetch, now: NOW, trusted: [{ id: good.did }, { id: rsa.did }] });
  return { report, asked, codes: report.checks.map(({ code }) => code) };
}

async function expectRefused(
  text: string,
  verdict: Report['verdict'],
  code: string,
  more: Network = {},
): Promise<void> {
  const { report, codes, asked } = await judge(text, more);
  expect(report.verdict, JSON.stringify(report.checks)).toBe(verdict);
  expect(codes).toContain(code);
  expect(report.tone).not.toBe('ok');
  expect(asked.filter((address) => new URL(address).hostname === 'evil.example')).toEqual([]);
}

const byTheIssuer = (header: Loose | string, payload: Loose | string = claimed(good.did)): string =>
  signed(header, payload, good.key, 'ES256');
const withClaims = (claims: Loose, more: Loose = {}): string => byTheIssuer(HEADER, claimed(good.did, claims, more));

describe('without any of it', () => {
  it('the badge is verified, in both versions of the envelope', async () => {
    for (const text of [GOOD, byTheIssuer(HEADER, enclosed(good.did))]) {
      expect((await judge(text)).report).toMatchObject({ verdict: 'verified', tone: 'ok', issuer: { id: good.did } });
    }
  });
});

describe('the algorithm that the badge names', () => {
  it('`none`: who takes the header’s word needs no signature', async () => {
    for (const alg of ['none', 'None', 'nOnE', 'NONE', ' none ']) {
      for (const signature of ['', SIGNATURE]) {
        await expectRefused(`${part({ ...HEADER, alg })}.${BODY}.${signature}`, 'invalid', 'signature-algorithm');
      }
    }
    await expectRefused(`${HEAD}.${BODY}.`, 'invalid', 'signature-malformed');
  });

  it('HMAC: who takes the public key for a shared secret lets everybody sign', async () => {
    for (const { key, kid, did } of [good, rsa]) {
      const spki = createPublicKey({ key: key.jwk, format: 'jwk' } as never);
      const secrets = [
        spki.export({ type: 'spki', format: 'pem' }),
        spki.export({ type: 'spki', format: 'der' }),
        JSON.stringify(key.jwk),
        Buffer.from(String(key.jwk.x ?? key.jwk.n), 'base64url'),
        '',
      ];
      for (const [alg, hash] of [
        ['HS256', 'sha256'],
        ['HS384', 'sha384'],
        ['hs512', 'sha512'],
      ] as const) {
        for (const secret of secrets) {
          const input = `${part({ alg, kid })}.${part(claimed(did))}`;
          const mac = createHmac(hash, secret).update(input).digest('base64url');
          await expectRefused(`${input}.${mac}`, 'invalid', 'signature-algorithm');
        }
      }
    }
  });

  it('another one than the key is for: who lets the header choose verifies with the wrong arithmetic', async () => {
    await expectRefused(
      signed({ alg: 'RS256', kid: good.kid }, claimed(good.did), rsa.key, 'RS256'),
      'invalid',
      'key-malformed',
    );
    await expectRefused(
      signed({ alg: 'ES384', kid: good.kid }, claimed(good.did), good.key, 'ES256'),
      'invalid',
      'key-malformed',
    );
    await expectRefused(
      signed({ alg: 'EdDSA', kid: good.kid }, claimed(good.did), good.key, 'ES256'),
      'invalid',
      'key-malformed',
    );
    // The same key, another padding or hash than the one that is said.
    await expectRefused(
      signed({ alg: 'PS256', kid: rsa.kid }, claimed(rsa.did), rsa.key, 'RS256'),
      'invalid',
      'signature-bad',
    );
    await expectRefused(
      signed({ alg: 'RS256', kid: rsa.kid }, claimed(rsa.did), rsa.key, 'PS256'),
      'invalid',
      'signature-bad',
    );
    await expectRefused(
      signed({ alg: 'RS384', kid: rsa.kid }, claimed(rsa.did), rsa.key, 'RS256'),
      'invalid',
      'signature-bad',
    );
  });

  it('one in other letters, of another type or unknown: who guesses what was meant decides for the forger', async () => {
    for (const alg of ['es256', 'ES256 ', 'RS256', 'ES512', 'ES256K', 'toString', '__proto__', 'constructor']) {
      const { report } = await judge(byTheIssuer({ ...HEADER, alg }));
      expect(['invalid', 'unsupported'], alg).toContain(report.verdict);
    }
    for (const alg of [undefined, null, '', 7, true, ['ES256'], { alg: 'ES256' }]) {
      await expectRefused(byTheIssuer({ ...HEADER, alg }), 'invalid', 'signature-malformed');
    }
  });
});

describe('the key that the badge names', () => {
  const forged = claimed(good.did);

  it('`jwk` of the forger: who verifies with it proves only that the forger signed', async () => {
    await expectRefused(
      signed({ alg: 'ES256', jwk: evil.key.jwk }, forged, evil.key, 'ES256'),
      'undecided',
      'key-unbound',
    );
    // Beside the issuer's `kid`, which outranks it.
    await expectRefused(
      signed({ ...HEADER, jwk: evil.key.jwk }, forged, evil.key, 'ES256'),
      'invalid',
      'signature-bad',
    );
  });

  it('`jku`, `x5u`, `x5c`: who follows them asks the forger for the key', async () => {
    const places = {
      jku: 'https://evil.example/.well-known/jwk.json',
      x5u: 'https://evil.example/chain.pem',
      x5c: [Buffer.from('a certificate').toString('base64')],
      x5t: 'AAAA',
    };
    const more = { [places.jku]: { json: { keys: [{ ...evil.key.jwk, kid: 'key' }] } } };
    await expectRefused(
      signed({ alg: 'ES256', ...places }, forged, evil.key, 'ES256'),
      'undecided',
      'key-unbound',
      more,
    );
    await expectRefused(signed({ ...HEADER, ...places }, forged, evil.key, 'ES256'), 'invalid', 'signature-bad', more);
  });

  it('`kid` of the forger: who never compares it with the issuer lets everybody vouch for everybody', async () => {
    for (const kid of [evil.kid, `${didJwk(evil.key.jwk)}#0`, `did:key:${evil.key.multibase}#${evil.key.multibase}`]) {
      await expectRefused(signed({ alg: 'ES256', kid }, forged, evil.key, 'ES256'), 'invalid', 'key-other-controller');
    }
    const kid = 'https://evil.example/jwk.json';
    const more = { [kid]: { json: evil.key.jwk } };
    await expectRefused(signed({ alg: 'ES256', kid }, forged, evil.key, 'ES256'), 'undecided', 'key-not-listed', more);
  });

  it('`kid` that is a path, a query or no text: who puts it into an address or a file name reads what the forger wants', async () => {
    for (const kid of [
      '../../evil.example/jwk.json',
      '/dev/null',
      'file:///etc/passwd',
      'data:application/json,{}',
      "' OR 1=1 --",
      `${good.did}/../evil#sign`,
      `${good.did}?versionTime=2020-01-01T00:00:00Z#sign`,
      'https://harbour.example@evil.example/jwk.json',
      'https://harbour.example.evil.example/jwk.json',
      '__proto__',
      '',
      7,
      [good.kid],
      { id: good.kid },
      'k'.repeat(5_000),
    ]) {
      const { report, asked } = await judge(signed({ alg: 'ES256', kid }, forged, evil.key, 'ES256'));
      expect(['invalid', 'undecided'], String(kid)).toContain(report.verdict);
      const hosts = new Set(asked.map((address) => new URL(address).hostname));
      expect([...hosts].every((host) => host === 'harbour.example')).toBe(true);
    }
  });

  it('one of the issuer’s that may not vouch: who only looks for it in the document lets a key for logging in sign badges', async () => {
    await expectRefused(
      signed({ alg: 'ES256', kid: good.loginKid }, forged, good.loginKey, 'ES256'),
      'invalid',
      'key-not-authorised',
    );
    await expectRefused(
      signed({ alg: 'ES256', jwk: good.loginKey.jwk }, forged, good.loginKey, 'ES256'),
      'invalid',
      'key-not-authorised',
    );
  });

  it('one that the issuer has withdrawn: who reads the key and not its dates lets whoever stole it go on', async () => {
    const place = 'https://harbour.example/.well-known/did.json';
    const document = structuredClone(network[place]?.json) as { verificationMethod: Loose[] };
    for (const end of [{ revoked: '2026-03-01T00:00:00Z' }, { expires: '2026-03-01T00:00:00Z' }]) {
      const json = { ...document, verificationMethod: document.verificationMethod.map((one) => ({ ...one, ...end })) };
      await expectRefused(GOOD, 'invalid', 'key-withdrawn', { [place]: { json } });
    }
  });

  it('one that gives its secret away: who takes it signs with what everybody has', async () => {
    const jwk = evil.key.privateKey.export({ format: 'jwk' });
    await expectRefused(signed({ ...HEADER, jwk }, claimed(good.did), good.key, 'ES256'), 'invalid', 'key-malformed');
  });
});

describe('what the header asks', () => {
  it('`crit`: who passes over what he must understand misses what it changes', async () => {
    for (const crit of [['exp'], ['b64'], ['https://evil.example/ext'], [], 'exp', null, {}]) {
      await expectRefused(byTheIssuer({ ...HEADER, crit, exp: 1 }), 'invalid', 'signature-malformed');
    }
  });

  it('`b64: false` and `zip`: who reads the payload in one form and verifies it in another reads what nobody signed', async () => {
    const payload = JSON.stringify(claimed(good.did));
    const header = { ...HEADER, b64: false, crit: ['b64'] };
    const input = `${part(header)}.${payload}`;
    const [, , signature = ''] = byTheIssuer(header, payload).split('.');
    for (const text of [`${input}.${signature}`, `${part(header)}.${part(payload)}.${signature}`]) {
      expect((await judge(text)).report.verdict).toBe('invalid');
    }
    await expectRefused(byTheIssuer({ ...HEADER, b64: false }), 'invalid', 'signature-malformed');
    await expectRefused(byTheIssuer({ ...HEADER, b64: true }), 'invalid', 'signature-malformed');
    await expectRefused(byTheIssuer({ ...HEADER, zip: 'DEF' }), 'invalid', 'signature-malformed');
  });

  it('another `typ`: who takes any token of the issuer for a badge takes its tickets for logging in', async () => {
    for (const typ of [
      'at+jwt',
      'JWE',
      'vp+jwt',
      'statuslist+jwt',
      'vc+sd-jwt',
      'application/json',
      '',
      7,
      ['JWT'],
      null,
      {},
    ]) {
      await expectRefused(byTheIssuer({ ...HEADER, typ }), 'invalid', 'signature-malformed');
    }
    for (const typ of ['JWT', 'jwt', 'vc+jwt', 'VC+LD+JWT', 'application/vc+jwt']) {
      expect((await judge(byTheIssuer({ ...HEADER, typ }))).report.verdict).toBe('verified');
    }
  });
});

describe('members named twice', () => {
  it('in the header: who verifies with the first and is asked for the last has two algorithms or keys', async () => {
    for (const header of [
      `{"alg":"none","alg":"ES256","kid":"${good.kid}"}`,
      `{"alg":"ES256","kid":"${evil.kid}","kid":"${good.kid}"}`,
      `{"alg":"ES256","\\u006bid":"${evil.kid}","kid":"${good.kid}"}`,
      `{"alg":"ES256","kid":"${good.kid}","__proto__":{"crit":["exp"]}}`,
    ]) {
      await expectRefused(byTheIssuer(header), 'invalid', 'format-duplicate-members');
    }
  });

  it('in the payload, however deep and however spelled: who reads the other one sees another badge', async () => {
    const text = JSON.stringify(claimed(good.did));
    for (const payload of [
      text.replace('"name":"Harbour Pilot"', '"name":"Harbour Master","name":"Harbour Pilot"'),
      text.replace('"name":"Harbour Pilot"', '"name":"Harbour Pilot","n\\u0061me":"Harbour Master"'),
      text.replace('"iss":', `"iss":"${evil.did}","iss":`),
      text.replace(/}$/, ',"issuer":"did:web:harbour.example"}'),
      text.replace(/}$/, ',"__proto__":{"validUntil":"2020-01-01T00:00:00Z"}}'),
    ]) {
      expect(payload).not.toBe(text);
      await expectRefused(byTheIssuer(HEADER, payload), 'invalid', 'format-duplicate-members');
    }
  });
});

describe('other spellings of the same token', () => {
  it('spare bits, padding, white space, the common alphabet: who is lenient lets one signature be many', async () => {
    const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = GOOD.at(-1) ?? '';
    for (const other of ALPHABET.replace(last, '')) {
      expect((await judge(GOOD.slice(0, -1) + other)).report.verdict, other).toBe('invalid');
    }
    for (const text of [
      `${GOOD}=`,
      `${GOOD}==`,
      `${HEAD}=.${BODY}.${SIGNATURE}`,
      `${HEAD}.${BODY}\n.${SIGNATURE}`,
      `${HEAD}.${BODY}.${SIGNATURE.slice(0, 40)}\n${SIGNATURE.slice(40)}`,
      `${HEAD}.${BODY}.${SIGNATURE.slice(0, 40)}+${SIGNATURE.slice(41)}`,
      `${HEAD}.${BODY}.${SIGNATURE.slice(0, 40)}%2D${SIGNATURE.slice(41)}`,
      `${HEAD}.${BODY}.${SIGNATURE}A`,
      `${HEAD}.${BODY}.${SIGNATURE}AAAA`,
      `${GOOD}.${SIGNATURE}`,
      `${GOOD}.`,
      `.${GOOD}`,
      `${HEAD}..${SIGNATURE}`,
    ]) {
      expect((await judge(text)).report.verdict, text.slice(-60)).toBe('invalid');
    }
  });

  it('parts in JSON: who reads that form too has a second place for headers that nobody signed', async () => {
    const flat = { payload: BODY, protected: HEAD, signature: SIGNATURE, header: { kid: evil.kid } };
    const general = { payload: BODY, signatures: [{ protected: HEAD, signature: SIGNATURE }] };
    for (const value of [flat, general]) {
      expect((await judge(JSON.stringify(value))).report).toMatchObject({ verdict: 'invalid', badge: null });
    }
  });

  it('text that is no Unicode: who replaces what he cannot read lets two payloads be one', async () => {
    const payload = Buffer.from(JSON.stringify(claimed(good.did)).replace('Harbour Pilot', 'Harbour Pilot~'));
    payload[payload.indexOf('~')] = 0xff;
    const text = signed(HEADER, new Uint8Array(payload), good.key, 'ES256');
    await expectRefused(text, 'invalid', 'signature-malformed');
  });

  it('signatures that are none: zeros, an order too high, DER, halves', async () => {
    const order = 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551';
    const raw = Buffer.from(SIGNATURE, 'base64url');
    const [r, s] = [raw.subarray(0, 32), raw.subarray(32)];
    const integer = (bytes: Buffer) => {
      const whole = (bytes[0] ?? 0) > 127 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes;
      return Buffer.concat([Buffer.from([2, whole.length]), whole]);
    };
    const both = Buffer.concat([integer(r), integer(s)]);
    for (const bytes of [
      Buffer.alloc(64),
      Buffer.concat([r, Buffer.alloc(32)]),
      Buffer.concat([Buffer.alloc(32), s]),
      Buffer.from(order + order, 'hex'),
      Buffer.concat([Buffer.from([0x30, both.length]), both]),
      r,
      Buffer.concat([raw, Buffer.alloc(1)]),
      Buffer.concat([Buffer.alloc(1), raw]),
      Buffer.concat([s, r]),
    ]) {
      await expectRefused(`${HEAD}.${BODY}.${bytes.toString('base64url')}`, 'invalid', 'signature-bad');
    }
  });
});

describe('two credentials in one envelope', () => {
  it('`vp` beside `vc`: who takes the holder for the issuer lets a holder issue in anybody’s name', async () => {
    const theirs = { alg: 'ES256', kid: evil.kid };
    const holder = { holder: evil.did };
    for (const payload of [
      { ...enclosed(good.did), iss: evil.did, vp: {} },
      { ...enclosed(good.did), iss: evil.did, vp: { type: ['VerifiablePresentation'], ...holder } },
      { ...enclosed(good.did), iss: evil.did, vc: { ...(enclosed(good.did).vc as Loose), ...holder }, vp: true },
      { ...claimed(good.did), ...holder, iss: evil.did, vp: {} },
      { iss: evil.did, vp: { ...credential(good.did), ...holder } },
      {
        iss: evil.did,
        vp: {
          ...credential(good.did),
          ...holder,
          type: ['VerifiablePresentation', 'VerifiableCredential', 'OpenBadgeCredential'],
        },
      },
      {
        iss: evil.did,
        vp: { ...credential(good.did), ...holder, type: ['VerifiablePresentation', 'OpenBadgeCredential'] },
      },
      {
        iss: evil.did,
        vc: { ...credential(good.did), ...holder },
        vp: { '@context': [V1], type: 'VerifiablePresentation' },
      },
    ]) {
      const { report } = await judge(signed(theirs, payload, evil.key, 'ES256'));
      expect(report.verdict, JSON.stringify(payload)).toBe('invalid');
      expect(report.tone).not.toBe('ok');
    }
  });

  it('even of the issuer’s own: who reads the one and shows the other is told two things', async () => {
    for (const payload of [
      { ...enclosed(good.did), '@context': [V2, OB] },
      { ...claimed(good.did), ...enclosed(good.did) },
      { ...enclosed(good.did), vp: { '@context': [V1], type: ['VerifiablePresentation'] } },
      { ...claimed(good.did), vc: 'something' },
      { ...claimed(good.did), vp: null },
    ]) {
      await expectRefused(byTheIssuer(HEADER, payload), 'invalid', 'format-forbidden-member');
    }
  });

  it('members beside `vc`: who merges them shows what stands outside the badge', async () => {
    const { credentialSubject } = credential(good.did);
    const payload = {
      ...enclosed(good.did),
      name: 'Harbour Master',
      issuer: { id: 'did:web:admiralty.example', name: 'Admiralty' },
      credentialSubject: { ...(credentialSubject as Loose), name: 'Somebody Else' },
      validUntil: '2099-01-01T00:00:00Z',
    };
    const { report } = await judge(byTheIssuer(HEADER, payload));
    const alone = await judge(byTheIssuer(HEADER, enclosed(good.did)));
    const { raw: _, ...shown } = report.badge ?? { raw: null };
    const { raw: __, ...meant } = alone.report.badge ?? { raw: null };
    expect(shown).toEqual(meant);
    expect(shown).toMatchObject({ name: 'Harbour Pilot', issuer: { id: good.did } });
  });
});

describe('claims that contradict the badge', () => {
  it('another issuer, id or subject: who compares none shows one badge under the name of another', async () => {
    for (const claims of [
      { iss: evil.did },
      { iss: `${good.did}:else` },
      { iss: 'DID:web:harbour.example' },
      { jti: 'urn:uuid:another' },
      { sub: 'did:example:someone-else' },
      { sub: '' },
      ...[null, 7, true, [good.did], { id: good.did }].flatMap((odd) => [{ iss: odd }, { jti: odd }, { sub: odd }]),
    ]) {
      await expectRefused(withClaims(claims), 'invalid', 'format-claim-differs');
      const { iss, jti, sub, ...rest } = enclosed(good.did);
      const inner = { ...(rest.vc as Loose), issuer: good.did, id: jti };
      await expectRefused(
        byTheIssuer(HEADER, { iss, jti, sub, ...rest, vc: inner, ...claims }),
        'invalid',
        'format-claim-differs',
      );
    }
  });

  it('the subject exchanged after signing: who reads before he verifies hands the badge to anybody', async () => {
    const swapped = claimed(good.did, { sub: 'did:example:thief' });
    (swapped.credentialSubject as Loose).id = 'did:example:thief';
    await expectRefused(`${HEAD}.${part(swapped)}.${SIGNATURE}`, 'invalid', 'signature-bad');
  });

  it('a claim for one of several subjects: who compares the first only hands out the others', async () => {
    const { credentialSubject } = credential(good.did);
    const two = [credentialSubject, { ...(credentialSubject as Loose), id: 'did:example:thief' }];
    await expectRefused(withClaims({}, { credentialSubject: two }), 'invalid', 'format-claim-differs');
  });

  it('a beginning that is not the badge’s, or none: who reads one of them lets it begin when he likes', async () => {
    const begin = Date.parse('2026-01-10T00:00:00Z');
    for (const nbf of [
      begin,
      begin / 1000 + 1,
      begin / 1000 - 86_400,
      -1,
      0,
      1e300,
      '1768003200',
      null,
      true,
      [],
      {},
    ]) {
      await expectRefused(withClaims({ nbf }), 'invalid', 'format-claim-differs');
    }
    await expectRefused(
      withClaims({ nbf: 1.9e9 }, { validFrom: new Date(1.9e12).toISOString() }),
      'not-yet-valid',
      'dates-not-yet-valid',
    );
  });

  it('an end that has passed in either place: who reads the later one never lets it end', async () => {
    const past = NOW.getTime() / 1000 - 3_600;
    const future = past + 1e8;
    const day = (seconds: number) => new Date(seconds * 1000).toISOString();
    await expectRefused(withClaims({ exp: past }), 'expired', 'dates-expired');
    await expectRefused(withClaims({ exp: past }, { validUntil: day(future) }), 'expired', 'dates-expired');
    await expectRefused(withClaims({ exp: future }, { validUntil: day(past) }), 'expired', 'dates-expired');
    await expectRefused(withClaims({ exp: future }, { expirationDate: day(past) }), 'expired', 'dates-expired');
    await expectRefused(withClaims({ exp: -1 }), 'expired', 'dates-expired');
    await expectRefused(withClaims({ exp: 0 }), 'expired', 'dates-expired');
  });

  it('an end in milliseconds, or beyond all years: who reads it as seconds keeps a badge for ever that ended', async () => {
    for (const exp of [Date.parse('2024-01-01T00:00:00Z'), 1e13, 1e300, Number.MAX_VALUE]) {
      await expectRefused(withClaims({ exp }), 'undecided', 'dates-unreadable');
    }
    expect((await judge(withClaims({ exp: 253_402_300_799 }))).report.verdict).toBe('verified');
  });

  it('an end that is no number: who passes over it takes it for none', async () => {
    for (const exp of ['1700000000', '', null, true, [], [1.9e9], {}]) {
      await expectRefused(withClaims({ exp }), 'invalid', 'format-claim-differs');
    }
    const endless = JSON.stringify(claimed(good.did, { exp: 1 })).replace('"exp":1', '"exp":1e999');
    await expectRefused(byTheIssuer(HEADER, endless), 'invalid', 'format-claim-differs');
  });
});

describe('size', () => {
  const nest = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const deep = JSON.stringify(claimed(good.did, { evidence: 'HERE' })).replace('"HERE"', nest(100_000));

  it('nested without end: who walks it falls off the stack', async () => {
    await expectRefused(byTheIssuer(HEADER, deep), 'invalid', 'signature-malformed');
    await expectRefused(byTheIssuer(`{"alg":"ES256","kid":${nest(50_000)}}`), 'invalid', 'signature-malformed');
  });

  it('of megabytes: who decodes it first has no memory left', async () => {
    await expectRefused(
      byTheIssuer(HEADER, claimed(good.did, { pad: 'x'.repeat(2_000_000) })),
      'invalid',
      'signature-malformed',
    );
  });

  it('a thousand claims and keys: nobody is asked for them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 1_000 }, (_, at) => [`claim${at}`, `https://evil.example/${at}`]),
    );
    const keys = Array.from({ length: 1_000 }, () => evil.key.jwk);
    const { report, asked } = await judge(byTheIssuer({ ...HEADER, ...many, keys }));
    expect(report.verdict).toBe('verified');
    expect(asked).toEqual(['https://harbour.example/.well-known/did.json']);
  });
});

describe('an issuer that looks like another', () => {
  it('by its name: who shows the name as proved lets anybody be the Admiralty', async () => {
    const stranger = makeKey('P-256');
    const did = didJwk(stranger.jwk);
    const issuer = { id: did, type: ['Profile'], name: 'Microsoft' };
    const payload = claimed(did, {}, { issuer });
    const { report } = await judge(signed({ alg: 'ES256', kid: `${did}#0` }, payload, stranger, 'ES256'));
    expect(report).toMatchObject({ verdict: 'verified', tone: 'bad', issuer: { standing: 'impostor', id: did } });
  });

  it('by its host, in letters of another script: who compares what he sees trusts the wrong one', async () => {
    for (const host of ['xn--hrbour-3ve.example', 'harbour.example.evil.example', 'harbour-example.example']) {
      const lookalike = school(host);
      const text = signed({ alg: 'ES256', kid: lookalike.kid }, claimed(lookalike.did), lookalike.key, 'ES256');
      const { report } = await judge(text, lookalike.network);
      expect(report).toMatchObject({ verdict: 'verified', tone: 'caution', issuer: { standing: 'unlisted' } });
    }
    const cyrillic = 'did:web:hаrbour.example';
    const text = signed({ alg: 'ES256', kid: `${cyrillic}#sign` }, claimed(cyrillic), evil.key, 'ES256');
    expect((await judge(text)).report.verdict).not.toBe('verified');
  });
});
