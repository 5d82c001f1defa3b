/** An invented guild that signs Open Badges 2.0 (and 1.1) with RSA: its documents, and whatever a forger makes of them. */

import { createPublicKey } from 'node:crypto';
import type { Report } from '../../../utils/badge/report.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { type Loose, signed } from '../proofs/jose/signing.ts';
import type { TestKey } from '../proofs/keys/issuers.ts';
import { makeKey } from '../proofs/keys/issuers.ts';
import { fetchFrom, type Network } from '../verify/fixtures/network.ts';

export const GUILD = 'https://guild.example';
export const EVIL = 'https://evil.example';
export const NOW = new Date('2026-11-23T12:00:00Z');
const V2 = 'https://w3id.org/openbadges/v2';

export const guildKey = makeKey('RSA');
export const forgersKey = makeKey('RSA');

export function pemOf({ jwk }: TestKey): string {
  return createPublicKey({ key: jwk, format: 'jwk' } as never)
    .export({ type: 'spki', format: 'pem' })
    .toString();
}

export function keyDocument(at: string, owner: string, key: TestKey, more: Loose = {}): Loose {
  return { '@context': V2, type: 'CryptographicKey', id: at, owner, publicKeyPem: pemOf(key), ...more };
}

export function assertion(more: Loose = {}): Loose {
  return {
    '@context': V2,
    type: 'Assertion',
    id: 'urn:uuid:5f2c6f0e-1d76-4b6f-8a57-0a8a3f4f6d20',
    recipient: { type: 'email', hashed: false, identity: 'asha@people.example' },
    badge: `${GUILD}/class.json`,
    verification: { type: 'SignedBadge', creator: `${GUILD}/key.json` },
    issuedOn: '2026-09-01T00:00:00Z',
    ...more,
  };
}

export function profile(more: Loose = {}): Loose {
  return {
    '@context': V2,
    type: 'Profile',
    id: `${GUILD}/issuer.json`,
    name: 'Oxbow Guild',
    url: `${GUILD}/`,
    email: 'guild@post.example',
    publicKey: `${GUILD}/key.json`,
    revocationList: `${GUILD}/revoked.json`,
    ...more,
  };
}

export function badgeClass(more: Loose = {}): Loose {
  return {
    '@context': V2,
    type: 'BadgeClass',
    id: `${GUILD}/class.json`,
    name: 'Boat Builder',
    description: 'Built a boat that floats.',
    image: `${GUILD}/boat.png`,
    criteria: { narrative: 'Three boats.' },
    issuer: `${GUILD}/issuer.json`,
    ...more,
  };
}

/** The guild's documents; null in `more` takes one away. */
export function guild(more: Record<string, Network[string] | null> = {}): Network {
  const all = {
    [`${GUILD}/class.json`]: { json: badgeClass() },
    [`${GUILD}/issuer.json`]: { json: profile() },
    [`${GUILD}/key.json`]: { json: keyDocument(`${GUILD}/key.json`, `${GUILD}/issuer.json`, guildKey) },
    [`${GUILD}/revoked.json`]: { json: { type: 'RevocationList', revokedAssertions: ['urn:uuid:another'] } },
    ...more,
  };
  return Object.fromEntries(Object.entries(all).flatMap(([at, reply]) => (reply ? [[at, reply]] : [])));
}

export function jws(payload: Loose | string = assertion(), key = guildKey, header: Loose = {}): string {
  return signed({ alg: 'RS256', ...header }, payload, key, 'RS256');
}

export async function judgeText(
  text: string,
  network: Network,
): Promise<{ report: Report; asked: string[]; codes: string[] }> {
  const { fetch, asked } = fetchFrom(network);
  // Even a reader who trusts the real issuer must not be taken in.
  const report = await verifyBadge({ text }, { fetch, now: NOW, trusted: [{ id: 'guild.example' }] });
  return { report, asked, codes: report.checks.map(({ code }) => code) };
}
