import { PLATFORM_LINKS } from '../platforms/links.ts';
import { recogniseLink } from './index.ts';
import { shapesOfHost } from './shapes-of-host.ts';
import type { EmbedShape } from './types.ts';
import { WRAPPERS } from './unwrap.ts';

/** What `linkOf` needs of an element. */
export interface ElementLike {
  readonly tagName: string;
  getAttribute(name: string): string | null;
}

const having = (attribute: string, fragments: Iterable<string>): string =>
  [...new Set(fragments)].map((fragment) => `[${attribute}*="${fragment}"]`).join();

const FIND = PLATFORM_LINKS.flatMap(({ find }) => find);
const WRAPPED = WRAPPERS.map(({ find }) => find);
const EMBEDS: readonly EmbedShape[] = PLATFORM_LINKS.flatMap(({ embed }) => embed ?? []);

const ANY_LINK = having('href', [...FIND, ...WRAPPED]);
const REST: readonly string[] = [
  `iframe:is(${having('src', FIND)})`,
  `img:is(${having(
    'src',
    PLATFORM_LINKS.flatMap(({ images }) => images ?? []),
  )})`,
  ...EMBEDS.map(({ id }) => `[${id}]`),
];

/** Everything that may stand for a badge, as one selector list: for `matches` and for small subtrees. */
export const SELECTOR = [`a:is(${ANY_LINK})`, ...REST].join();

/**
 * The same for a whole document, to be asked one after another: Chromium walks 100,000 elements in 0.6 ms for a selector that begins with one
 * tag name, and takes five times that for a list. Links back into the page's own site are passed over by a prefix, which is most links of
 * most pages, except for what that site itself could lead to (LinkedIn: its wrappers and its own certificates).
 *
 * `origin` is `location.origin`. A page with a foreign `<base href>` loses its relative links.
 */
export function selectorsFor(origin: string): readonly string[] {
  const host = /^https?:\/\/([^/:"\\]+)(?::\d+)?$/.exec(origin)?.[1];
  if (!host) return [`a:is(${ANY_LINK})`, ...REST];
  const own = having('href', [
    ...shapesOfHost(host).flatMap(([{ find }]) => find),
    ...WRAPPERS.flatMap((wrapper) => (wrapper.host.test(host) ? wrapper.find : [])),
  ]);
  const inside = `[href^="${origin}/"],[href^="#"],[href^="/"]:not([href^="//"])`;
  return [`a:is(:not(${inside}):is(${ANY_LINK})${own && `,${own}`})`, ...REST];
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
    const page = (element.getAttribute(embed.host) || embed.page).replace(/\/+$/, '');
    if (id) return recogniseLink(page + embed.path + encodeURIComponent(id.trim()), embed.page)?.url ?? null;
  }
  return null;
}
