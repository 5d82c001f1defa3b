import { counted } from './counted.ts';
import { countBytes } from './graphemes.ts';
import { holdsAddress, message } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

const EMOJI = /\p{RGI_Emoji}/gv;

/** Meta's own words: “limited to 500 characters. Emojis are counted as the number of UTF-8 bytes.” The address may become part of the text. */
const count = (text: string, url: string) =>
  message(text, url).replace(EMOJI, (emoji) => 'x'.repeat(countBytes(emoji))).length;

export const threads: ShareTarget = {
  id: 'threads',
  name: 'Threads',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'post',
  counts: 'characters',
  ...counted(500, count),
  address: ({ badge, text }) =>
    queryAddress('https://www.threads.net/intent/post', { text, url: holdsAddress(text, badge.url) ? '' : badge.url }),
};
