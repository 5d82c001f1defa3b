import { i18n } from '#i18n';
import { dateFormats, localeTag } from '../utils/words/format-date.ts';

/** The words of the user interface. */
export const { t } = i18n;

/** The language the words are really in (not the browser's, which may have fallen back), for `lang`. */
export function wordsLanguage(): string {
  return t('common.lang');
}

/** Dates in the language of the words; in the reader's own variety of it (en-GB, say) where the browser has one. */
function dateLocale(): string {
  const words = wordsLanguage();
  const browser = localeTag(t('@@ui_locale')) ?? '';
  return browser.split('-')[0] === words.split('-')[0] ? browser : words;
}

let formats: ReturnType<typeof dateFormats> | undefined;

/** A badge's date: “3 May 2026”. Empty for text that is no instant. */
export function formatDay(iso: string): string {
  formats ??= dateFormats(dateLocale());
  return formats.date(iso);
}

/** When something was asked: “3 May 2026, 14:02”. */
export function formatMoment(iso: string): string {
  formats ??= dateFormats(dateLocale());
  return formats.moment(iso);
}

/** A calendar month: “May 2026”. `month`: 1 to 12. */
export function formatMonth({ year, month }: { year: number; month: number }): string {
  const format = new Intl.DateTimeFormat(dateLocale(), { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return format.format(Date.UTC(year, month - 1));
}

/** A badge's date as it leaves the machine: the calendar day it has everywhere (UTC), not the reader's. */
export function formatPublicDay(iso: string): string {
  return dateFormats(dateLocale(), 'UTC').date(iso);
}

/** The same of a time as the wallet keeps it, in milliseconds since the epoch. */
export function formatTime(at: number): string {
  return formatMoment(new Date(at).toISOString());
}
