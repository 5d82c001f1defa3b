/** What the benches run in the page's own world: the very modules of the content script, under one name. */

import { shadowOf, walk } from '../../../utils/page/dom.ts';
import { pageLinks } from '../../../utils/page/links.ts';
import { watchPage } from '../../../utils/page/observe.ts';
import { hitsIn, odditiesIn } from '../../../utils/page/scan.ts';

const links = pageLinks();

const bench = {
  targets: links,
  /** The bare floor: the same selector, asked once. */
  floor: () => document.querySelectorAll(links.selector).length,
  /** First look: what is found, recognised. */
  scan: () => hitsIn(document, links).filter((el) => links.linkOf(el)).length,
  /** Shadow hosts and frames: in idle time, after the first look. */
  deep: () => {
    let found = odditiesIn(document).length;
    const walker = walk(document, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) if (shadowOf(walker.currentNode)) found++;
    return found;
  },
  /** Watches the page as the content script does. Returns what was found and how long our own code ran (ms). */
  watch() {
    const seen = { found: 0, looks: 0 };
    const observer = watchPage(document, links, {
      found(el) {
        if (links.linkOf(el)) seen.found++;
      },
      looked() {
        seen.looks++;
        return undefined;
      },
    });
    observer.start();
    return { seen, stop: () => observer.stop() };
  },
};
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
