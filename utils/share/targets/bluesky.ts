import { counted, UNITS_OF_A_PIECE } from './counted.ts';
import { countBytes, countGraphemes } from './graphemes.ts';
import { message } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';

const LIMIT = 300;
const MAX_BYTES = 3000;

/** app.bsky.feed.post: at most 300 user-perceived characters, and at most 3,000 bytes, which only long emoji sequences reach first. */
function count(text: string, url: string): number {
  const whole = message(text, url);
  const graphemes = countGraphemes(whole);
  const bytes = countBytes(whole);
  return bytes > MAX_BYTES ? Math.max(graphemes, Math.ceil((bytes * LIMIT) / MAX_BYTES)) : graphemes;
}

/** One text: the address stands in it and counts in full. */
export const bluesky: ShareTarget = {
  id: 'bluesky',
  name: 'Bluesky',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'short',
  counts: 'graphemes',
  ...counted(LIMIT, count, UNITS_OF_A_PIECE),
  address: ({ badge, text }) => queryAddress('https://bsky.app/intent/compose', { text: message(text, badge.url) }),
};
