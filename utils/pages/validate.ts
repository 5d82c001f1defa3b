/** An e-mail address as it is kept and compared, or null when the text is none. No claim that the address exists. */
export function readEmail(text: string): string | null {
  const address = text.trim().toLowerCase();
  return address.length <= 254 && /^[^\s@<>,;"]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address) ? address : null;
}

/**
 * An issuer's identifier as it is kept: an https address, a DID, or a bare host name (then every issuer on that host is meant).
 * Null for anything else; plain http and addresses with a user name are refused.
 */
export function readIssuerId(text: string): string | null {
  const id = text.trim();
  if (id === '' || id.length > 2048 || /\s/.test(id)) return null;
  if (/^did:[a-z0-9]+:[\w.:%-]+$/.test(id)) return id;
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(id)) {
    if (!URL.canParse(id)) return null;
    const url = new URL(id);
    return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
  }
  if (!URL.canParse(`https://${id}`)) return null;
  const { hostname, host, pathname, search, hash, username } = new URL(`https://${id}`);
  const bare =
    pathname === '/' && search === '' && hash === '' && username === '' && host === hostname && !id.includes('/');
  return bare && hostname.includes('.') && !/^[\d.]+$|^\[/.test(hostname) ? hostname : null;
}

/** An https address without a user name, or null. */
export function readHttps(text: string): URL | null {
  const typed = text.trim();
  if (typed.length > 2048 || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null;
}
