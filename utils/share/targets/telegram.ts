import { counted } from './counted.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

const addressOf = (text: string, url: string) => queryAddress('https://t.me/share/url', { url, text });

/** Without `url` the form opens nothing, so it is sent even where the text holds it. What is counted is the finished address: see whatsapp.ts. */
export const telegram: ShareTarget = {
  id: 'telegram',
  name: 'Telegram',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'post',
  counts: 'address',
  ...counted(8000, (text, url) => addressOf(text, url).length),
  address: ({ badge, text }) => addressOf(text, badge.url),
};
