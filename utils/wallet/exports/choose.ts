import type { BadgeRow } from '../types.ts';

/** What the user says may leave besides their own public badges. */
export interface ExportOptions {
  privates: boolean;
  references: boolean;
}

/** Those that an export holds, in the order given. What lies in the bin never leaves. */
export function forExport(rows: readonly BadgeRow[], { privates, references }: ExportOptions): BadgeRow[] {
  return rows.filter(
    ({ deletedAt, visibility, ownership }) =>
      deletedAt === 0 && (privates || visibility === 'public') && (references || ownership !== 'reference'),
  );
}
