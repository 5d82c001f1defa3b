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
import { type Figure, figureOf, line } from '../figure.ts';
import { inTurns } from './in-turns.ts';
import { nowhere } from './nowhere.ts';

const AREA = 'Embedded proofs';
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

/** What both answer about a document; both read it from its text, as they would from a file. */
function judges({ suite, theirs }: Case, issuer: Issuer): Record<'ours' | 'peer', (text: string) => Promise<boolean>> {
  const loader = loaderFor(issuer, suite);
  const read = (text: string): Document => JSON.parse(text) as Document;
  return {
    ours: async (text) => {
      const [judged] = await judgeDocumentProofs(read(text), issuer.did, { reader: createReader(nowhere), now: NOW });
      return judged?.holds === true && judged.bound;
    },
    peer: async (text) => {
      const { verified } = await vc.verifyCredential({
        credential: read(text),
        suite: theirs(),
        documentLoader: loader,
        now: NOW,
        // Its status is another question, for both.
        checkStatus: async () => ({ verified: true }),
      });
      return verified;
    },
  };
}

async function measure(one: Case): Promise<Figure> {
  const { suite, kind, target } = one;
  const issuer = await makeIssuer(kind);
  const text = JSON.stringify(await issue(suite, issuer, badge(issuer.did)));
  const altered = text.replace('Harbour Pilot', 'Harbour Baker');
  const { ours, peer } = judges(one, issuer);
  for (const judge of [ours, peer]) if (await judge(altered)) throw new Error(`${suite}: an altered badge is proved`);
  const sure = (judge: typeof ours) => async () => {
    if (!(await judge(text))) throw new Error(`${suite}: a good badge is refused`);
  };
  const times = await inTurns({ ours: sure(ours), peer: sure(peer) }, { warmUp: 300, rounds: 1_000 });
  const name = `${suite}, beside @digitalbazaar/vc`;
  return figureOf({ area: AREA, name, ...(target && { target }) }, times.ours, times.peer);
}

export async function dataIntegrity(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const one of CASES) figures.push(await measure(one));
  return figures;
}

if (import.meta.main) for (const figure of await dataIntegrity()) console.log(line(figure));
