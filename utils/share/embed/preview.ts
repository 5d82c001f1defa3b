/**
 * What a preview shows, for `<iframe sandbox="allow-same-origin">` without an address: the page around it puts the parsed nodes in. Four fences: the frame's
 * sandbox runs nothing, our pages' policy, which the frame inherits, neither; the policy in the document loads nothing but what is at hand; and the
 * snippet's own pictures and links are exchanged before it is shown.
 *
 * Neither `srcdoc` nor `sandbox=""` would do (measured): in Firefox the inherited `frame-ancestors 'none'` keeps every navigated frame of an extension's
 * page empty, `srcdoc` included; and in both browsers the inherited `style-src 'self'` drops the styles that a snippet consists of. Through the CSSOM the
 * page around may set them, in a frame of its own origin only.
 */
import { htmlAttribute } from '../escape/html.ts';
import { httpsAddress } from '../escape/url.ts';

const POLICY = "default-src 'none'; img-src data: blob:; base-uri 'none'; form-action 'none'";
const AT_HAND = /^(?:data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*|blob:[\w:/.-]+)$/;
/** Snippets have no other double quotes than those around attributes: `htmlText` escapes them everywhere. */
const SOURCE = / src="[^"]*"/g;
/** Written where the parser does not take them for styles, and the policy does not complain. */
const STYLE = / style="/g;
/** A sandbox lets a link take the frame itself elsewhere, and (measured in Chromium) opens it in a new tab on a click with Ctrl or the middle button. */
const LINK = / href="[^"]*"/g;

/**
 * A whole document, to be parsed. `html`: a snippet of this folder, nothing else. `pictures`: from the address of a picture to its `data:` or `blob:`
 * address. A picture that is not there is shown by its alternative text. Styles stand in `data-style`, for the page around to set.
 */
export function previewDocument(html: string, pictures: ReadonlyMap<string, string>): string {
  const atHand = new Map(
    [...pictures].flatMap(([address, local]) => {
      const url = httpsAddress(address);
      return url !== null && AT_HAND.test(local) ? [[htmlAttribute('src', url), ` src="${local}"`] as const] : [];
    }),
  );
  const shown = html
    .replace(SOURCE, (source) => atHand.get(source) ?? '')
    .replace(LINK, ' role="link" aria-disabled="true"')
    .replace(STYLE, ' data-style="');
  return [
    `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    `</head><body>${shown}</body></html>`,
  ].join('');
}

/** The sheet of the frame, for a constructed style sheet: a page or a mail without styles of its own. */
export function previewSheet(theme: 'light' | 'dark'): string {
  return [
    `html{color-scheme:${theme};background:Canvas;color:CanvasText}`,
    // An empty frame's document is in quirks mode, where both fill the frame, which then could never shrink to them.
    'html,body{block-size:fit-content}',
    'body{margin:12px;font:16px/1.4 system-ui,sans-serif;overflow-wrap:anywhere}',
    // Links have lost their address, and with it their looks.
    'a{color:LinkText;text-decoration:underline}',
  ].join('');
}
