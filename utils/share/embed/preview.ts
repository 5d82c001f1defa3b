/**
 * The document of a preview, for `<iframe sandbox="" srcdoc=…>`. Three fences: the frame's sandbox runs nothing, the policy in the document loads nothing
 * but what is at hand, and the snippet's own pictures and links are exchanged before it is shown.
 */
import { htmlAttribute } from '../escape/html.ts';
import { httpsAddress } from '../escape/url.ts';

const POLICY =
  "default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const AT_HAND = /^(?:data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*|blob:[\w:/.-]+)$/;
/** Snippets have no other double quotes than those around attributes: `htmlText` escapes them everywhere. */
const SOURCE = / src="[^"]*"/g;
/** A sandbox lets a link take the frame itself elsewhere, and (measured in Chromium) opens it in a new tab on a click with Ctrl or the middle button. */
const LINK = / href="[^"]*"/g;

/**
 * `html`: a snippet of this folder, nothing else. `pictures`: from the address of a picture to its `data:` or `blob:` address; a frame without an origin
 * cannot read the blobs of others, so `data:` is what always works. A picture that is not there is shown by its alternative text.
 */
export function previewDocument(
  html: string,
  pictures: ReadonlyMap<string, string>,
  theme: 'light' | 'dark' = 'light',
): string {
  const atHand = new Map(
    [...pictures].flatMap(([address, local]) => {
      const url = httpsAddress(address);
      return url !== null && AT_HAND.test(local) ? [[htmlAttribute('src', url), ` src="${local}"`] as const] : [];
    }),
  );
  const shown = html
    .replace(SOURCE, (source) => atHand.get(source) ?? '')
    .replace(LINK, ' role="link" aria-disabled="true"');
  return [
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `<style>html{color-scheme:${theme}}body{margin:16px;font:16px/1.4 system-ui,sans-serif;overflow-wrap:anywhere}`,
    'a{color:LinkText;text-decoration:underline}</style>',
    `</head><body>${shown}</body></html>`,
  ].join('');
}
