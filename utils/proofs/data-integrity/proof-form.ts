import type { Check, SignatureFact } from '../../badge/report.ts';
import { isObject, type JsonObject, list, member, reference, text } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { type ProofDates, readProofDates } from './proof-dates.ts';
import { type DerivedProof, readDerivedProof, readSignature } from './proof-value.ts';
import { type Suite, suiteOf } from './suites.ts';

/** A proof that has all its parts in the right form. */
export interface ReadProof {
  suite: Suite;
  method: string;
  /** The proof as it was when it was signed: without its value. */
  options: JsonObject;
  value: Uint8Array<ArrayBuffer> | DerivedProof;
  /** Identifiers of the proofs that this one covers. */
  previous: readonly string[];
  dates: ProofDates;
}

export type ProofReading =
  | { ok: true; proof: ReadProof; fact: Omit<SignatureFact, 'outcome'> }
  | { ok: false; check: Check; fact: Omit<SignatureFact, 'outcome'> };

const LENGTHS: Readonly<Record<Suite['kinds'][number], number>> = { Ed25519: 64, 'P-256': 64, 'P-384': 96, RSA: 0 };
const MOST_PREVIOUS = 8;

/** Reads one member of `proof` (VC Data Integrity, "Proofs"). */
export function readProof(value: unknown, now: Date): ProofReading {
  if (!isObject(value)) return { ok: false, check: malformed('proof'), fact: { suite: '' } };
  const suite = suiteOf(value);
  const method = reference(member(value, 'verificationMethod'));
  const dates = readProofDates(value, now);
  const fact = {
    ...nameOf(suite),
    ...(method !== undefined && { method: method.slice(0, 500) }),
    ...(dates.created !== undefined && { created: dates.created }),
    ...(dates.expires !== undefined && { expires: dates.expires }),
  };
  const refused = (check: Check): ProofReading => ({ ok: false, check, fact });
  if (suite === undefined) return refused(malformed('cryptosuite'));
  if (typeof suite === 'string') {
    return refused({ id: 'signature', outcome: 'unknown', code: 'signature-unsupported', ...detailOf(suite) });
  }

  const purpose = member(value, 'proofPurpose');
  // A proof made to log in, say, may be for a text that its signer was given by somebody else.
  if (purpose !== 'assertionMethod') {
    return refused({ id: 'signature', outcome: 'fail', code: 'signature-purpose', ...detailOf(purpose) });
  }
  if (method === undefined) return refused(malformed('verificationMethod'));
  const signature = readValue(suite, member(value, 'proofValue'));
  if (signature === 'base') return refused({ id: 'signature', outcome: 'fail', code: 'signature-not-derived' });
  if (signature === null) return refused(malformed('proofValue'));
  const previous = list(member(value, 'previousProof'));
  if (previous.length > MOST_PREVIOUS || !previous.every((id) => text(id) !== undefined)) {
    return refused(malformed('previousProof'));
  }
  const { proofValue: _, ...options } = value;
  return { ok: true, fact, proof: { suite, method, options, value: signature, previous: previous as string[], dates } };
}

function readValue(suite: Suite, value: unknown): ReadProof['value'] | 'base' | null {
  if (suite.form === 'selective') return readDerivedProof(value);
  return readSignature(
    value,
    suite.kinds.map((kind) => LENGTHS[kind]),
  );
}

/** Hostile text, shown to experts. */
function nameOf(suite: Suite | string | undefined): { suite: string } {
  const name = typeof suite === 'object' ? suite.name : (suite ?? '');
  return { suite: detailOf(name).detail ?? '' };
}

export function malformed(what: string): Check {
  return { id: 'signature', outcome: 'fail', code: 'signature-malformed', detail: what };
}
