/** The address if a person may be sent there by one of our links: https, no user name in it. Null for everything else. */
export function safeHref(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}
