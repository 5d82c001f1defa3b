/** JWTs signed by node:crypto, so that their parts can hold what no library would write. Everybody in them is invented. */
import { constants } from 'node:crypto';
import type { Network } from '../../verify/fixtures/network.ts';
import { controllerDocument, json, jsonWebKey, makeKey, signWith, type TestKey } from '../keys/issuers.ts';

export type Loose = Record<string, unknown>;

export const V1 = 'https://www.w3.org/2018/credentials/v1';
export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';

const HASHES: Record<string, [hash: string | null, padding?: number]> = {
  RS256: ['sha256', constants.RSA_PKCS1_PADDING],
  RS384: ['sha384', constants.RSA_PKCS1_PADDING],
  PS256: ['sha256', constants.RSA_PKCS1_PSS_PADDING],
  ES256: ['sha256'],
  ES384: ['sha384'],
  EdDSA: [null],
};

/** One part of a JWS. Text and bytes stay as they are: JSON that no serialiser would write. */
export function part(value: Loose | string | Uint8Array): string {
  const bytes = typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value);
  return Buffer.from(bytes as string).toString('base64url');
}

/** A compact JWS. `how`: the algorithm that signs, whatever the header says. */
export function signed(
  header: Loose | string,
  payload: Loose | string | Uint8Array,
  key: TestKey,
  how: keyof typeof HASHES,
): string {
  const input = `${part(header)}.${part(payload)}`;
  const [hash, padding] = HASHES[how] ?? [null];
  return `${input}.${Buffer.from(signWith(key, Buffer.from(input), hash, padding)).toString('base64url')}`;
}

/** An issuer whose DID document lists one key for vouching and another for logging in. */
export interface School {
  did: string;
  kid: string;
  key: TestKey;
  /** Listed, but under `authentication` alone. */
  loginKid: string;
  loginKey: TestKey;
  network: Network;
}

export function school(host: string, kind: 'P-256' | 'P-384' | 'Ed25519' | 'RSA' = 'P-256'): School {
  const did = `did:web:${host}`;
  const [kid, loginKid] = [`${did}#sign`, `${did}#login`];
  const [key, loginKey] = [makeKey(kind), makeKey(kind)];
  const document = controllerDocument(did, jsonWebKey(did, key, kid), {
    verificationMethod: [jsonWebKey(did, key, kid), jsonWebKey(did, loginKey, loginKid)],
    authentication: [loginKid],
  });
  return { did, kid, key, loginKid, loginKey, network: { [`https://${host}/.well-known/did.json`]: json(document) } };
}

/** An Open Badge 3.0 without status. */
export function credential(issuer: string, more: Loose = {}): Loose {
  return {
    '@context': [V2, OB],
    id: 'urn:uuid:2b7f4d0e-6a51-4c3c-9a68-0d5d9f1f7a10',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Harbour School' },
    validFrom: '2026-01-10T00:00:00Z',
    credentialSubject: {
      id: 'did:example:asha',
      type: ['AchievementSubject'],
      achievement: {
        id: 'https://harbour.example/achievements/pilot',
        type: ['Achievement'],
        name: 'Harbour Pilot',
        description: 'Brings ships in and out.',
        criteria: { narrative: 'Twelve supervised passages.' },
      },
    },
    ...more,
  };
}

/** The same with what the claims of a JWT say about it. */
export function claimed(issuer: string, claims: Loose = {}, more: Loose = {}): Loose {
  const inner = credential(issuer, more);
  return {
    ...inner,
    iss: issuer,
    jti: inner.id,
    sub: 'did:example:asha',
    nbf: Date.parse('2026-01-10T00:00:00Z') / 1000,
    ...claims,
  };
}

/** In the envelope of version 1.1: the credential in `vc`. */
export function enclosed(issuer: string, claims: Loose = {}, more: Loose = {}): Loose {
  const { validFrom, ...inner } = credential(issuer, more);
  return {
    iss: issuer,
    jti: inner.id,
    sub: 'did:example:asha',
    nbf: Date.parse(String(validFrom)) / 1000,
    vc: { ...inner, '@context': [V1, OB], issuanceDate: validFrom },
    ...claims,
  };
}
