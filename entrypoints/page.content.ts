import { defineContentScript } from 'wxt/utils/define-content-script';
import { runFinder } from '../utils/page/finder.ts';
import { pageLinks } from '../utils/page/links.ts';

/** On LinkedIn by the manifest; on other sites the background registers or injects the same file. A second run in one page only says hello. When to run
 * is the default, `document_idle`: said here it would be bytes on every page. */
export default defineContentScript({
  matches: ['https://*.linkedin.com/*'],
  main() {
    if (globalThis.touchstonePage) globalThis.touchstonePage.hello();
    else runFinder(pageLinks());
  },
});
