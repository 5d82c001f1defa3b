import { type JsonObject, member } from '../../json/members.ts';
import type { KeyKind } from '../types.ts';

/** What is signed: RDF statements, the JSON itself, or RDF statements of which some may be left out. */
export type SuiteForm = 'rdf' | 'json' | 'selective';

export interface Suite {
  name: string;
  form: SuiteForm;
  kinds: readonly KeyKind[];
}

const ED25519 = ['Ed25519'] as const;
const NIST = ['P-256', 'P-384'] as const;

const SUITES: Readonly<Record<string, Omit<Suite, 'name'>>> = {
  'eddsa-rdfc-2022': { form: 'rdf', kinds: ED25519 },
  // What it was called in drafts; the algorithm is the same.
  'eddsa-2022': { form: 'rdf', kinds: ED25519 },
  'eddsa-jcs-2022': { form: 'json', kinds: ED25519 },
  'ecdsa-rdfc-2019': { form: 'rdf', kinds: NIST },
  'ecdsa-jcs-2019': { form: 'json', kinds: NIST },
  'ecdsa-sd-2023': { form: 'selective', kinds: ['P-256'] },
};
/** Older than the common type: the type is the suite (VC Data Integrity EdDSA, Ed25519Signature2020). */
const OWN_TYPES: Readonly<Record<string, Omit<Suite, 'name'>>> = {
  Ed25519Signature2020: { form: 'rdf', kinds: ED25519 },
};

/** The suite of a proof, or the name of one that is not known here; undefined when the proof names none. */
export function suiteOf(proof: JsonObject): Suite | string | undefined {
  const type = member(proof, 'type');
  const isCommon = type === 'DataIntegrityProof';
  const name = isCommon ? member(proof, 'cryptosuite') : type;
  if (typeof name !== 'string' || name === '') return undefined;
  const known = isCommon ? SUITES : OWN_TYPES;
  const suite = Object.hasOwn(known, name) ? known[name] : undefined;
  return suite ? { name, ...suite } : name;
}
