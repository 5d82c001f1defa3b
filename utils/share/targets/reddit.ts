import { counted } from './counted.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

/** A link post: the text is its title. */
export const reddit: ShareTarget = {
  id: 'reddit',
  name: 'Reddit',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'title',
  counts: 'characters',
  ...counted(300, (text) => text.length),
  address: ({ badge, text }) => queryAddress('https://www.reddit.com/submit', { url: badge.url, title: text }),
};
