/** A page that only passes its reader on: the target stands in the query, percent-encoded once. */
interface Wrapper {
  host: RegExp;
  path: RegExp;
  /** Query parameters that may hold the target, best first. */
  targets: readonly string[];
  /** Fragment that every such address contains: the target's own dots may be escaped, so nothing of the target can be searched for. */
  find: string;
}

export const WRAPPERS: readonly Wrapper[] = [
  {
    host: /^(?:[a-z]{2}\.|www\.)?linkedin\.com$/,
    path: /^\/(?:redir\/redirect|safety\/go)\/?$/,
    targets: ['url'],
    find: 'url=',
  },
  { host: /^www\.google\.com$/, path: /^\/url$/, targets: ['q', 'url'], find: '.google' },
  { host: /^l\.facebook\.com$/, path: /^\/l\.php$/, targets: ['u'], find: '/l.php' },
];

const MAX_ROUNDS = 3;
/** Longer than anything that is clicked: what is longer is not looked at. */
const MAX_LENGTH = 8192;
const BEFORE = ' \t\r\n<([{"\'`“‘«「（';
const BEHIND = ' \t\r\n>)]}"\'`”’»」）.,;:!?*。，；、';

/** Without the marks and quotes that running text puts around an address. No pattern: those take quadratic time on a hostile page's longest links. */
function bare(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && BEFORE.includes(text.charAt(start))) start++;
  while (start < end && BEHIND.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

function parse(address: string, base?: string): URL | null {
  try {
    return new URL(address, base);
  } catch {
    return null;
  }
}

/** `www.credly.com/…` or `//www.credly.com/…`, where there is no page to resolve it against. */
const SCHEMELESS = /^(?:\/\/)?[a-z\d-]+(?:\.[a-z\d-]+)+\//i;

/**
 * An address as it stands in a page or in pasted text → URL, or null unless it is http(s) on the scheme's own port and without user-info.
 * A missing scheme is read as https where there is no base to resolve against; marks and quotes around the address are dropped.
 */
export function parseAddress(text: string, base?: string): URL | null {
  if (text.length > MAX_LENGTH) return null;
  const address = bare(text);
  const url =
    parse(address, base) ?? (SCHEMELESS.test(address) ? parse(`https://${address.replace(/^\/\//, '')}`) : null);
  return url && /^https?:$/.test(url.protocol) && !url.port && !url.username && !url.password ? url : null;
}

/**
 * Follows redirect wrappers without asking anybody (LINKEDIN.md, "Unwrapping"): at most three, each decoded once.
 * Returns the target, or null where there is none, it is no plain web address, or more wrappers follow.
 */
export function unwrap(href: string, base?: string): URL | null {
  let url = parseAddress(href, base);
  for (let round = 0; url; round++) {
    const { hostname, pathname, searchParams } = url;
    const wrapper = WRAPPERS.find(({ host, path }) => host.test(hostname) && path.test(pathname));
    if (!wrapper) return url;
    const target = wrapper.targets.map((name) => searchParams.get(name)).find(Boolean);
    url = target && round < MAX_ROUNDS ? parseAddress(target) : null;
  }
  return null;
}
