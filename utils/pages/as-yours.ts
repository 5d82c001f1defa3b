/** The reader's e-mail addresses take no part in what a page is told; our own pages add what they decide. */
import type { CheckCode } from '../badge/check.ts';
import type { Report } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import type { PanelState } from '../messages/protocol.ts';

/** What a comparison of names came to, which an address of the reader makes void. */
const VOID: ReadonlySet<CheckCode> = new Set<CheckCode>([
  'recipient-same',
  'recipient-similar',
  'recipient-differs',
  'recipient-no-page-name',
  'recipient-unnamed',
  'recipient-missing',
]);

/** A report made without the reader's addresses, as it is with them when the badge was issued to one. */
export function asYours(report: Report): Report {
  const { verdict, issuer, holder, checks } = report;
  return {
    ...report,
    tone: toneOf(verdict, issuer.standing, 'yours'),
    holder: { ...holder, match: 'yours' },
    checks: [
      ...checks.filter(({ code }) => !VOID.has(code)),
      { id: 'recipient', outcome: 'pass', code: 'recipient-yours' },
    ],
  };
}

/** A page's findings with what only our own pages may know. */
export function withYours(panel: PanelState, yours: ReadonlySet<string>): PanelState {
  if (yours.size === 0) return panel;
  const findings = panel.findings.map((finding) =>
    finding.report && yours.has(finding.key) ? { ...finding, report: asYours(finding.report) } : finding,
  );
  return { ...panel, findings };
}
