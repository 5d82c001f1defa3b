import { accredibleProof } from './accredible/proof.ts';
import { badgrProof } from './badgr/proof.ts';
import { credlyProof } from './credly/proof.ts';
import { microsoftProof } from './microsoft/proof.ts';
import { openbadgefactoryProof } from './openbadgefactory/proof.ts';
import type { PlatformProof } from './types.ts';

/** Platforms that publish something that can be checked. All others are recognised and answered `unsupported`. */
const PROOFS: ReadonlyMap<string, PlatformProof> = new Map(
  [credlyProof, microsoftProof, accredibleProof, badgrProof, openbadgefactoryProof].map((proof) => [
    proof.platform,
    proof,
  ]),
);

const BY_ISSUER_HOST: ReadonlyMap<string, { id: string; vets: boolean }> = new Map(
  [...PROOFS.values()].flatMap(({ platform, vets, issuerHosts = [] }) =>
    issuerHosts.map((host) => [host, { id: platform, vets }] as const),
  ),
);

/** The platform that gives out every issuer's identifier on this host, if one does. */
export function platformOfIssuer(host: string | undefined): { id: string; vets: boolean } | undefined {
  return host === undefined ? undefined : BY_ISSUER_HOST.get(host);
}

/** The adapter of a platform, by the name of its folder. */
export function proofOf(platform: string): PlatformProof | undefined {
  return PROOFS.get(platform);
}
