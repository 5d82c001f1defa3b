import { isObject } from '../json/members.ts';
import { detectCompact } from '../openbadges/detect.ts';
import { compactText } from '../openbadges/v3/parts.ts';
import type { SecuredCredential } from '../proofs/prove.ts';

/** How a credential that stands somewhere is secured: by its own proofs, or as a JWT (plain, or in an envelope). Null for what is none. */
export function securedPart(value: unknown): SecuredCredential | null {
  const compact = compactText(value);
  if (compact !== null) return detectCompact(compact) === 'jws' ? { jwt: compact.trim() } : null;
  return isObject(value) ? { document: value } : null;
}
