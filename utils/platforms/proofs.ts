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

/** The adapter of a platform, by the name of its folder. */
export function proofOf(platform: string): PlatformProof | undefined {
  return PROOFS.get(platform);
}
