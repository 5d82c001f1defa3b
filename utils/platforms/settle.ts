import type { Check, Examined, Proof } from '../badge/report.ts';
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

/** A platform that hosts its badges answered with something that needs a key, or with a picture: recognised, not checked by this version. */
export function settle(result: HostedResult, tools: DocumentTools, issuer: Examined['issuer'] = {}): Examined {
  if (result.kind === 'examined') return result.examined;
  const code = result.kind === 'signed' ? 'signature-unsupported' : 'signature-unsupported';
  return answerWith({ id: 'format', outcome: 'unknown', code }, tools, issuer);
}

/** The id is none that the platform writes, so no address can be built from it. */
export function strangeId(tools: DocumentTools, platform: { id: string; vets: boolean }): Examined {
  return answerWith({ id: 'origin', outcome: 'unknown', code: 'origin-refused-address', detail: platform.id }, tools, {
    platform,
  });
}
