import { counted, UNITS_OF_A_PIECE } from './counted.ts';
import { countGraphemes } from './graphemes.ts';
import { mastodonServer } from './mastodon-server.ts';
import { message } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

/** A full stop behind an address is not part of it. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"]*[^\s<>"'.,;:!?)\]}]/g;
const PLACE_OF_ADDRESS = 'x'.repeat(23);
/** Of `@name@server` the server is not counted. */
const HANDLE = /(?<![\w/])@(\w+)@[a-z\d.-]*[a-z\d]/gi;

const count = (text: string, url: string) =>
  countGraphemes(message(text, url).replace(WEB_ADDRESS, PLACE_OF_ADDRESS).replace(HANDLE, '@$1'));

/** 500 user-perceived characters unless the server allows more; every address counts 23. */
export const mastodon: ShareTarget = {
  id: 'mastodon',
  name: 'Mastodon',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'post',
  counts: 'graphemes',
  ...counted(500, count, UNITS_OF_A_PIECE),
  address({ badge, text, server = '' }) {
    const host = mastodonServer(server);
    return host && queryAddress(`https://${host}/share`, { text: message(text, badge.url) });
  },
};
