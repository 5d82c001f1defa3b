import { matchAddress } from './rules.ts';

const MAX_ROUNDS = 3;
/** Longer than anything that is clicked: what is longer is not looked at. */
const MAX_LENGTH = 8192;
/** Marks and quotes that running text puts around an address. Counted, for an unbounded run takes quadratic time on a hostile link. */
const AROUND = /^[\s<([{"'`“‘「（]{1,9}|[\s>)\]}"'`”’」）.,;:!?*。，；、]{1,9}$/g;
/** `www.credly.com/…` or `//www.credly.com/…`, where there is no page to resolve it against. */
const SCHEMELESS = /^(?:\/\/)?(?=[\w-]+\.)/;

/** `URL.parse` is younger than the oldest Chrome we run in. */
function parse(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/**
 * An address as it stands in a page or in pasted text → URL, or null unless it is http(s) on the scheme's own port and without user-info.
 * A missing scheme is read as https where there is no base to resolve against; marks and quotes around the address are dropped.
 */
export function parseAddress(text: string, base?: string): URL | null {
  const address = text.length < MAX_LENGTH ? text.replace(AROUND, '') : '';
  const url = parse(address, base) ?? parse(address.replace(SCHEMELESS, 'https://'));
  return url && /^https?:$/.test(url.protocol) && !(url.port + url.username + url.password) ? url : null;
}

/** An address as it stands in a page or in pasted text, its redirect wrappers taken off. Null where it is no plain web address, or leads nowhere. */
export function unwrap(href: string, base?: string): URL | null {
  return unwrapped(parseAddress(href, base));
}

/**
 * Follows redirect wrappers without asking anybody (LINKEDIN.md, "Unwrapping"): at most three, each decoded once.
 * Returns the target, or null where there is none, it is no plain web address, or more wrappers follow.
 */
export function unwrapped(address: URL | null): URL | null {
  let url = address;
  for (let round = 0; url; round++) {
    const match = matchAddress(url);
    if (match?.rule.kind !== 'wrapper') return url;
    url = round < MAX_ROUNDS ? parseAddress(match.id) : null;
  }
  return null;
}
