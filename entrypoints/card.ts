import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { makeCard } from '../utils/page/card/card.ts';
import { runPage } from '../utils/page/page.ts';

/** The second script: the background runs it in a frame whose content script has found a badge. Twice in one frame does no harm. */
export default defineUnlistedScript(() => {
  const finder = globalThis.touchstonePage;
  if (finder && !finder.isAttended()) runPage(finder, makeCard);
});
