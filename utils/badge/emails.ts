import { readings } from './percent.ts';

/**
 * E-mail addresses must not travel inside the expert view of a badge: a plain recipient, a masked one, a query parameter of a link. In a link that stands
 * in a text, sign, dot and letters may be percent-encoded, and that more than once. What ends a label is none of its letters, however it is written: else
 * a hostile text would be tried in every way.
 */
const LABEL = String.raw`(?:[\p{L}\p{M}\p{N}*-]|%(?!(?:25)*(?:2e|40))[\da-f]{2}){1,190}`;
const EMAIL = new RegExp(
  String.raw`[\p{L}\p{M}\p{N}._%+*'-]{1,64}(?:[@＠]|%(?:25)*40)${LABEL}(?:(?:\.|%(?:25)*2e)${LABEL})+`,
  'giu',
);
/** Looking for one tries every beginning anew, which is slow on long runs without `@`: look for that first. */
const SIGN = /[@＠]|%(?:25)*40/;
const HIDDEN = '[e-mail]';

/** Does this text hold something like an e-mail address? */
export function holdsEmail(text: string): boolean {
  return SIGN.test(text) && text.search(EMAIL) >= 0;
}

/** Does this part of an address hold the sign of one, however often it is encoded? Yes where that cannot be told. */
export function holdsAt(part: string): boolean {
  return readings(part)?.some((reading) => /[@＠]/.test(reading)) ?? true;
}

/** Does an address hold an e-mail address, however often it is encoded? Yes where that cannot be told. */
export function addressHoldsEmail(address: string): boolean {
  return readings(address)?.some(holdsEmail) ?? true;
}

/** Replaces e-mail addresses in a text. */
export function hideEmails(text: string): string {
  return SIGN.test(text) ? text.replace(EMAIL, HIDDEN) : text;
}

/** A copy of a JSON value without e-mail addresses and without the members named in `drop`, at any depth. */
export function withoutEmails(value: unknown, drop: ReadonlySet<string> = new Set(), depth = 0): unknown {
  if (typeof value === 'string') return hideEmails(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > 64) return null;
  if (Array.isArray(value)) return value.map((item) => withoutEmails(item, drop, depth + 1));
  const copy: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    if (!drop.has(name)) copy.push([hideEmails(name), withoutEmails(member, drop, depth + 1)]);
  }
  return Object.fromEntries(copy);
}
