import type { Tone } from '../../utils/badge/report.ts';
import type { Finding } from '../../utils/messages/protocol.ts';

export type GroupName = Tone | 'pending' | 'idle' | 'short-link';

export interface FindingGroup {
  name: GroupName;
  findings: Finding[];
}

/** What needs a look comes first, then what is good, then what nobody could decide, then what is still open. */
const ORDER: readonly GroupName[] = ['bad', 'caution', 'ok', 'unknown', 'pending', 'idle', 'short-link'];

/** A short link that nobody has opened yet names no badge, whatever its report says. */
function isUnopened(finding: Finding): boolean {
  if (finding.kind !== 'short-link' || finding.state === 'pending') return false;
  return !finding.report || finding.report.checks.some(({ code }) => code === 'origin-short-link');
}

/** A report that is there decides, even while a fresh one is on its way: a row never jumps away under the reader's hand. */
export function groupOf(finding: Finding): GroupName {
  if (isUnopened(finding)) return 'short-link';
  if (finding.report) return finding.report.tone;
  return finding.state === 'idle' ? 'idle' : 'pending';
}

/** The findings of a page by answer, in the page's order within each group; empty groups are left out. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<GroupName, Finding[]>(ORDER.map((name) => [name, []]));
  for (const finding of findings) groups.get(groupOf(finding))?.push(finding);
  return [...groups].filter(([, list]) => list.length > 0).map(([name, list]) => ({ name, findings: list }));
}
