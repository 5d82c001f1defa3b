/** Invented credentials, and the way to other people's. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export { type Vector, vectorFile, vectorsOf } from '../../../conformance/vector-world.ts';

export const V1 = 'https://www.w3.org/2018/credentials/v1';
export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const OB3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const CLR2 = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';
export const ISSUER = 'https://tidewater.example/issuers/1';

/** Of any shape: the tests break it at will. */
export type Loose = { [name: string]: unknown };

/** An Open Badge 3.0 with everything that may be shown. */
export function badge(change: Loose = {}): Loose {
  return {
    '@context': [V2, OB3],
    id: 'https://tidewater.example/credentials/7',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: ISSUER, type: ['Profile'], name: 'Tidewater College', url: 'https://tidewater.example/' },
    validFrom: '2025-03-01T09:00:00Z',
    name: 'Knots, in the wallet',
    credentialSubject: subject(),
    ...change,
  };
}

export function subject(change: Loose = {}): Loose {
  return {
    type: ['AchievementSubject'],
    id: 'did:example:mira',
    name: 'Mira Aldous',
    achievement: achievement(),
    ...change,
  };
}

export function achievement(change: Loose = {}): Loose {
  return {
    id: 'https://tidewater.example/achievements/knots',
    type: ['Achievement'],
    name: 'Knots and Splices',
    description: 'Ties what holds and unties what must not.',
    criteria: { narrative: 'Ten knots, blindfolded.' },
    ...change,
  };
}

export function badgeOn11(change: Loose = {}): Loose {
  const { validFrom: issuanceDate, ...rest } = badge();
  return { ...rest, '@context': [V1, OB3], issuanceDate, ...change };
}

export function endorsement(change: Loose = {}): Loose {
  return {
    '@context': [V2, OB3],
    id: 'urn:uuid:5d0c1a3e-0000-4000-8000-000000000001',
    type: ['VerifiableCredential', 'EndorsementCredential'],
    issuer: { id: 'did:web:guild.example', type: ['Profile'], name: 'Guild of Riggers' },
    validFrom: '2025-04-01T09:00:00Z',
    credentialSubject: { id: ISSUER, type: ['EndorsementSubject'], endorsementComment: 'They teach <b>well</b>.' },
    ...change,
  };
}

export function record(change: Loose = {}): Loose {
  return {
    '@context': [V2, CLR2, OB3],
    id: 'urn:uuid:5d0c1a3e-0000-4000-8000-000000000002',
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: { id: ISSUER, type: ['Profile'], name: 'Tidewater College' },
    validFrom: '2025-05-01T09:00:00Z',
    name: 'Transcript of the year',
    credentialSubject: { id: 'did:example:mira', type: ['ClrSubject'], verifiableCredential: [badge()] },
    ...change,
  };
}

export const JWT = 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJodHRwczovL2EuZXhhbXBsZSJ9.c2ln';

const SAMPLES = process.env.SAMPLES ?? fileURLToPath(new URL('../../../../../shared/samples', import.meta.url));

/** A captured document; null, and loudly so, where the folder is absent. In CI its absence is a failure. */
export function sample(file: string): Loose | null {
  if (existsSync(`${SAMPLES}/${file}`)) return JSON.parse(readFileSync(`${SAMPLES}/${file}`, 'utf8'));
  if (process.env.CI === 'true') throw new Error(`no samples in ${SAMPLES}`);
  console.warn(`sample skipped: no ${SAMPLES}/${file}`);
  return null;
}
