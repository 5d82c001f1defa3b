/** Shapes that the Verifiable Credentials Data Model asks of single members. All answer for any JSON value. */
import { isObject, type JsonObject, list, member } from '../../json/members.ts';

/** Stands there and is not null, which JSON-LD reads as absent. */
export function isGiven(object: JsonObject, name: string): boolean {
  const value = member(object, name);
  return value !== undefined && value !== null;
}

/** An absolute URL (VCDM 2.0, 4.4): `https:`, `did:`, `urn:` … `https ://host` and `fake-issuer` are none. */
export function isUrl(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:[^\s]+$/i.test(value) && URL.canParse(value);
}

/** One or more terms or absolute URLs (VCDM 2.0, 4.5). Whether a context defines the terms is for JSON-LD to say. */
export function isTypes(value: unknown): boolean {
  const types = list(value);
  return types.length > 0 && types.every((type) => typeof type === 'string' && /^[^\s]+$/.test(type));
}

/** Text, or text with a language (VCDM 2.0, 11.1), or a list of such. */
export function isLanguageText(value: unknown): boolean {
  return list(value).every((item) => typeof item === 'string' || isLanguageValue(item));
}

function isLanguageValue(value: unknown): boolean {
  if (!isObject(value) || typeof member(value, '@value') !== 'string') return false;
  return Object.entries(value).every(
    ([name, part]) => name === '@value' || ((name === '@language' || name === '@direction') && isNullOrText(part)),
  );
}

function isNullOrText(value: unknown): boolean {
  return value === null || typeof value === 'string';
}

const DATE_TIME =
  /^(\d{4,6})-(\d\d)-(\d\d)T(?:([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)|24:00:00)(?:\.\d{1,30})?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/i;

/**
 * A date and time as RFC 3339 and XML Schema write it, on a day that exists. The zone may be missing: such values are UTC (VCDM 2.0, 4.9.1). Small
 * letters (RFC 3339) and leap seconds are let through.
 */
export function isDateTime(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 80) return false;
  const parts = DATE_TIME.exec(value);
  if (!parts) return false;
  const [year, month, day] = parts.slice(1, 4).map(Number);
  return month !== undefined && month >= 1 && month <= 12 && isDay(day ?? 0, month, year ?? 0);
}

function isDay(day: number, month: number, year: number): boolean {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= last;
}
