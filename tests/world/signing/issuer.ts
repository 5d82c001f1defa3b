/** An issuer of the world with keys of its own, made anew in each run, and libraries of others to sign with. */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { CompactSign, exportJWK, generateKeyPair } from 'jose';
import { documentLoader } from './loader.ts';

export interface WorldIssuer {
  did: string;
  /** The document at the DID's address. */
  didDocument(): Promise<object>;
  /** With an `eddsa-rdfc-2022` proof. */
  sign(credential: object): Promise<object>;
  /** As a compact VC-JWT, ES256. */
  signJwt(credential: { issuer: unknown; id?: string }): Promise<string>;
}

/** `did`: a did:web of one of the world's hosts. */
export function createIssuer(did: string): WorldIssuer {
  const edId = `${did}#key-0`;
  const ecId = `${did}#key-1`;
  const ed = Ed25519Multikey.generate({ id: edId, controller: did });
  const ec = generateKeyPair('ES256', { extractable: true });
  return {
    did,
    async didDocument() {
      const edKey = await (await ed).export({ publicKey: true });
      const publicKeyJwk = await exportJWK((await ec).publicKey);
      return {
        '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
        id: did,
        verificationMethod: [edKey, { id: ecId, type: 'JsonWebKey', controller: did, publicKeyJwk }],
        assertionMethod: [edId, ecId],
      };
    },
    async sign(credential) {
      const signer = (await ed).signer();
      const suite = new DataIntegrityProof({ signer, cryptosuite });
      return issue({ credential: structuredClone(credential), suite, documentLoader });
    },
    async signJwt(credential) {
      const claims = { ...credential, iss: did, ...(credential.id && { jti: credential.id }) };
      return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: ecId })
        .sign((await ec).privateKey);
    },
  };
}
