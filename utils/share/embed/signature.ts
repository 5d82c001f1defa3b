/**
 * A mail signature. Its readers, not its writer, choose the program that shows it, so it is made for the weakest: Outlook on Windows draws mail with Word.
 * Hence tables, styles on the elements alone, sizes of pictures as attributes, fonts everybody has; and no colours at all: programs in dark mode turn
 * those they choose themselves and leave or spoil others.
 */
import { htmlText } from '../escape/html.ts';
import { plainLine } from '../escape/line.ts';
import { httpsAddress, visibleAddress } from '../escape/url.ts';
import type { SharedBadge } from '../types.ts';
import { anchor, element } from './element.ts';
import { pixels, type ShownBadge, type ShownPicture, shownBadge } from './shown.ts';
import type { EmbedOptions, OwnLines } from './types.ts';

/** Word and Gmail show neither vector pictures nor the newer formats. */
const NOT_IN_MAIL = /\.(?:svgz?|webp|avif)$|[?&](?:type|format|fm)=(?:svg|webp|avif)/i;
/** Width of a row of pictures, in CSS pixels: what a telephone held upright shows. */
const ROW = 320;
const GAP = 8;
const FONT = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:20px';
const TABLE = { role: 'presentation', border: 0, cellpadding: 0, cellspacing: 0 };

export interface Signature {
  html: string;
  /** The variant without pictures and markup, complete in itself. */
  plain: string;
  /** Length of `html`, as the clients count it. */
  characters: number;
  /** Places, in the order given, of badges whose picture is left out, and why: it has no https address, or is of a kind that mail does not show. */
  withoutPicture: readonly { place: number; why: 'no-address' | 'kind' }[];
}

export function signature(badges: readonly SharedBadge[], options: EmbedOptions): Signature {
  const shown = badges.map((badge) => mailable(shownBadge(badge, options)));
  const own = ownLines(options.lines);
  const rows = [
    ...(own.html === '' ? [] : [row(cell(FONT, own.html))]),
    ...(shown.length === 0 ? [] : [row(cell(`${FONT};padding-top:${GAP}px`, ...blocks(shown, options)))]),
  ];
  const html = table(...rows);
  return {
    html,
    plain: [...own.plain, ...shown.map((badge) => plainOf(badge, options))].join('\n'),
    characters: html.length,
    withoutPicture:
      options.look === 'text'
        ? []
        : shown.flatMap(({ picture, why }, place) => (picture === null ? [{ place, why }] : [])),
  };
}

type Mailable = ShownBadge & { why: 'no-address' | 'kind' };

function mailable(badge: ShownBadge): Mailable {
  if (badge.picture === null) return { ...badge, why: 'no-address' };
  const { pathname, search } = new URL(badge.picture.address);
  return NOT_IN_MAIL.test(pathname) || NOT_IN_MAIL.test(search)
    ? { ...badge, picture: null, why: 'kind' }
    : { ...badge, why: 'kind' };
}

/** Badges in the order given; neighbours that are pictures alone share rows. */
function blocks(badges: readonly ShownBadge[], options: EmbedOptions): string[] {
  const perRow = Math.max(1, Math.floor(ROW / (pixels(options.size) + GAP)));
  const made: string[] = [];
  let line: string[] = [];
  const endLine = () => {
    if (line.length > 0) made.push(table(row(...line)));
    line = [];
  };
  for (const badge of badges) {
    if (badge.picture?.alone) {
      if (line.length === perRow) endLine();
      line.push(pictureCell(badge, badge.picture, options));
    } else {
      endLine();
      made.push(table(row(...withText(badge, options))));
    }
  }
  endLine();
  return made;
}

function withText(badge: ShownBadge, options: EmbedOptions): string[] {
  const name = anchor(badge, htmlText(badge.name));
  const words = badge.issuer === '' ? name : `${name}${element('br', {})}${htmlText(badge.issuer)}`;
  const text = cell(`${FONT};padding-bottom:${GAP}px;vertical-align:middle`, words);
  return badge.picture ? [pictureCell(badge, badge.picture, options), text] : [text];
}

/** The user's own lines; a link that is none stands there as text. */
function ownLines(lines: OwnLines = {}): { html: string; plain: string[] } {
  const name = plainLine(lines.name);
  const headline = plainLine(lines.headline);
  const address = httpsAddress(lines.link?.address);
  const label = plainLine(lines.link?.text) || (address ? visibleAddress(address) : plainLine(lines.link?.address));
  const html = [
    name === '' ? '' : element('b', {}, htmlText(name)),
    htmlText(headline),
    address === null ? htmlText(label) : element('a', { href: address }, htmlText(label)),
  ];
  const written = (parts: readonly string[]) => parts.filter((part) => part !== '');
  return {
    html: written(html).join(element('br', {})),
    plain: written([name, headline, address ?? label]),
  };
}

function plainOf({ name, issuer, url }: ShownBadge, { words }: EmbedOptions): string {
  const title = issuer === '' ? name : `${name} — ${issuer}`;
  return plainLine(url === null ? title : `${title}${words.comma}${url}`);
}

function pictureCell(badge: ShownBadge, { address, alt }: ShownPicture, { size }: EmbedOptions): string {
  const side = pixels(size);
  const style = 'display:block;border:0';
  const image = element('img', { src: address, width: side, height: side, alt, border: 0, style });
  return cell(`padding:0 ${GAP}px ${GAP}px 0`, anchor(badge, image));
}

function table(...rows: readonly string[]): string {
  return element('table', { ...TABLE, style: 'border-collapse:collapse' }, element('tbody', {}, ...rows));
}

function row(...cells: readonly string[]): string {
  return element('tr', {}, ...cells);
}

function cell(style: string, ...content: readonly string[]): string {
  return element('td', { style, valign: 'middle' }, ...content);
}
