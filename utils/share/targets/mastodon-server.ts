import { checkAddress } from '../../net/guard.ts';

const MAX_HOST = 253;
/** Two labels at least, the last of letters alone: that leaves out every spelling of an IP address. */
const HOST = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/;

/**
 * The user's Mastodon server as a bare host name in lower case, or null. No scheme, user, port, path; no address of a machine or of one's own
 * network; no name in another script or its `xn--` form, which could pass for a server that it is not.
 */
export function mastodonServer(entered: string): string | null {
  const host = entered.trim().toLowerCase();
  if (host.length > MAX_HOST || !HOST.test(host) || /(?:^|\.)xn--/.test(host)) return null;
  const checked = checkAddress(`https://${host}/share`);
  return checked.ok && checked.url.host === host ? host : null;
}
