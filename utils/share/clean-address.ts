import { linkAddress, parseWebAddress } from '../badge/address.ts';
import { addressHoldsEmail } from '../badge/emails.ts';
import { readings } from '../badge/percent.ts';
import { checkAddress } from '../net/guard.ts';

/** Says who shared, mailed or advertised a link, and nothing about what it leads to. */
const TRACKER =
  /^(?:utm_\w+|trk\w*|identity__email|(?:fb|g|gb|dc|ms|tw|ttc|y)clid|gclsrc|[gw]braid|igshid|li_fat_id|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|ref_(?:src|url)|sharingid|xtor|_g[al])$/i;
/** Opens the page for whoever holds the link: passing it on would pass on the right. The last word of a name says what it is. */
const KEY =
  /(?:token|secret|signature|password|passwd|passcode|passphrase|sess(?:ion)?[-_]?id)$|(?:^|[-_.]|api|access|auth|share|secret|private)key$|(?:^|[-_.])(?:sig|hmac|jwt|sid|ticket|pwd|otp|auth|authorization)$|^(?:x-(?:amz|goog)-\S+|(?:aws|oss)accesskeyid|googleaccessid|key-pair-id|saml(?:response|request|art))$/i;
/** What a sign-in hands back (RFC 6749, 4.1.2). Alone, `code` is most often the number by which anybody may look a certificate up. */
const SIGN_IN = /^(?:state|session_state|iss)$/i;
/** `name=` within a query, a path or a fragment, and in an address that is one's value. */
const NAME = /(?:^|[?&;#/!])([^?&;#/!=\s]{1,80})=/g;
/** A page of its own, told by the page's script. */
const ROUTE = /^#!?\//;

/**
 * An address as it may be passed on: https at a public name, without trackers and e-mail addresses. undefined where it is no such address, or where
 * it holds a key or an e-mail address that it does not open without.
 */
export function cleanAddress(value: string | undefined): string | undefined {
  const url = parseWebAddress(linkAddress(value));
  if (!url || !checkAddress(url).ok || holdsKey(url.pathname + url.search)) return undefined;
  for (const name of [...url.searchParams.keys()]) if (TRACKER.test(name)) url.searchParams.delete(name);
  const fragment = cleanFragment(url.hash);
  // Where the e-mail address stood in a page's own address, what is left leads to another page.
  const isOther = url.hash === '' && ROUTE.test(parseWebAddress(value)?.hash ?? '');
  if (fragment === null || isOther) return undefined;
  url.hash = fragment;
  return addressHoldsEmail(url.href) ? undefined : url.href;
}

/**
 * Without trackers, and without the words to scroll to; '' where nothing is left. A route stays what it is: null where it is not to be passed on, since
 * without it the address would lead to another page.
 */
function cleanFragment(hash: string): string | null {
  const [fragment = ''] = hash.split(':~:');
  if (fragment.length < 2) return '';
  if (!ROUTE.test(fragment)) return holdsKey(fragment) || namesIn(fragment).some(isTracker) ? '' : fragment;
  if (holdsKey(fragment)) return null;
  const [route = '', ...query] = fragment.split('?');
  if (namesIn(route).some(isTracker)) return null;
  const kept = query
    .join('?')
    .split('&')
    .filter((each) => !namesIn(`${each}=`).some(isTracker));
  return [route, ...(query.length > 0 && kept.length > 0 ? [kept.join('&')] : [])].join('?');
}

function holdsKey(part: string): boolean {
  const names = namesIn(part);
  return names.some((name) => KEY.test(name)) || (names.some(isCode) && names.some((name) => SIGN_IN.test(name)));
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
