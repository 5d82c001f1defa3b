/**
 * Which addresses may be asked at all. Addresses inside badges are a stranger's words: without this guard a badge could make the
 * reader's browser call the router, a printer or a cloud metadata service (request forgery).
 * A name that resolves to a private address cannot be seen from here; extensions have no resolver.
 */

export type GuardRefusal =
  | 'unreadable'
  | 'too-long'
  | 'not-https'
  | 'user-info'
  | 'port'
  | 'ip-address'
  | 'not-public'
  | 'bad-host';

export type GuardResult = { ok: true; url: URL } | { ok: false; why: GuardRefusal; host: string };

export interface GuardOptions {
  /** Origins let through whatever they are. For tests and vector runners; nothing in the product sets it. */
  allow?: readonly string[];
}

const MAX_ADDRESS = 2048;
const MAX_HOST = 253;
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;
const TOP_LABEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;

/** Special-use names (RFC 6761, 6762, 7686, 8375, 9476; ICANN's `internal`) and the habits of home and company networks. */
const PRIVATE_ENDINGS = new Set([
  'alt',
  'arpa',
  'corp',
  'home',
  'i2p',
  'internal',
  'intra',
  'intranet',
  'invalid',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'onion',
  'private',
]);

/**
 * Decides whether an address may be asked: https, default port, no user-info, a public DNS name.
 * `new URL` has already turned every spelling of an IPv4 address (decimal, octal, hex, short, full-width) into four decimal numbers.
 * Host names ending in a dot are refused whole: nobody needs them and they defeat comparisons of hosts.
 */
export function checkAddress(address: string | URL, options: GuardOptions = {}): GuardResult {
  const text = address instanceof URL ? address.href : address;
  if (typeof text !== 'string') return { ok: false, why: 'unreadable', host: '' };
  if (text.length > MAX_ADDRESS) return { ok: false, why: 'too-long', host: '' };
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return { ok: false, why: 'unreadable', host: '' };
  }
  const host = url.hostname;
  const refuse = (why: GuardRefusal): GuardResult => ({ ok: false, why, host: host.slice(0, MAX_HOST) });
  if (url.href.length > MAX_ADDRESS) return refuse('too-long');
  if (url.username !== '' || url.password !== '') return refuse('user-info');
  if (options.allow?.includes(url.origin)) return { ok: true, url };
  if (url.protocol !== 'https:') return refuse('not-https');
  if (url.port !== '') return refuse('port');
  const why = refusedHost(host);
  return why === null ? { ok: true, url } : refuse(why);
}

/** Why a host (as `URL.hostname` spells it) is no public DNS name, or null when it is one. */
function refusedHost(host: string): GuardRefusal | null {
  if (host.startsWith('[') || IPV4.test(host)) return 'ip-address';
  if (host.length > MAX_HOST) return 'bad-host';
  const labels = host.split('.');
  const top = labels[labels.length - 1] ?? '';
  if (labels.length < 2) return 'not-public';
  if (top === '') return 'bad-host';
  if (PRIVATE_ENDINGS.has(top)) return 'not-public';
  if (!TOP_LABEL.test(top) || !labels.every((label) => LABEL.test(label))) return 'bad-host';
  return null;
}
