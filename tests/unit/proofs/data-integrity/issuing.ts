/** Badges of invented issuers, signed by other people's libraries: @digitalbazaar/vc with its suites, or jsonld and node:crypto. */
import { createHash, sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createSignCryptosuite as ecdsaJcs } from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite';
import * as ecdsaKeys from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createDiscloseCryptosuite, createSignCryptosuite as ecdsaSd } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as ed25519Keys from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { createSignCryptosuite as eddsaJcs } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { base58 } from '@scure/base';
import jsonld from 'jsonld';
import { judgeDocumentProofs } from '../../../../utils/proofs/data-integrity/judge-document.ts';
import { BUNDLED_CONTEXTS } from '../../../../utils/proofs/json-ld/contexts.ts';
import type { JudgedProof } from '../../../../utils/proofs/types.ts';
import { makeKey, NOW, type TestKey, toolsFor } from '../keys/issuers.ts';

export type Document = Record<string, unknown>;

export const V2 = 'https://www.w3.org/ns/credentials/v2';
export const V1 = 'https://www.w3.org/2018/credentials/v1';
export const OB = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const ED25519_2020 = 'https://w3id.org/security/suites/ed25519-2020/v1';
export const DATA_INTEGRITY = 'https://w3id.org/security/data-integrity/v2';
export const CREATED = '2026-01-15T09:00:00Z';

export async function documentLoader(url: string, more: Record<string, object> = {}): Promise<object> {
  const document = BUNDLED_CONTEXTS.get(url) ?? more[url];
  if (!document) throw new Error(`not in the tests: ${url}`);
  return { document, documentUrl: url, contextUrl: null, tag: 'static' };
}

interface Signer {
  id: string;
  algorithm: string;
  sign(options: { data: Uint8Array }): Promise<Uint8Array>;
}
interface KeyPair {
  id: string;
  controller: string;
  publicKeyMultibase: string;
  signer(): Signer;
}

export interface Issuer {
  did: string;
  method: string;
  key: KeyPair;
}

/** A new did:key. */
export async function makeIssuer(kind: 'Ed25519' | 'P-256' | 'P-384'): Promise<Issuer> {
  const made = kind === 'Ed25519' ? await ed25519Keys.generate() : await ecdsaKeys.generate({ curve: kind });
  const key = made as unknown as KeyPair;
  const did = `did:key:${key.publicKeyMultibase}`;
  const method = `${did}#${key.publicKeyMultibase}`;
  key.id = method;
  key.controller = did;
  return { did, method, key };
}

/** An Open Badges 3.0 credential with most of what they have: nodes with and without a name, lists, a status, an end. */
export function badge(issuer: string, more: Document = {}): Document {
  return {
    '@context': [V2, OB],
    id: 'urn:uuid:7c1e6a52-4c5e-4d86-a4f2-0f6f3a8b1c11',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Harbour Pilot, First Class',
    issuer: { id: issuer, type: ['Profile'], name: 'Harbour School', url: 'https://harbour.example/' },
    validFrom: '2026-01-10T00:00:00Z',
    validUntil: '2036-01-10T00:00:00Z',
    credentialStatus: {
      id: 'https://harbour.example/status/3#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://harbour.example/status/3',
    },
    credentialSubject: {
      id: 'did:example:asha',
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityHash: 'asha@people.example', identityType: 'emailAddress', hashed: false },
      ],
      achievement: {
        id: 'https://harbour.example/achievements/pilot',
        type: ['Achievement'],
        name: 'Harbour Pilot',
        description: 'Brings ships in and out, by day and by night.',
        criteria: { narrative: 'Twelve supervised passages “without touching”.' },
        tag: ['piloting', 'tides'],
        alignment: [
          { type: ['Alignment'], targetName: 'Tides', targetUrl: 'https://standards.example/tides' },
          { type: ['Alignment'], targetName: 'Radar', targetUrl: 'https://standards.example/radar' },
        ],
      },
    },
    ...more,
  };
}

export type SuiteName =
  | 'eddsa-rdfc-2022'
  | 'eddsa-jcs-2022'
  | 'ecdsa-rdfc-2019'
  | 'ecdsa-jcs-2019'
  | 'ecdsa-sd-2023'
  | 'Ed25519Signature2020';

const SUITES: Record<Exclude<SuiteName, 'ecdsa-sd-2023' | 'Ed25519Signature2020'>, object> = {
  'eddsa-rdfc-2022': eddsaRdfc,
  'eddsa-jcs-2022': eddsaJcs(),
  'ecdsa-rdfc-2019': ecdsaRdfc,
  'ecdsa-jcs-2019': ecdsaJcs(),
};

/** What cannot be left out of a selectively disclosed badge, and what is shown of the rest. */
export const MANDATORY = ['/issuer', '/validFrom', '/validUntil', '/credentialStatus'];
export const DISCLOSED = ['/name', '/credentialSubject'];

function suiteFor(name: SuiteName, { key }: Issuer, proof?: object): object {
  const signer = key.signer();
  if (name === 'Ed25519Signature2020') {
    const suite = new Ed25519Signature2020({ signer, date: CREATED });
    if (proof) suite.proof = proof;
    return suite;
  }
  const cryptosuite = name === 'ecdsa-sd-2023' ? ecdsaSd({ mandatoryPointers: MANDATORY }) : SUITES[name];
  const suite = new DataIntegrityProof({ signer, cryptosuite, date: CREATED });
  if (proof) suite.proof = proof;
  return suite;
}

/** Signed by @digitalbazaar/vc. `proof`: members of the proof beyond the usual. `disclosed`: what is shown, where the suite lets a holder choose. */
export async function issue(
  name: SuiteName,
  issuer: Issuer,
  document: Document = badge(issuer.did),
  proof?: object,
  disclosed: readonly string[] = DISCLOSED,
): Promise<Document> {
  const context = document['@context'] as string[];
  const needed = name === 'Ed25519Signature2020' && !context.includes(ED25519_2020) ? [ED25519_2020] : [];
  const credential = { ...structuredClone(document), '@context': [...context, ...needed] };
  const signed = await vc.issue({ credential, suite: suiteFor(name, issuer, proof), documentLoader });
  if (name !== 'ecdsa-sd-2023') return structuredClone(signed);
  return disclose(signed, disclosed);
}

/** The issuer's own proof of ecdsa-sd-2023. */
export async function issueBase(issuer: Issuer, document: Document = badge(issuer.did)): Promise<Document> {
  return vc.issue({
    credential: structuredClone(document),
    suite: suiteFor('ecdsa-sd-2023', issuer),
    documentLoader,
  });
}

export async function disclose(
  verifiableCredential: Document,
  selectivePointers: readonly string[],
): Promise<Document> {
  const suite = new DataIntegrityProof({ cryptosuite: createDiscloseCryptosuite({ selectivePointers }) });
  return vc.derive({ verifiableCredential, suite, documentLoader });
}

export interface HandKey {
  key: TestKey;
  did: string;
  method: string;
}

export function handKey(kind: 'Ed25519' | 'P-256' | 'P-384' = 'Ed25519'): HandKey {
  const key = makeKey(kind);
  const did = `did:key:${key.multibase}`;
  return { key, did, method: `${did}#${key.multibase}` };
}

/** eddsa-rdfc-2022 over anything, for documents and proofs that the libraries refuse to make: RDF by jsonld without its safe mode, Ed25519 by node:crypto. */
export async function signByHand(
  document: Document,
  { key, method }: HandKey,
  more: Document = {},
  contexts: Record<string, object> = {},
): Promise<Document> {
  const proof = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: CREATED,
    verificationMethod: method,
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const hash = async (part: object) => {
    const options = {
      documentLoader: (url: string) => documentLoader(url, contexts),
      safe: false,
      base: null,
      rdfDirection: 'i18n-datatype',
    };
    return createHash('sha256')
      .update(await jsonld.canonize(part, options))
      .digest();
  };
  const options = { ...proof, '@context': document['@context'] };
  const data = Buffer.concat([await hash(options), await hash(document)]);
  return { ...document, proof: { ...proof, proofValue: `z${base58.encode(sign(null, data, key.privateKey))}` } };
}

export async function judge(
  document: Document,
  issuer: string,
  { now = NOW, contexts = {} }: { now?: Date; contexts?: Record<string, object> } = {},
): Promise<JudgedProof[]> {
  return judgeDocumentProofs(document, issuer, { ...toolsFor({}, now), contexts });
}

/** The one proof of a document, judged. */
export async function judgeOne(...asked: Parameters<typeof judge>): Promise<JudgedProof> {
  const judged = await judge(...asked);
  if (judged.length !== 1 || !judged[0]) throw new Error(`${judged.length} proofs`);
  return judged[0];
}

/** The checks of a judgement in short: `signature pass signature-ok`. */
export function told({ checks }: JudgedProof): string[] {
  return checks.map(({ id, outcome, code }) => `${id} ${outcome} ${code}`);
}

export const counts = ({ holds, bound, checks }: JudgedProof): boolean =>
  holds && bound && !checks.some(({ outcome }) => outcome === 'fail' || outcome === 'unknown');
