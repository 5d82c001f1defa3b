import { counted } from './counted.ts';
import { message } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

/**
 * LinkedIn's share form takes the link alone; the text has to be pasted. The feed's own form can be opened with a text in it, which LinkedIn does
 * not document.
 */
export const linkedinPost: ShareTarget = {
  id: 'linkedin-post',
  name: 'LinkedIn',
  kind: 'url-only',
  way: 'page',
  prefills: false,
  wording: 'post',
  counts: 'characters',
  ...counted(3000, (text, url) => message(text, url).length),
  address: ({ badge }) => queryAddress('https://www.linkedin.com/sharing/share-offsite/', { url: badge.url }),
  unofficialAddress: ({ badge, text }) =>
    queryAddress('https://www.linkedin.com/feed/', { shareActive: 'true', text: message(text, badge.url) }),
};
