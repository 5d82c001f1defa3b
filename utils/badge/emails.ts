/**
 * E-mail addresses must not travel inside the expert view of a badge: a plain recipient, a masked one, a query parameter of a link.
 */
const EMAIL = /[\p{L}\p{N}._%+*'-]{1,64}(?:@|%40)[\p{L}\p{N}*-]{1,63}(?:\.[\p{L}\p{N}*-]{1,63})+/giu;
/** Looking for one tries every beginning anew, which is slow on long runs without `@`: look for that first. */
const SIGN = /@|%40/;
const HIDDEN = '[e-mail]';

/** Does this text hold something like an e-mail address? */
export function holdsEmail(text: string): boolean {
  return SIGN.test(text) && text.search(EMAIL) >= 0;
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
