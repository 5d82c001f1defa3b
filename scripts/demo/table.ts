import type { SeenMark } from '../../tests/e2e/marks.ts';
import type { Report } from '../../utils/badge/report.ts';

/** One answer as the demo prints it. */
export interface Row {
  page: string;
  badge: string;
  mark: SeenMark;
  report: Report | null;
  milliseconds: number;
}

const HEAD = ['page', 'badge', 'verdict', 'tone', 'proof', 'holder', 'issuer standing', 'ms'];

/** Lines of a table in plain text, columns as wide as what stands in them. */
export function tableLines(rows: readonly Row[]): string[] {
  const cells = rows.map(({ page, badge, mark, report, milliseconds }) => [
    page,
    badge,
    mark.verdict || '(waiting)',
    mark.tone,
    report?.proof ?? '',
    mark.holder,
    report?.issuer.standing ?? '',
    String(milliseconds),
  ]);
  const widths = HEAD.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => (i === HEAD.length - 1 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join('  ');
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)];
}
