import { linkAddress, parseWebAddress } from '../badge/address.ts';
import { holdsEmail } from '../badge/emails.ts';
import { checkAddress } from '../net/guard.ts';

/** Says who shared, mailed or advertised a link, and nothing about what it leads to. */
const TRACKER =
  /^(?:utm_\w+|trk\w*|identity__email|(?:fb|g|gb|dc|ms|tw|ttc|y)clid|gclsrc|[gw]braid|igshid|li_fat_id|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|ref_(?:src|url)|sharingid|xtor|_g[al])$/i;
/** Opens the page for whoever holds the link: passing it on would pass on the right. */
const KEY =
  /^(?:(?:access|auth|id|refresh|session)?[-_]?token|session[-_]?id|sid|jwt|auth|authorization|api[-_]?key|secret|password|passcode|signature|x-(?:amz|goog)-\S+|awsaccesskeyid|key-pair-id)$/i;
/** `%2540` and so on: an e-mail address that was percent-encoded more than once on its way. */
const WRAPPED_AT = /%(?:25)+40/i;

/**
 * An address as it may be passed on: https at a public name, without trackers and e-mail addresses. undefined where it is no such address, or where
 * it holds a key or an e-mail address that it does not open without.
 */
export function cleanAddress(value: string | undefined): string | undefined {
  const url = parseWebAddress(linkAddress(value));
  if (!url || !checkAddress(url).ok) return undefined;
  for (const name of [...url.searchParams.keys()]) {
    if (KEY.test(name)) return undefined;
    if (TRACKER.test(name)) url.searchParams.delete(name);
  }
  if (tracks(url.hash)) url.hash = '';
  return holdsEmail(url.href) || WRAPPED_AT.test(url.href) ? undefined : url.href;
}

/** A fragment that names trackers, or the words to scroll to; `#/badge/1` is a page of its own and stays. */
function tracks(hash: string): boolean {
  const fragment = hash.slice(1);
  return (
    fragment === '' ||
    fragment.includes(':~:') ||
    [...new URLSearchParams(fragment.replace(/^[?!]+/, '')).keys()].some((name) => TRACKER.test(name) || KEY.test(name))
  );
}
