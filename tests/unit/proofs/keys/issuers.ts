/** Keys of invented issuers, made by node:crypto, and the documents that list them. */
import { createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { base58 } from '@scure/base';
import { keepInMemory } from '../../../../utils/net/kept.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import type { DocumentTools } from '../../../../utils/net/types.ts';
import { fetchFrom, type Network, type Reply } from '../../verify/fixtures/network.ts';

export const NOW = new Date('2026-11-23T00:00:00Z');

export interface TestKey {
  privateKey: KeyObject;
  jwk: JsonWebKey;
  multibase: string;
}

export type TestKind = 'Ed25519' | 'P-256' | 'P-384' | 'RSA';

/** Multicodec and compressed point, written out here a second time, from the tables. */
function multibaseOf(jwk: JsonWebKey): string {
  const bytes = (text = '') => Buffer.from(text, 'base64url');
  if (jwk.kty === 'RSA') return '';
  if (jwk.kty === 'OKP') return `z${base58.encode(Buffer.concat([Buffer.from([0xed, 0x01]), bytes(jwk.x)]))}`;
  const sign = (bytes(jwk.y).at(-1) ?? 0) % 2 === 0 ? 2 : 3;
  const prefix = jwk.crv === 'P-256' ? [0x80, 0x24] : [0x81, 0x24];
  return `z${base58.encode(Buffer.concat([Buffer.from([...prefix, sign]), bytes(jwk.x)]))}`;
}

export function makeKey(kind: TestKind): TestKey {
  const { privateKey } =
    kind === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : kind === 'RSA'
        ? generateKeyPairSync('rsa', { modulusLength: 2048 })
        : generateKeyPairSync('ec', { namedCurve: kind });
  const jwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JsonWebKey;
  return { privateKey, jwk, multibase: multibaseOf(jwk) };
}

/** The whole key pair as a JWK. */
export function secretJwk(key: TestKey): JsonWebKey {
  return key.privateKey.export({ format: 'jwk' }) as JsonWebKey;
}

export function signWith(
  key: TestKey,
  message: Uint8Array,
  hash: string | null,
  padding?: number,
): Uint8Array<ArrayBuffer> {
  const options = {
    key: key.privateKey,
    dsaEncoding: 'ieee-p1363' as const,
    ...(padding && { padding, saltLength: -1 }),
  };
  return new Uint8Array(sign(hash, message, options));
}

export function didJwk(jwk: object): string {
  return `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
}

export function multikey(controller: string, key: TestKey, id = `${controller}#key-1`): Record<string, unknown> {
  return { id, type: 'Multikey', controller, publicKeyMultibase: key.multibase };
}

export function jsonWebKey(controller: string, key: TestKey, id = `${controller}#key-1`): Record<string, unknown> {
  return { id, type: 'JsonWebKey', controller, publicKeyJwk: key.jwk };
}

/** A controller document whose one method may vouch; `more` changes what it says. */
export function controllerDocument(id: string, method: object, more: object = {}): Record<string, unknown> {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id,
    verificationMethod: [method],
    assertionMethod: [(method as { id?: unknown }).id],
    ...more,
  };
}

export interface TestTools extends DocumentTools {
  asked: string[];
}

/** Tools over a network in memory. */
export function toolsFor(network: Network = {}, now = NOW): TestTools {
  const { fetch, asked } = fetchFrom(network);
  return { reader: createReader(fetch), now, asked };
}

/** Tools for many badges over one network, with answers kept between them. */
export function manyTools(network: Network): { next(): DocumentTools; asked: string[] } {
  const { fetch, asked } = fetchFrom(network);
  const kept = keepInMemory();
  return { next: () => ({ reader: createReader(fetch, { kept }), now: NOW }), asked };
}

export const json = (value: unknown): Reply => ({ json: value });
