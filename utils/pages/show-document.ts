const STYLE = /<style>([^<]*)<\/style>/g;

/**
 * Shows a finished document, one that runs nothing by itself, inside one of our pages. Neither `srcdoc` nor a `blob:` address would do (measured): what they
 * open inherits our pages' policy, which drops inline styles in Chromium and lets nothing be framed in Firefox. A frame without an address is ours to fill,
 * and styles that come through the CSSOM are no inline styles.
 */
export function showDocument(target: Document, html: string, links: 'live' | 'dead'): void {
  // Taken out before it is parsed: the parser already reports a breach of the policy. Texts of such a document have no raw angle bracket.
  const styles = [...html.matchAll(STYLE)].map(([, style]) => style);
  const parsed = new DOMParser().parseFromString(html.replace(STYLE, ''), 'text/html');
  for (const script of parsed.querySelectorAll('script')) script.remove();
  if (links === 'dead') for (const link of parsed.querySelectorAll('a[href]')) die(link);
  const place = target.scrollingElement?.scrollTop ?? 0;
  fillDocument(target, parsed, styles.join('\n'));
  target.scrollingElement?.scrollTo(0, place);
}

/** Puts a parsed document in the place of another, with the styles of one sheet. Nothing where the other is in no window any more. */
export function fillDocument(target: Document, parsed: Document, styles: string): void {
  const view = target.defaultView as (Window & typeof globalThis) | null;
  if (!view) return;
  target.documentElement.replaceWith(target.adoptNode(parsed.documentElement));
  // A sheet belongs to the window it was made in.
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  target.adoptedStyleSheets = [sheet];
}

/** A sandboxed frame still lets a link take the frame itself elsewhere, or open a tab with the middle button. */
function die(link: Element): void {
  link.removeAttribute('href');
  link.setAttribute('role', 'link');
  link.setAttribute('aria-disabled', 'true');
}
