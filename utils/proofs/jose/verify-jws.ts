import { compactVerify } from 'jose/jws/compact/verify';
import { importKey, type KeyUse } from '../keys/crypto-key.ts';
import type { VerificationKey } from '../types.ts';
import { decodePart, type ReadJws } from './read-jws.ts';

/**
 * Does the signature hold under this key, used in this one way? The key's kind decides which algorithms are possible, never the header alone
 * (RFC 8725, 3.1). `jose` checks the JWS and nothing of its claims: issuers write `iat` as text now and then. Never throws.
 */
export async function verifyJws(compact: string, key: VerificationKey, use: KeyUse, alg: string): Promise<boolean> {
  try {
    await compactVerify(compact, await importKey(key, use), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}

/**
 * RSA with SHA-256, as signed Open Badges of 1.x and 2.0 have it. Libraries of 2013 wrote the algorithm in small letters, which `jose` rightly does not
 * know; the signature is the same. Never throws.
 */
export async function verifyRs256({ compact, alg }: ReadJws, key: VerificationKey): Promise<boolean> {
  if (alg === 'RS256') return verifyJws(compact, key, 'RS256', alg);
  try {
    const end = compact.lastIndexOf('.');
    const input = new TextEncoder().encode(compact.slice(0, end));
    const signature = decodePart(compact.slice(end + 1));
    return await crypto.subtle.verify('RSASSA-PKCS1-v1_5', await importKey(key, 'RS256'), signature, input);
  } catch {
    return false;
  }
}
