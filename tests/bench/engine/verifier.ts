/** Two verifiers of whole badges, made to answer the same question: is it verified, withdrawn, or not good? */
import type { VerifyBadge } from '../../../utils/verify/types.ts';

export type Answer = 'verified' | 'revoked' | 'invalid';
export type Verify = (text: string) => Promise<Answer>;

/** What `verifyCredential` of @digitalcredentials/verifier-core gives back, as far as it counts here. */
interface PeerResult {
  errors?: readonly { name: string }[];
  log?: readonly { id: string; valid?: boolean }[];
}
export type PeerVerify = (question: { credential: object; knownDIDRegistries: readonly [] }) => Promise<PeerResult>;

export function asOurs(verifyBadge: VerifyBadge, fetch: typeof globalThis.fetch): Verify {
  return async (text) => {
    const { verdict, checks } = await verifyBadge({ text }, { fetch });
    if (verdict === 'verified' || verdict === 'revoked' || verdict === 'invalid') return verdict;
    throw new Error(`${verdict}: ${JSON.stringify(checks)}`);
  };
}

/** It asks the network by the global `fetch`. That no registry knows the issuer is another question, for both. */
export function asPeer(verifyCredential: PeerVerify): Verify {
  return async (text) => {
    const { errors, log = [] } = await verifyCredential({ credential: JSON.parse(text), knownDIDRegistries: [] });
    if (errors?.every(({ name }) => name === 'invalid_signature')) return 'invalid';
    const valid = (step: string) => log.find(({ id }) => id === step)?.valid;
    if (valid('valid_signature') && valid('expiration')) {
      if (valid('revocation_status') === true) return 'verified';
      if (valid('revocation_status') === false) return 'revoked';
    }
    throw new Error(JSON.stringify({ errors, log }));
  };
}
