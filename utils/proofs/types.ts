/** What the checks of signatures, keys and status lists tell each other. Types only. */
import type { Check, SignatureFact, StatusFact } from '../badge/report.ts';
import type { JsonObject } from '../json/members.ts';

/** Families of keys that this version knows. */
export type KeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'RSA';

/** A public key, ready to be used. */
export interface VerificationKey {
  kind: KeyKind;
  /** Absolute identifier of the verification method, or of the key document. */
  id: string;
  /** Only public members: `kty`, `crv`, `x`, `y`, `n`, `e`. */
  jwk: JsonWebKey;
}

/**
 * The answer to "which key is this, and is it the issuer's?". A key that was found but is not the issuer's is handed on all the same, so that the
 * signature's own check can be told; `check` then has the outcome `fail` (somebody else's, not authorised, withdrawn) or `unknown` (nobody lists it).
 */
export type FoundKey =
  | { key: VerificationKey; bound: boolean; check: Check; from?: string; retryAt?: string }
  | { key: null; bound: false; check: Check; from?: string; retryAt?: string };

/** One signature, judged. It counts only if it `holds` and is `bound` to the issuer. */
export interface JudgedProof {
  holds: boolean;
  bound: boolean;
  /** `signature`, `key` and `dates` checks (and `format` ones where its form is at fault). */
  checks: Check[];
  fact: SignatureFact;
  retryAt?: string;
}

/** A credential whose signatures were judged. */
export interface ProvedCredential {
  /** What was signed, with a JWT's claims put in their places; null when nothing could be read out of the envelope. */
  credential: JsonObject | null;
  /** Identifier of the issuer the key was looked for at. */
  issuer?: string;
  /** At least one proof holds and is bound to the issuer. It may have ended since: `checks` tells. */
  proved: boolean;
  checks: Check[];
  facts: SignatureFact[];
  /** Beginning and end that the envelope sets (`nbf`, `exp`, in seconds since the epoch), where it is a JWT. */
  notBefore?: number;
  expires?: number;
  retryAt?: string;
}

/** All status entries of a credential, judged. */
export interface JudgedStatus {
  checks: Check[];
  facts: StatusFact[];
  retryAt?: string;
}
