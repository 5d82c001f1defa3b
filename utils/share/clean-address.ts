import { holdsEmailAddress, linkAddress, parseWebAddress, setSearch } from '../badge/address.ts';
import { addressHoldsEmail, holdsAt } from '../badge/emails.ts';
import { readings } from '../badge/percent.ts';
import { withoutParameters } from '../badge/query.ts';
import { checkAddress } from '../net/guard.ts';

/** Says who shared, mailed or advertised a link, and nothing about what it leads to. */
const TRACKER =
  /^(?:utm_\w+|trk\w*|identity__email|(?:fb|g|gb|dc|ms|tw|ttc|y)clid|gclsrc|[gw]braid|igshid|li_fat_id|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|ref_(?:src|url)|sharingid|xtor|_g[al])$/i;
/** Opens the page for whoever holds the link: passing it on would pass on the right. The last word of a name says what it is. */
const KEY =
  /(?:token|secret|signature|password|passwd|passcode|passphrase|sess(?:ion)?[-_]?id)$|(?:^|[-_.]|api|access|auth|share|secret|private)key$|(?:^|[-_.])(?:sig|hmac|jwt|sid|ticket|pwd|otp|auth|authorization)$|^(?:x-(?:amz|goog)-\S+|(?:aws|oss)accesskeyid|googleaccessid|key-pair-id|saml(?:response|request|art))$/i;
/**
 * What a sign-in hands back beside its `code` (RFC 6749, 4.1.2). Alone, `code` is most often the number by which anybody may look a certificate up, and
 * beside a `state` that is one of a country's as well: a sign-in's is long and at random (10.10), or comes to an address that is made for it.
 */
const SIGN_IN = /^(?:session_state|iss)$/i;
const RANDOM_STATE = /(?:^|[?&;#/!])state=(?=[^&;#]*\d)[\w.~=-]{16,}(?:[&;#]|$)/i;
const SIGN_IN_PAGE = /^[^?]*(?:callback|redirect|oauth|oidc|(?:sign|log)-?in)/i;
/** `name=` within a query, a path or a fragment, and in an address that is one's value. */
const NAME = /(?:^|[?&;#/!])([^?&;#/!=\s]{1,80})=/g;

/**
 * An address as it may be passed on: https at a public name, without trackers and e-mail addresses. undefined where it is no such address, or where
 * it holds a key or an e-mail address that it does not open without.
 */
export function cleanAddress(value: string | undefined): string | undefined {
  const url = parseWebAddress(linkAddress(value));
  if (!url || !checkAddress(url).ok || holdsKey(url.pathname + url.search)) return undefined;
  setSearch(url, withoutParameters(url.search, isTracker));
  // As it was given: a part of it in which an e-mail address stands is no reason to lose the page that the rest leads to.
  const fragment = cleanFragment(parseWebAddress(value)?.hash ?? '');
  if (fragment === null) return undefined;
  url.hash = fragment;
  return addressHoldsEmail(url.href) ? undefined : url.href;
}

/**
 * Without trackers and e-mail addresses, and without the words to scroll to; '' where nothing is left. The page's script may tell by a fragment what it
 * shows: null where what must not be passed on cannot be taken out alone, since without it the address may lead to another page.
 */
function cleanFragment(hash: string): string | null {
  const [fragment = ''] = hash.replace(/^#/, '').split(':~:');
  const [head = '', ...query] = fragment.split('?');
  const goes = (name: string, content: string) =>
    content !== '' && (isTracker(name) || holdsEmailAddress(name, content));
  const page = withoutParameters(`?${head}`, goes).slice(1);
  const left = page + (query.length > 0 ? withoutParameters(`?${query.join('?')}`, goes) : '');
  // Where there is nothing but a key, nothing tells a page.
  if (holdsKey(left)) return /[/?&]/.test(left) ? null : '';
  return namesIn(left).some(isTracker) || holdsAt(left) ? null : left;
}

function holdsKey(part: string): boolean {
  const names = namesIn(part);
  return names.some((name) => KEY.test(name)) || (names.some(isCode) && isOfSignIn(part, names));
}

function isOfSignIn(part: string, names: readonly string[]): boolean {
  if (names.some((name) => SIGN_IN.test(name))) return true;
  if (!names.some((name) => name.toLowerCase() === 'state')) return false;
  return SIGN_IN_PAGE.test(part) || (readings(part) ?? []).some((reading) => RANDOM_STATE.test(reading));
}

/** Names of parameters, however often they are encoded. */
function namesIn(part: string): string[] {
  return (readings(part) ?? [part]).flatMap((reading) => [...reading.matchAll(NAME)].map(([, name = '']) => name));
}

function isTracker(name: string): boolean {
  return TRACKER.test(name);
}

function isCode(name: string): boolean {
  return name.toLowerCase() === 'code';
}
