/**
 * Verifying one Open Badges 3.0 credential as a JWT, its key a did:jwk, everything warm, beside a bare `crypto.subtle.verify` of the same signature with a
 * key that is ready. Alone: `node tests/bench/engine/jwt.ts`.
 */
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { createReader } from '../../../utils/net/reader.ts';
import { judgeJwt } from '../../../utils/proofs/jose/judge-jwt.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { badge } from '../../unit/proofs/data-integrity/issuing.ts';
import { type Figure, figureOf, line } from '../figure.ts';
import { inTurns } from './in-turns.ts';
import { nowhere } from './nowhere.ts';

const AREA = 'VC-JWT';
const NOW = new Date('2026-11-23T00:00:00Z');
/** DESIGN, section 7. */
const TARGET = { of: 'ratio', most: 1.5 } as const;

const ALGORITHMS: Readonly<Record<string, AlgorithmIdentifier | EcdsaParams>> = {
  EdDSA: 'Ed25519',
  ES256: { name: 'ECDSA', hash: 'SHA-256' },
  RS256: 'RSASSA-PKCS1-v1_5',
};

export async function jwt(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const alg of Object.keys(ALGORITHMS)) figures.push(...(await measure(alg)));
  return figures;
}

async function measure(alg: string): Promise<Figure[]> {
  const { compact, publicKey } = await signed(alg);
  const altered = alter(compact);
  const tools = () => ({ reader: createReader(nowhere), now: NOW });
  if ((await judgeJwt(altered, tools())).proved) throw new Error(`${alg}: an altered badge is proved`);

  const end = compact.lastIndexOf('.');
  const input = new TextEncoder().encode(compact.slice(0, end));
  const signature = Buffer.from(compact.slice(end + 1), 'base64url');
  const times = await inTurns(
    {
      bare: async () => {
        const holds = await crypto.subtle.verify(ALGORITHMS[alg] ?? '', publicKey, signature, input);
        if (!holds) throw new Error(alg);
      },
      judge: async () => {
        const judged = await judgeJwt(compact, tools());
        if (!judged.proved) throw new Error(`${alg}: ${JSON.stringify(judged.checks)}`);
      },
      whole: async () => {
        const report = await verifyBadge({ text: compact }, { fetch: nowhere, now: NOW });
        if (report.verdict !== 'verified') throw new Error(`${alg}: ${JSON.stringify(report.checks)}`);
      },
    },
    { warmUp: 500, rounds: 1_000 },
  );
  const size = `${(compact.length / 1000).toFixed(1)} kB`;
  return [
    figureOf(
      { area: AREA, name: `${alg}, ${size}: signature, key and claims`, target: TARGET },
      times.judge,
      times.bare,
    ),
    figureOf({ area: AREA, name: `${alg}, ${size}: the whole report` }, times.whole, times.bare),
  ];
}

async function signed(alg: string): Promise<{ compact: string; publicKey: CryptoKey }> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const did = `did:jwk:${Buffer.from(JSON.stringify(await exportJWK(publicKey))).toString('base64url')}`;
  const { credentialStatus: _, ...document } = badge(did);
  const claims = { iss: did, jti: document.id, sub: 'did:example:asha', nbf: Date.UTC(2026, 0, 10) / 1000 };
  const compact = await new CompactSign(Buffer.from(JSON.stringify({ ...document, ...claims })))
    .setProtectedHeader({ alg, typ: 'vc+jwt', kid: `${did}#0` })
    .sign(privateKey);
  return { compact, publicKey };
}

/** The same with another word in it. */
function alter(compact: string): string {
  const [header, payload = '', signature] = compact.split('.');
  const text = Buffer.from(payload, 'base64url').toString().replace('Harbour Pilot', 'Harbour Baker');
  return [header, Buffer.from(text).toString('base64url'), signature].join('.');
}

if (import.meta.main) for (const figure of await jwt()) console.log(line(figure));
