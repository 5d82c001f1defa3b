/**
 * The one seam to the WebExtension API, for the background and for our own pages.
 * The content script does not import it (the polyfill would double its size): it uses the native object, see utils/page/native.ts.
 */
import browser from 'webextension-polyfill';

export { browser };
