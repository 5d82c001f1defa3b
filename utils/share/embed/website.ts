/**
 * Badges on a web page, in plain HTML: no script, no class, no `<style>`. Editors of common systems (WordPress for everybody but administrators, Wix,
 * Notion-like ones) strip or print `<style>` and `<script>`, and drop styles with functions such as `light-dark()`. So `auto` needs neither: it sets no
 * text colour and no ground and thereby takes those of the page. That is also what is right on a page that is light for everybody: `light-dark()` would
 * follow the visitor's system and put a dark card on it.
 */
import { htmlText } from '../escape/html.ts';
import type { SharedBadge } from '../types.ts';
import { element } from './element.ts';
import { pixels, type ShownBadge, shownBadge } from './shown.ts';
import type { EmbedOptions, Theme } from './types.ts';

/** Text, ground and border; contrasts of text on ground are above 12:1. */
const COLOURS: Readonly<Record<Theme, { ink: string; ground: string; line: string }>> = {
  auto: { ink: 'color:inherit', ground: '', line: '#808080' },
  light: { ink: 'color:#1b1b1f', ground: 'background-color:#ffffff', line: '#c9c9d1' },
  dark: { ink: 'color:#f1f1f4', ground: 'background-color:#1b1b1f', line: '#5c5c66' },
};
const ROW = 'display:inline-flex;align-items:center;gap:12px;text-decoration:none';
const MAX_DESCRIPTION = 300;

/** One badge, or a list of several. */
export function websiteHtml(badges: readonly SharedBadge[], options: EmbedOptions): string {
  const items = badges.map((badge) => oneBadge(shownBadge(badge, options), options));
  if (items.length <= 1) return items.join('');
  const list = 'list-style:none;margin:0;padding:0';
  const grid = options.arrangement === 'grid';
  return element(
    'ul',
    { style: grid ? `${list};display:flex;flex-wrap:wrap;gap:16px` : list },
    ...items.map((item) => element('li', { style: grid ? 'margin:0' : 'margin:0 0 16px' }, item)),
  );
}

function oneBadge(badge: ShownBadge, options: EmbedOptions): string {
  if (badge.picture?.alone) return linked(badge, {}, image(badge, options));
  return options.look === 'card' ? card(badge, options) : withText(badge, options);
}

function withText(badge: ShownBadge, options: EmbedOptions): string {
  const { ink, ground } = COLOURS[options.theme];
  return linked(
    badge,
    { style: styles(ROW, ground === '' ? '' : 'padding:8px', ink, ground) },
    image(badge, options),
    words(badge),
  );
}

function card(badge: ShownBadge, options: EmbedOptions): string {
  const { ink, ground, line } = COLOURS[options.theme];
  const letters = [...badge.description];
  const description =
    letters.length > MAX_DESCRIPTION ? `${letters.slice(0, MAX_DESCRIPTION - 1).join('')}…` : badge.description;
  return element(
    'div',
    { style: styles(`max-width:420px;padding:16px;border:1px solid ${line};border-radius:8px`, ink, ground) },
    linked(
      badge,
      { style: styles('display:flex;align-items:center;gap:16px;text-decoration:none', ink) },
      image(badge, options),
      words(badge),
    ),
    description === '' ? '' : element('p', { style: 'margin:12px 0 0' }, htmlText(description)),
  );
}

/** The name is underlined alone: the whole is one link, and should not look like a paragraph of links. */
function words({ name, details }: ShownBadge): string {
  const title = element('strong', { style: 'text-decoration:underline' }, htmlText(name));
  return element('span', {}, details === '' ? title : `${title}${element('br', {})}${htmlText(details)}`);
}

/** Without an address that may be linked, the same without a link. */
function linked(
  { url }: ShownBadge,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly string[]
): string {
  return url === null
    ? element('span', attributes, ...children)
    : element('a', { href: url, target: '_blank', rel: 'noopener', ...attributes }, ...children);
}

function image({ picture }: ShownBadge, { size }: EmbedOptions): string {
  if (!picture) return '';
  const side = pixels(size);
  const style = 'object-fit:contain;border:0';
  return element('img', { src: picture.address, width: side, height: side, alt: picture.alt, style });
}

function styles(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(';');
}
