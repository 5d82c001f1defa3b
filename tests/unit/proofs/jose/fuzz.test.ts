/** JWTs out of a hostile imagination: nothing throws, and nothing is proved that the issuer's own key did not sign as it stands. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader } from '../../../../utils/net/reader.ts';
import { judgeJwt } from '../../../../utils/proofs/jose/judge-jwt.ts';
import { readJws } from '../../../../utils/proofs/jose/read-jws.ts';
import type { ProvedCredential } from '../../../../utils/proofs/types.ts';
import { fetchFrom } from '../../verify/fixtures/network.ts';
import { hostileJson } from '../hostile-json.ts';
import { NOW } from '../keys/issuers.ts';
import { claimed, credential, enclosed, type Loose, part, school, signed } from './signing.ts';

const good = school('harbour.example');
const evil = school('evil.example');
const HEADER = { alg: 'ES256', kid: good.kid };
const { fetch } = fetchFrom({ ...good.network, ...evil.network });

const judge = (jwt: string): Promise<ProvedCredential> => judgeJwt(jwt, { reader: createReader(fetch), now: NOW });

const words = fc.constantFrom<unknown>(
  ...[good.did, good.kid, evil.did, evil.kid, evil.key.jwk, good.key.jwk, credential(good.did), credential(evil.did)],
  ...['ES256', 'none', 'HS256', 'RS256', 'JWT', 'VerifiableCredential', 'VerifiablePresentation', 'did:example:asha'],
  ...[1_768_003_200, 0, -1, 1e300, '', true, false, null, [], {}],
);
const name = fc.constantFrom(
  ...['alg', 'kid', 'jwk', 'jku', 'x5c', 'crit', 'typ', 'cty', 'b64', 'zip', 'constructor'],
  ...['iss', 'sub', 'jti', 'nbf', 'exp', 'iat', 'vc', 'vp', 'holder', 'issuer', 'id', 'type', '@context', 'proof'],
  ...['validFrom', 'validUntil', 'issuanceDate', 'credentialSubject', 'toString', 'hasOwnProperty', ''],
);
const anything = hostileJson(words, name, 3);
const members = fc.array(fc.tuple(name, anything), { maxLength: 5 }).map((list) => Object.fromEntries(list) as Loose);

function sound(proved: ProvedCredential): void {
  expect(proved.checks.length).toBeGreaterThan(0);
  if (proved.proved) expect(proved.checks.some(({ outcome }) => outcome === 'fail')).toBe(false);
}

describe('hostile JWTs', () => {
  it('signed by a stranger, whatever header and payload say, prove nothing about the issuer', async () => {
    await fc.assert(
      fc.asyncProperty(members, members, fc.constantFrom(claimed, enclosed), async (header, claims, build) => {
        const payload = { ...build(good.did), ...claims };
        const proved = await judge(signed({ alg: 'ES256', kid: evil.kid, ...header }, payload, evil.key, 'ES256'));
        sound(proved);
        // It may have become a badge of the stranger's own.
        if (proved.proved) expect([evil.did, { id: evil.did }]).toContainEqual(issuerOf(proved));
      }),
      { numRuns: 400 },
    );
  });

  it('signed by the issuer, are proved as they stand or not at all', async () => {
    let proofs = 0;
    await fc.assert(
      fc.asyncProperty(members, members, async (header, claims) => {
        const proved = await judge(
          signed({ ...header, ...HEADER }, { ...claims, ...claimed(good.did) }, good.key, 'ES256'),
        );
        sound(proved);
        if (!proved.proved) return;
        proofs++;
        expect(proved.credential).toMatchObject(credential(good.did));
        expect(['crit', 'b64', 'zip'].some((member) => Object.hasOwn(header, member))).toBe(false);
        expect(['vc', 'vp'].some((member) => Object.hasOwn(claims, member))).toBe(false);
      }),
      { numRuns: 300 },
    );
    expect(proofs).toBeGreaterThan(20);
  });

  it('of any three parts', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      anything.map((value) => part(JSON.stringify(value))),
      fc.constantFrom(...signed(HEADER, claimed(good.did), good.key, 'ES256').split('.')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (parts) => {
        const jwt = parts.join('.');
        const proved = await judge(jwt);
        sound(proved);
        const reading = readJws(jwt);
        if (proved.proved) expect(reading).toMatchObject({ ok: true, header: HEADER });
      }),
      { numRuns: 400 },
    );
  });
});

function issuerOf({ credential: proved }: ProvedCredential): unknown {
  const issuer = proved?.issuer;
  return typeof issuer === 'object' && issuer !== null ? { id: (issuer as Loose).id } : issuer;
}
