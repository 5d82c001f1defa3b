import { counted } from './counted.ts';
import { message } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

/** The sharer takes the link alone; words come from the page's own preview, or are pasted. */
export const facebook: ShareTarget = {
  id: 'facebook',
  name: 'Facebook',
  kind: 'url-only',
  way: 'page',
  prefills: false,
  wording: 'post',
  counts: 'characters',
  ...counted(63_206, (text, url) => message(text, url).length),
  address: ({ badge }) => queryAddress('https://www.facebook.com/sharer/sharer.php', { u: badge.url }),
};
