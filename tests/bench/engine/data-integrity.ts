/**
 * Verifying one Open Badges 3.0 credential with an embedded proof, contexts and key in memory and everything warm, beside `verifyCredential` of
 * @digitalbazaar/vc on the same document in the same process. Alone: `node tests/bench/engine/data-integrity.ts`.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createVerifyCryptosuite as ecdsaSd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createVerifyCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { createReader } from '../../../utils/net/reader.ts';
import { judgeDocumentProofs } from '../../../utils/proofs/data-integrity/judge-document.ts';
import {
  badge,
  type Document,
  documentLoader,
  type Issuer,
  issue,
  makeIssuer,
  type SuiteName,
} from '../../unit/proofs/data-integrity/issuing.ts';
import { calm } from '../calm.ts';
import { type Figure, figureOf, line } from '../figure.ts';

const AREA = 'Embedded proofs';
const WARM_UP = 300;
const ROUNDS = 1_000;
/** DESIGN, section 7. Where there is no RDF, or a signature for each statement, the time is that of the signatures alone, for both. */
const TARGET = { of: 'ratio', most: 0.5 } as const;

const NOW = new Date('2026-11-23T00:00:00Z');

interface Case {
  suite: SuiteName;
  kind: 'Ed25519' | 'P-256';
  target?: Figure['target'];
  /** How the peer checks it. */
  theirs: () => object;
}

const CASES: readonly Case[] = [
  {
    suite: 'eddsa-rdfc-2022',
    kind: 'Ed25519',
    target: TARGET,
    theirs: () => new DataIntegrityProof({ cryptosuite: eddsaRdfc }),
  },
  { suite: 'eddsa-jcs-2022', kind: 'Ed25519', theirs: () => new DataIntegrityProof({ cryptosuite: eddsaJcs() }) },
  {
    suite: 'ecdsa-rdfc-2019',
    kind: 'P-256',
    target: TARGET,
    theirs: () => new DataIntegrityProof({ cryptosuite: ecdsaRdfc }),
  },
  { suite: 'ecdsa-sd-2023', kind: 'P-256', theirs: () => new DataIntegrityProof({ cryptosuite: ecdsaSd() }) },
  { suite: 'Ed25519Signature2020', kind: 'Ed25519', target: TARGET, theirs: () => new Ed25519Signature2020() },
];

/** The peer asks for an issuer's documents by address; it gets them at once. */
function loaderFor({ did, method, key }: Issuer, suite: SuiteName): (url: string) => Promise<object> {
  const { publicKeyMultibase } = key;
  const [type, context] =
    suite === 'Ed25519Signature2020'
      ? ['Ed25519VerificationKey2020', 'https://w3id.org/security/suites/ed25519-2020/v1']
      : ['Multikey', 'https://w3id.org/security/multikey/v1'];
  const verificationMethod = { '@context': context, id: method, type, controller: did, publicKeyMultibase };
  const controller = {
    '@context': ['https://www.w3.org/ns/did/v1', context],
    id: did,
    verificationMethod: [verificationMethod],
    assertionMethod: [method],
  };
  return (url) => documentLoader(url, { [did]: controller, [method]: verificationMethod });
}

/** Nothing is fetched for a did:key. */
const nowhere: typeof fetch = () => Promise.reject(new TypeError('no network here'));

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function measure({ suite, kind, theirs, target }: Case): Promise<Figure> {
  const issuer = await makeIssuer(kind);
  const signed = await issue(suite, issuer, badge(issuer.did));
  const text = JSON.stringify(signed);
  const loader = loaderFor(issuer, suite);
  const read = (): Document => JSON.parse(text) as Document;
  const ours = async () => {
    const [judged] = await judgeDocumentProofs(read(), issuer.did, { reader: createReader(nowhere), now: NOW });
    if (!judged?.holds || !judged.bound) throw new Error(`${suite}: ${JSON.stringify(judged)}`);
  };
  const peer = async () => {
    const { verified, error } = await vc.verifyCredential({
      credential: read(),
      suite: theirs(),
      documentLoader: loader,
      now: NOW,
      // Its status is another question, for both.
      checkStatus: async () => ({ verified: true }),
    });
    if (!verified) throw new Error(`${suite}: ${JSON.stringify(error)}`);
  };
  for (let round = 0; round < WARM_UP; round++) {
    await ours();
    await peer();
  }
  await calm();
  const values: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    values.push(await time(ours));
    floors.push(await time(peer));
  }
  return figureOf(
    { area: AREA, name: `${suite}, beside @digitalbazaar/vc`, ...(target && { target }) },
    values,
    floors,
  );
}

export async function dataIntegrity(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const one of CASES) figures.push(await measure(one));
  return figures;
}

if (import.meta.main) for (const figure of await dataIntegrity()) console.log(line(figure));
