import { badgeKey, recogniseLink } from '../links/index.ts';
import { linkOf, SELECTOR, selectorsFor } from '../links/selectors.ts';
import type { RecognisedLink } from '../links/types.ts';
import { baseOf } from './dom.ts';
import type { Targets } from './scan.ts';

/** What the page module needs of utils/links; the selectors find everything that may be a badge link. */
export interface Links extends Targets {
  /** The link an element carries, recognised, or null. */
  linkOf(el: Element): RecognisedLink | null;
  keyOf(link: RecognisedLink): string;
  recognise(url: string): RecognisedLink | null;
}

const MAX_KNOWN = 5_000;

/** utils/links as the page module uses it: each address is recognised once, however often the page shows it. */
export function pageLinks(): Links {
  const known = new Map<string, RecognisedLink | null>();
  const recognise = (href: string, base?: string): RecognisedLink | null => {
    const name = `${href} ${base}`;
    let link = known.get(name);
    if (link !== undefined) return link;
    if (known.size >= MAX_KNOWN) known.clear();
    link = recogniseLink(href, base);
    known.set(name, link);
    return link;
  };
  return {
    selector: SELECTOR,
    selectors: selectorsFor(location.origin),
    keyOf: badgeKey,
    recognise,
    linkOf(el) {
      try {
        const href = linkOf(el);
        return href ? recognise(href, baseOf(el)) : null;
      } catch {
        // An element whose own members are shadowed by its children.
        return null;
      }
    },
  };
}
