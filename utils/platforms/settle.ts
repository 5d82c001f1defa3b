import type { Check, Examined, Proof } from '../badge/report.ts';
import { examineSigned } from '../credentials/examine-signed.ts';
import type { DocumentTools } from '../net/types.ts';
import type { HostedResult } from '../openbadges/hosted-rules.ts';
import { conclude, startFindings } from '../openbadges/run.ts';

/** An answer that rests on one check alone. */
export function answerWith(
  check: Check,
  tools: DocumentTools,
  issuer: Examined['issuer'] = {},
  proof: Proof = 'none',
): Examined {
  const findings = startFindings(issuer);
  findings.checks.push(check);
  return conclude(findings, proof, tools);
}

/**
 * What a platform's own address answered, judged to the end: a signed badge by its signature, a picture by what is baked into it. The platform's word
 * is not needed for these, and its standing is theirs only where the issuer's identifier is on its hosts.
 */
export async function settle(
  result: HostedResult,
  tools: DocumentTools,
  issuer: Examined['issuer'] = {},
): Promise<Examined> {
  if (result.kind === 'examined') return result.examined;
  if (result.kind === 'signed') return examineSigned(result, tools);
  return answerWith({ id: 'format', outcome: 'unknown', code: 'format-unknown-shape' }, tools, issuer);
}

/** The id is none that the platform writes, so no address can be built from it. */
export function strangeId(tools: DocumentTools, platform: { id: string; vets: boolean }): Examined {
  return answerWith({ id: 'origin', outcome: 'unknown', code: 'origin-refused-address', detail: platform.id }, tools, {
    platform,
  });
}
