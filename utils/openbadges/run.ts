import { withoutEmails } from '../badge/emails.ts';
import { conceal } from '../badge/recipient.ts';
import type {
  Badge,
  Check,
  Contained,
  Evidence,
  Examined,
  Proof,
  RecipientIdentity,
  Verdict,
} from '../badge/report.ts';
import { verdictOf } from '../badge/verdict.ts';
import type { DocumentTools } from '../net/types.ts';

/** What has been found out so far about one badge. */
export interface Findings {
  checks: Check[];
  badge: Badge | null;
  recipients: RecipientIdentity[];
  holderName?: string;
  holderIsHandle?: boolean;
  issuer: Examined['issuer'];
  retryAt?: string;
  staleAt?: string;
  evidence?: Evidence;
  contained?: Contained[];
}

export function startFindings(issuer: Examined['issuer'] = {}): Findings {
  return { checks: [], badge: null, recipients: [], issuer };
}

/** Verdicts that rest on what was read. The others rest on nothing. */
const PROVED: ReadonlySet<Verdict> = new Set([
  'verified',
  'expired',
  'not-yet-valid',
  'suspended',
  'revoked',
  'invalid',
]);

/** Closes the findings: verdict out of the checks, proof only where something was proved, no e-mail address in the expert view. */
export function conclude(findings: Findings, proof: Proof, tools: DocumentTools): Examined {
  const verdict = verdictOf(findings.checks);
  const badge = findings.badge && { ...findings.badge, raw: withoutEmails(findings.badge.raw) };
  return {
    verdict,
    proof: PROVED.has(verdict) || (proof === 'page' && verdict === 'unsupported') ? proof : 'none',
    checks: findings.checks,
    badge,
    recipients: findings.recipients.map(conceal),
    ...(findings.holderName !== undefined && { holderName: findings.holderName }),
    ...(findings.holderIsHandle && { holderIsHandle: true }),
    issuer: findings.issuer,
    checkedAt: tools.now.toISOString(),
    asked: [...tools.reader.asked],
    ...(findings.retryAt !== undefined && { retryAt: findings.retryAt }),
    ...(findings.staleAt !== undefined && { staleAt: findings.staleAt }),
    ...(findings.evidence && { evidence: findings.evidence }),
    ...(findings.contained && { contained: findings.contained }),
  };
}
