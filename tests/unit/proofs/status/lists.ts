/** Status lists of invented issuers, signed as JWTs by jose, and badges that name them. */
import { gzipSync } from 'node:zlib';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import type { JsonObject } from '../../../../utils/json/members.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import type { DocumentTools } from '../../../../utils/net/types.ts';
import { proveCredential } from '../../../../utils/proofs/prove.ts';
import { judgeStatus } from '../../../../utils/proofs/status/judge-status.ts';
import type { JudgedStatus } from '../../../../utils/proofs/types.ts';
import { fetchFrom, type Network, type Reply } from '../../verify/fixtures/network.ts';

export type Loose = Record<string, unknown>;

export const NOW = new Date('2026-11-23T00:00:00Z');
export const LIST = 'https://lists.example/status/1';
export const OTHER_LIST = 'https://lists.example/status/2';
export const BADGE = 'https://issuer.example/badges/7';
/** The least that the standard allows, in bytes. */
export const LEAST = 131_072 / 8;

export interface Signer {
  did: string;
  sign(payload: object, header?: object): Promise<string>;
}

export async function makeSigner(): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const did = `did:jwk:${Buffer.from(JSON.stringify(await exportJWK(publicKey))).toString('base64url')}`;
  return {
    did,
    sign: (payload, header = {}) =>
      new CompactSign(Buffer.from(JSON.stringify(payload)))
        .setProtectedHeader({ alg: 'ES256', typ: 'vc+jwt', kid: `${did}#0`, ...header })
        .sign(privateKey),
  };
}

/** Bytes in which these bits are set, counted from the most significant of the first byte. */
export function bitsOf(set: readonly number[], bytes = LEAST): Uint8Array {
  const bits = new Uint8Array(bytes);
  for (const index of set) bits[index >> 3] = (bits[index >> 3] ?? 0) | (128 >> (index & 7));
  return bits;
}

export const pack = (bits: Uint8Array): string => `u${gzipSync(bits).toString('base64url')}`;

/** A Bitstring Status List Credential. `subject` and `more` change what it says. */
export function listOf(issuer: string, set: readonly number[], subject: Loose = {}, more: Loose = {}): Loose {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: LIST,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: '2026-11-01T00:00:00Z',
    credentialSubject: {
      id: `${LIST}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: pack(bitsOf(set)),
      ...subject,
    },
    ...more,
  };
}

/** The same in the older form. */
export function list2021(issuer: string, set: readonly number[], subject: Loose = {}, more: Loose = {}): Loose {
  return listOf(
    issuer,
    set,
    { type: 'StatusList2021', encodedList: pack(bitsOf(set)).slice(1), ...subject },
    { type: ['VerifiableCredential', 'StatusList2021Credential'], ...more },
  );
}

export function entry(index: unknown, more: Loose = {}): Loose {
  return {
    id: `${LIST}#${String(index)}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: LIST,
    ...more,
  };
}

export const badgeWith = (credentialStatus: unknown, more: Loose = {}): JsonObject => ({
  id: BADGE,
  credentialStatus,
  ...more,
});

export const jwt = (body: string): Reply => ({ body, type: 'application/vc+jwt' });

/** Judges over a network in memory; lists are proved as the product proves them. */
export async function judge(
  credential: JsonObject,
  issuer: string,
  network: Network,
  now = NOW,
): Promise<JudgedStatus & { asked: string[] }> {
  const { fetch, asked } = fetchFrom(network);
  return {
    ...(await judgeWith(credential, issuer, { reader: createReader(fetch, { now: () => now.getTime() }), now })),
    asked,
  };
}

export function judgeWith(credential: JsonObject, issuer: string, tools: DocumentTools): Promise<JudgedStatus> {
  return judgeStatus(credential, issuer, (list) => proveCredential(list, tools), tools);
}

/** Checks in short: `fail status-revoked (why)`. */
export function told({ checks }: JudgedStatus): string[] {
  return checks.map(({ outcome, code, detail }) => `${outcome} ${code}${detail === undefined ? '' : ` (${detail})`}`);
}
