/** Recognising Blockcerts, whose proofs are anchored in a block chain: they are told by name, not checked. */
import { contextsOf, hasType, isObject, type JsonObject, list, member } from '../../json/members.ts';

const CONTEXT = /^https:\/\/(?:www\.)?(?:w3id\.org\/blockcerts|blockcerts\.org)\//;
const MERKLE = ['MerkleProof2017', 'MerkleProof2019', 'ChainpointSHA256v2'];

/**
 * Version 1 is a `receipt` beside the badge, 2 an Open Badge 2.0 with a Merkle proof as its `signature`, 3 a verifiable credential with one as its
 * `proof`. A credential with a proof of another kind is left to that one, which can be checked.
 */
export function isBlockcerts(document: JsonObject): boolean {
  const proofs = list(member(document, 'proof'));
  if (proofs.length > 0) return proofs.every(isMerkleProof);
  if ([...list(member(document, 'signature')), ...list(member(document, 'receipt'))].some(isMerkleProof)) return true;
  if (hasType(document, 'VerifiableCredential')) return false;
  return contextsOf(document).some((context) => CONTEXT.test(context));
}

function isMerkleProof(value: unknown): boolean {
  if (!isObject(value)) return false;
  return hasType(value, ...MERKLE) || member(value, 'cryptosuite') === 'merkle-proof-2019';
}
