/** Addresses as strangers write them. What is not plainly a web address is dropped: nothing else may ever become a link or a request. */
import { holdsAt } from './emails.ts';
import { readings } from './percent.ts';
import { withoutParameters } from './query.ts';

const MAX_ADDRESS = 2048;
/** A data URI of a picture: at most 256 KiB as written. */
const MAX_DATA = 262_144;
const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml)(?:;[a-z0-9=-]+){0,3},[A-Za-z0-9+/=%_.~!*'()-]+$/i;

/** Parses an http or https address without user-info. Null for everything else (`javascript:`, `data:`, relative without base …). */
export function parseWebAddress(value: unknown, base?: string): URL | null {
  if (typeof value !== 'string' || value.length > MAX_ADDRESS) return null;
  let url: URL;
  try {
    url = new URL(value.trim(), base);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null;
  return url;
}

/** `/@name` is somebody's page; `/name@host` is an e-mail address. */
const EMAIL_IN_PATH = /[^/@＠]+[@＠][^/@＠]+\.\p{L}{2,}/u;

/**
 * An https address that may be shown as a link; http is raised to https. Query parameters that carry an e-mail address are taken out, as is a fragment
 * that does; one with such an address in its path is not shown at all.
 */
export function linkAddress(value: unknown, base?: string): string | undefined {
  const url = parseWebAddress(value, base);
  if (!url) return undefined;
  url.protocol = 'https:';
  if (readings(url.pathname)?.some((reading) => EMAIL_IN_PATH.test(reading)) ?? true) return undefined;
  setSearch(url, withoutParameters(url.search, holdsEmailAddress));
  if (holdsAt(url.search)) url.search = '';
  if (holdsAt(url.hash)) url.hash = '';
  return url.href;
}

/** Is this parameter one that is to hold an e-mail address, or does it hold one? */
export function holdsEmailAddress(name: string, value: string): boolean {
  return holdsAt(value) || /e-?mail/i.test(name);
}

/** Leaves a bare `?` where it was. */
export function setSearch(url: URL, search: string): void {
  if (search !== url.search) url.search = search;
}

/** Address of a picture: https, or a `data:` URI of an image type. */
export function pictureAddress(value: unknown, base?: string): string | undefined {
  if (typeof value === 'string' && /^data:/i.test(value.trim())) {
    const data = value.trim();
    return data.length <= MAX_DATA && DATA_IMAGE.test(data) ? data : undefined;
  }
  return linkAddress(value, base);
}

/** Same resource? The scheme (http and https) and the fragment do not count, and with `ignoreQuery` the query neither. */
export function sameAddress(a: string, b: string, ignoreQuery = false): boolean {
  const left = normalised(a, ignoreQuery);
  return left !== null && left === normalised(b, ignoreQuery);
}

function normalised(address: string, ignoreQuery: boolean): string | null {
  const url = parseWebAddress(address);
  if (!url) return null;
  url.protocol = 'https:';
  url.hash = '';
  if (ignoreQuery) url.search = '';
  return url.href;
}

/**
 * Is what `end` answered after a redirect still the word of `start`? Only the same host, or the same host with or without `www.`. Any other target
 * speaks for itself alone: an open redirector must not lend its name to a stranger. For redirects only: what a document claims about itself is
 * compared exactly, because on shared domains `www.` may be a stranger's.
 */
export function sameParty(start: string, end: string): boolean {
  const bare = (host: string) => (host.startsWith('www.') ? host.slice(4) : host);
  return bare(start) === bare(end);
}
