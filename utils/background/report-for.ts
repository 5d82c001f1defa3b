import type { Examined, Report } from '../badge/report.ts';
import type { Settings } from '../settings/types.ts';
import type { ReportOn } from './types.ts';

/** The report on a badge for this reader, and for the person of a page where there is one. */
export function reportFor(reportOn: ReportOn, examined: Examined, settings: Settings, person?: string): Report {
  const holder = { ...(person !== undefined && { name: person }), emails: settings.emails };
  return reportOn(examined, { holder, trusted: settings.trusted });
}

/**
 * The report as a content script gets it: without the document, and of an embedded picture only that there is one. The picture
 * itself comes checked, on request.
 */
export function forPage(report: Report): Report {
  const { badge } = report;
  if (!badge) return report;
  const image = badge.image?.startsWith('data:') ? 'data:' : badge.image;
  return { ...report, badge: { ...badge, raw: null, ...(image !== undefined && { image }) } };
}
