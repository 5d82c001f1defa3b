import { PLATFORM_LINKS } from '../platforms/links.ts';
import { recogniseLink } from './index.ts';
import { rulesOf } from './rules.ts';
import { WRAPPERS } from './wrappers.ts';

/** What `linkOf` needs of an element. */
export interface ElementLike {
  readonly tagName: string;
  getAttribute(name: string): string | null;
}

const having = (attribute: string, fragments: readonly string[]): string =>
  `:is(${[...new Set(fragments)].map((fragment) => `[${attribute}*="${fragment}"]`)})`;

const FIND = PLATFORM_LINKS.flatMap(({ find }) => find);
const EMBEDS = PLATFORM_LINKS.flatMap(({ embed }) => embed ?? []);

const LINKS = having('href', [...FIND, ...WRAPPERS.find]);
const REST: readonly string[] = [
  `iframe${having('src', FIND)}`,
  `img${having(
    'src',
    PLATFORM_LINKS.flatMap(({ images }) => images ?? []),
  )}`,
  ...EMBEDS.map(({ id }) => `[${id}]`),
];

/** Everything that may stand for a badge, as one selector list: for `matches` and for small subtrees. */
export const SELECTOR = `a${LINKS},${REST}`;

/**
 * The same for a whole document, to be asked one after another: Chromium walks 100,000 elements in 0.6 ms for a selector that begins with one
 * tag name, and takes several times that for a list. Links back into the page's own site, which are most links of most pages, are passed over
 * by their beginning, but for what LinkedIn itself wraps and certifies, and for badge files that lie on the site itself.
 *
 * `origin` is `location.origin`. A page with a foreign `<base href>` loses its relative links.
 */
export function selectorsFor(origin: string): readonly string[] {
  const host = /^https?:\/\/([\w.-]+)$/.exec(origin)?.[1];
  if (!host) return [`a${LINKS}`, ...REST];
  const own = rulesOf(host).flatMap(({ of }) => of.find);
  const elsewhere = `:not([href^="/"]:not([href^="//"]),[href^="${origin}/"])${LINKS}`;
  return [own[0] ? `a:is(${elsewhere},${having('href', own)})` : `a${elsewhere}`, ...REST];
}

/**
 * The address an element found by a selector stands for, for `recogniseLink`, or null. Of an embed only the id is taken; a host that it
 * names must be one of the platform's.
 */
export function linkOf(element: ElementLike): string | null {
  const tag = element.tagName.toLowerCase();
  if (tag === 'a') return element.getAttribute('href');
  if (tag === 'iframe' || tag === 'img') return element.getAttribute('src');
  for (const embed of EMBEDS) {
    const id = element.getAttribute(embed.id);
    if (!id || !/^[\w-]+$/.test(id)) continue;
    return recogniseLink((element.getAttribute(embed.host) || embed.page) + embed.path + id)?.url ?? null;
  }
  return null;
}
