import { counted } from './counted.ts';
import { message } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

const addressOf = (text: string, url: string) => queryAddress('https://wa.me/', { text: message(text, url) });

/** A message may be longer than any address that web servers take (8 KiB is common), so the finished address is what is counted. */
export const whatsapp: ShareTarget = {
  id: 'whatsapp',
  name: 'WhatsApp',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'post',
  counts: 'address',
  ...counted(8000, (text, url) => addressOf(text, url).length),
  address: ({ badge, text }) => addressOf(text, badge.url),
};
