import { counted } from './counted.ts';
import { message } from './message.ts';
import type { ShareTarget } from './types.ts';

/** RFC 6068: spaces as %20, never `+`; line breaks as %0D%0A. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed());
const withReturns = (text: string) => text.replace(/\r\n?|\n/g, '\r\n');
/** A subject has one line, and nothing in it begins another header. */
const oneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

const addressOf = (text: string, url: string, title: string) =>
  `mailto:?subject=${encode(oneLine(title))}&body=${encode(withReturns(message(text, url)))}`;

/** No recipient: the user chooses one in the mail program. Some of those take no more than 2,000 characters of address in all. */
export const email: ShareTarget = {
  id: 'email',
  kind: 'text-and-url',
  way: 'mail',
  prefills: true,
  wording: 'mail',
  counts: 'address',
  ...counted(2000, (text, url, title) => addressOf(text, url, title).length),
  address: ({ badge, text, title = badge.name }) => addressOf(text, badge.url, title),
};
