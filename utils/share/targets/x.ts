import { counted, UNITS_OF_A_PIECE } from './counted.ts';
import { holdsAddress } from './message.ts';
import { queryAddress } from './query-address.ts';
import type { ShareTarget } from './types.ts';
import { weightOf } from './x-weight.ts';

/** X puts a space and the address behind the text, whatever the address's length, at the price of 23. */
const ADDED = 23;

const count = (text: string, url: string) =>
  weightOf(text) + (holdsAddress(text, url) ? 0 : ADDED + (text === '' ? 0 : 1));

export const x: ShareTarget = {
  id: 'x',
  name: 'X',
  kind: 'text-and-url',
  way: 'page',
  prefills: true,
  wording: 'short',
  counts: 'weight',
  ...counted(280, count, UNITS_OF_A_PIECE),
  address: ({ badge, text }) =>
    queryAddress('https://x.com/intent/post', { text, url: holdsAddress(text, badge.url) ? '' : badge.url }),
};
