import type { Check, Report } from '../badge/report.ts';
import { examine } from './examine.ts';
import { reportOn } from './report-on.ts';
import type { BadgeSource, VerifyDeps } from './types.ts';

export { examine } from './examine.ts';
export { type ReportContext, reportOn } from './report-on.ts';

/**
 * The whole way of one badge: what the platform or issuer says (`examine`), and what that means for this reader (`reportOn`).
 * Never rejects for bad input: bad input is a Report.
 */
export async function verifyBadge(source: BadgeSource, deps: VerifyDeps): Promise<Report> {
  const examined = await examine(source, deps);
  try {
    return reportOn(examined, { holder: deps.holder, trusted: deps.trusted });
  } catch {
    return reportOn({
      ...examined,
      verdict: 'undecided',
      proof: 'none',
      checks: [...examined.checks, OUR_FAULT],
      issuer: {},
    });
  }
}

const OUR_FAULT: Check = { id: 'format', outcome: 'unknown', code: 'internal-error' };
