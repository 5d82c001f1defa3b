/** Badges for a résumé, in the formats that résumés are written in. One badge is a line, several are a list. */
import { asciidocAddress, asciidocAttribute, asciidocText } from '../escape/asciidoc.ts';
import { htmlText } from '../escape/html.ts';
import { latexAddress, latexText } from '../escape/latex.ts';
import { plainLine } from '../escape/line.ts';
import { markdownAddress, markdownText } from '../escape/markdown.ts';
import { httpsAddress } from '../escape/url.ts';
import type { SharedBadge } from '../types.ts';
import { anchor, element } from './element.ts';
import { isoDay, pixels, shownBadge } from './shown.ts';
import type { EmbedOptions } from './types.ts';

type Writes = (badges: readonly SharedBadge[], options: EmbedOptions) => string;

const shownOf = (badges: readonly SharedBadge[], options: EmbedOptions) =>
  badges.map((badge) => shownBadge(badge, options));

/**
 * All words stand in the label of the link. Outside of it GitHub would turn an e-mail address in an issuer's name into a link, which no escape prevents;
 * links in links it does not make.
 */
export const markdown: Writes = (badges, options) => {
  const entries = shownOf(badges, options).map(({ picture, line, url }) => {
    const image = picture ? `![${markdownText(picture.alt)}](${markdownAddress(picture.address)})` : '';
    const label = picture?.alone ? image : spaced(image, markdownText(line));
    return url === null ? label : `[${label}](${markdownAddress(url)})`;
  });
  return listed(entries, '- ');
};

export const asciidoc: Writes = (badges, options) => {
  const side = pixels(options.size);
  const entries = shownOf(badges, options).map(({ picture, line, url }) => {
    const link = url === null ? null : asciidocAddress(url);
    const attributes = picture
      ? [asciidocAttribute(picture.alt), side, ...(link === null ? [] : [`link=${link}`])]
      : [];
    const image = picture ? `image:${asciidocAddress(picture.address)}[${attributes.join(',')}]` : '';
    const words = link === null ? asciidocText(line) : `link:${link}[${asciidocText(line)}]`;
    return picture?.alone ? image : spaced(image, words);
  });
  return listed(entries, '* ');
};

/** Needs `\usepackage{hyperref}`. Without pictures: LaTeX takes them from files only. */
export const latex: Writes = (badges, options) => {
  const entries = shownOf(badges, options).map((badge) => {
    const name = latexText(badge.name);
    const linked = badge.url === null ? name : `\\href{${latexAddress(badge.url)}}{${name}}`;
    return badge.details === '' ? linked : `${linked} — ${latexText(badge.details)}`;
  });
  if (entries.length <= 1) return entries.join('');
  return ['\\begin{itemize}', ...entries.map((entry) => `  \\item ${entry}`), '\\end{itemize}'].join('\n');
};

/** For a page that has styles of its own. */
export const html: Writes = (badges, options) => {
  const entries = shownOf(badges, options).map((badge) => {
    const linked = anchor(badge, htmlText(badge.name));
    return badge.details === '' ? linked : `${linked} — ${htmlText(badge.details)}`;
  });
  if (entries.length <= 1) return entries.map((entry) => element('p', {}, entry)).join('');
  return ['<ul>', ...entries.map((entry) => `  ${element('li', {}, entry)}`), '</ul>'].join('\n');
};

/** `certificates` of JSON Resume 1.0.0, as an object to be merged into a résumé. */
export const jsonResume: Writes = (badges) =>
  JSON.stringify(
    {
      certificates: badges.map((badge) => ({
        name: plainLine(badge.name),
        date: isoDay(badge.issuedOn),
        issuer: plainLine(badge.issuer.name),
        url: httpsAddress(badge.url) ?? undefined,
      })),
    },
    null,
    2,
  );

/** "Name — Issuer, Issued …, Expires …, address", a line each. */
export const plainText: Writes = (badges, options) =>
  shownOf(badges, options)
    .map(({ line, url }) => plainLine(url === null ? line : `${line}${options.words.comma}${url}`))
    .join('\n');

/** Rich text for the clipboard, made of the little that Word and Docs keep: paragraphs, pictures with their size as attributes, links, bold. */
export const richText: Writes = (badges, options) => {
  const side = pixels(options.size);
  return shownOf(badges, options)
    .map((badge) => {
      const { picture, details } = badge;
      const image = picture
        ? anchor(
            badge,
            element('img', { src: picture.address, width: side, height: side, alt: picture.alt, border: 0 }),
          )
        : '';
      if (picture?.alone) return element('p', {}, image);
      const name = anchor(badge, element('b', {}, htmlText(badge.name)));
      return element('p', {}, spaced(image, details === '' ? name : `${name}${element('br', {})}${htmlText(details)}`));
    })
    .join('\n');
};

function spaced(first: string, second: string): string {
  return first === '' ? second : `${first} ${second}`;
}

function listed(entries: readonly string[], mark: string): string {
  return entries.length <= 1 ? entries.join('') : entries.map((entry) => mark + entry).join('\n');
}
