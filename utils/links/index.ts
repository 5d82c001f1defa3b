import { isPlaceholder } from './placeholder.ts';
import { matchAddress } from './rules.ts';
import type { RecognisedLink } from './types.ts';
import { unwrap } from './unwrap.ts';

export { badgeKey } from './badge-key.ts';

/** A name that is an e-mail address, which must not be kept, shown or sent; a gap in a template: <name>, {name}; what would need escaping. */
const UNFIT = /[@*'"()]|%(?:25|2f|3c|40|7b)/i;
/** Room for the longest real address three times over. */
const MAX_CLEAN = 512;

/**
 * The credential that an address leads to, wrappers taken off, or null: another site, a lookalike host, a catalogue page, a badge's type,
 * a placeholder. Nothing is asked over the network. `base` is the address of the page a relative `href` stands in.
 *
 * `url` is built anew out of what was recognised, so it holds no tracker, e-mail address or fragment; recognised again it gives the same answer.
 */
export function recogniseLink(href: string, base?: string): RecognisedLink | null {
  const address = unwrap(href, base);
  const match = address && matchAddress(address);
  if (!match) return null;
  const { rule, whole, id } = match;
  const { kind, host, clean } = rule;
  const own = host[0] === '*' ? address.hostname : host;
  const url = `https://${clean?.replace('$h', own).replace('$', id) ?? own + whole}`;
  if (kind === 'wrapper' || isPlaceholder(id, kind === 'profile') || UNFIT.test(url) || url.length > MAX_CLEAN)
    return null;
  return { platform: rule.of.platform, id, url, kind };
}
