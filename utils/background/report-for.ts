import type { Examined, Report } from '../badge/report.ts';
import type { Settings } from '../settings/types.ts';
import type { TrustLists } from '../trust/types.ts';
import type { ReportOn } from './types.ts';

/** The report for one of our own pages: it may say that a badge is the reader's. `name`: whom the reader compares with. */
export function ownReport(
  reportOn: ReportOn,
  examined: Examined,
  settings: Settings,
  lists: TrustLists,
  name?: string,
): Report {
  const holder = { ...(name !== undefined && { name }), emails: settings.emails };
  return reportOn(examined, { holder, trusted: lists.trusted, unread: lists.unread });
}

/**
 * The report as a content script gets it. The reader's own addresses take no part: a page can read our marks, and could find out who the reader is
 * by showing badges that were issued to addresses it guesses. Without the document, and of an embedded picture only that there is one: the picture
 * itself comes checked, on request.
 */
export function pageReport(reportOn: ReportOn, examined: Examined, lists: TrustLists, person?: string): Report {
  const holder = person === undefined ? {} : { name: person };
  const report = reportOn(examined, { holder, trusted: lists.trusted, unread: lists.unread });
  const { badge } = report;
  if (!badge) return report;
  const image = badge.image?.startsWith('data:') ? 'data:' : badge.image;
  return { ...report, badge: { ...badge, raw: null, ...(image !== undefined && { image }) } };
}
