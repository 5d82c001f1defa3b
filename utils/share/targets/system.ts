import { holdsAddress } from './message.ts';
import type { Draft, ShareTarget } from './types.ts';

/** What `navigator.share` takes; ask `navigator.canShare` first, where there is one. */
export interface SheetData {
  title: string;
  text: string;
  url?: string;
}

/** Many apps put `text` and `url` one behind the other, so an address that the text holds is not sent twice. */
export function shareData({ badge, text, title = badge.name }: Draft): SheetData {
  const sent = text.toWellFormed();
  return { title: title.toWellFormed(), text: sent, ...(holdsAddress(sent, badge.url) ? {} : { url: badge.url }) };
}

/** The share sheet of the system (Windows, ChromeOS, macOS; not Linux, not desktop Firefox). */
export const system: ShareTarget = {
  id: 'system',
  kind: 'text-and-url',
  way: 'sheet',
  prefills: true,
  wording: 'post',
  counts: 'characters',
  measure: (text) => ({ used: text.length }),
  shorten: (text) => text,
  address: ({ badge }) => badge.url,
};
