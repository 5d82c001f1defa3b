/** Addresses that leave the wallet, in the fewest characters a format could trip over. */
import { parseWebAddress } from '../../badge/address.ts';

/** What may stand unencoded behind the host: RFC 3986 without `'()*$[]`, each of which some format reads as its own. `#` begins the fragment alone. */
const ODD = /[^A-Za-z0-9\-._~:/?@!&+,;=%]/g;
/** Beyond this, browsers and mail programs begin to cut: better no link than half of one. */
const MAX_SPELLED = 2048;
const LOOSE_PERCENT = /%(?![0-9A-Fa-f]{2})/g;

/**
 * An https address, spelled for every format: only `A-Za-z0-9-._~:/?#@!&+,;=%`, the rest percent-encoded (the same resource, RFC 3986, 2.1). Null for
 * everything else: other schemes, user names in it, text that is no address, more than 2,048 characters.
 */
export function httpsAddress(value: string | undefined): string | null {
  const url = parseWebAddress(value);
  if (url?.protocol !== 'https:') return null;
  const fragment = url.hash === '' ? '' : `#${strict(url.hash.slice(1))}`;
  const spelled = url.origin + strict(url.pathname + url.search) + fragment;
  return spelled.length <= MAX_SPELLED ? spelled : null;
}

function strict(part: string): string {
  return part.replace(LOOSE_PERCENT, '%25').replace(ODD, percentEncoded);
}

/** One ASCII character: `URL` has encoded all others already. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The address as people write it on paper: without scheme, `www.` and a last slash. For reading and typing, never for a link. */
export function visibleAddress(address: string): string {
  return address.replace(/^https:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
