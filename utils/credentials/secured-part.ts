import { isObject, type JsonObject } from '../json/members.ts';
import { credentialForm, detectCompact } from '../openbadges/detect.ts';
import { compactText } from '../openbadges/v3/parts.ts';
import { presentationIn } from '../proofs/jose/claims.ts';
import { readJws } from '../proofs/jose/read-jws.ts';
import type { SecuredCredential } from '../proofs/prove.ts';

/** How a credential that stands somewhere is secured: by its own proofs, or as a JWT (plain, or in an envelope). Null for what is none. */
export function securedPart(value: unknown): SecuredCredential | null {
  const compact = compactText(value);
  if (compact !== null) return detectCompact(compact) === 'jws' ? { jwt: compact.trim() } : null;
  return isObject(value) ? { document: value } : null;
}

/** The presentation that this is, however it is secured; null for anything else. */
export function securedPresentation(secured: SecuredCredential): JsonObject | null {
  if ('document' in secured) return asPresentation(secured.document);
  const jws = readJws(secured.jwt);
  return jws.ok ? presentationOf(jws.payload) : null;
}

/** The presentation that a JWT's payload is. */
export function presentationOf(payload: JsonObject): JsonObject | null {
  return asPresentation(presentationIn(payload));
}

function asPresentation(document: JsonObject): JsonObject | null {
  return credentialForm(document) === 'presentation' ? document : null;
}
