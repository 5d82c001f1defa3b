import type { Examined } from '../badge/report.ts';
import type { SignedFinding } from '../openbadges/hosted-rules.ts';
import { answerWith } from '../platforms/settle.ts';
import type { ProofTools } from '../platforms/types.ts';

/**
 * The one place where signed badges of no platform's arrive: compact JWS and JWT, Open Badges 2.0 signed, 3.0, CLR 2.0 and other credentials, from an
 * address, a file or pasted text. This version recognises them and says so; utils/proofs takes over from here.
 */
export async function examineSigned(_finding: Omit<SignedFinding, 'kind'>, tools: ProofTools): Promise<Examined> {
  return answerWith({ id: 'format', outcome: 'unknown', code: 'signature-unsupported' }, tools);
}

/** The one place where pictures with a badge baked in arrive (PNG, SVG). */
export async function examinePicture(_bytes: Uint8Array, tools: ProofTools): Promise<Examined> {
  return answerWith({ id: 'format', outcome: 'unknown', code: 'signature-unsupported' }, tools);
}
