import type { FormatDate } from './types.ts';

/** `zh_TW` (what the browser's i18n answers) → `zh-TW` (what Intl wants); an unknown tag falls back to the run-time's own. */
export function localeTag(uiLocale: string): string | undefined {
  const tag = uiLocale.replaceAll('_', '-');
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * Dates in the reader's language. `date` for badge dates, `moment` (with the time of day) for when something was asked.
 * Text that is no instant comes back empty rather than as a guess.
 */
export function dateFormats(uiLocale: string, timeZone?: string): { date: FormatDate; moment: FormatDate } {
  const locale = localeTag(uiLocale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const by = (format: Intl.DateTimeFormat) => (iso: string) => {
    const instant = Date.parse(iso);
    return Number.isNaN(instant) ? '' : format.format(instant);
  };
  return { date: by(day), moment: by(minute) };
}
