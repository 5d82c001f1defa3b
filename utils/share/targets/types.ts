/** Where a badge can be shared to. Types only. */
import type { SharedBadge } from '../types.ts';

export const TARGET_IDS = [
  'linkedin-post',
  'linkedin-profile',
  'x',
  'facebook',
  'bluesky',
  'mastodon',
  'threads',
  'whatsapp',
  'telegram',
  'reddit',
  'email',
  'system',
  'copy-link',
] as const;
export type TargetId = (typeof TARGET_IDS)[number];

/** Which of the default texts (post-words.ts) suits a target. */
export type Wording = 'post' | 'short' | 'title' | 'mail';

/** What the user is about to share. */
export interface Draft {
  /** Made by `sharedBadge`, which lets nothing pass but what may be public. */
  badge: SharedBadge;
  /** The user's text as it stands in the editor. Where it does not hold the badge's address, the target adds that. */
  text: string;
  /** Subject of a letter, title of a share sheet. The badge's name where it is absent. */
  title?: string;
  /** Mastodon: host name of the user's server. */
  server?: string;
  /** LinkedIn's number of the issuing organisation, where it is known. */
  organisationId?: string;
}

/** How long a text is, counted as the target counts it, the address included. `limit` is absent where none is known. */
export interface Length {
  used: number;
  limit?: number;
}

export interface ShareTarget {
  id: TargetId;
  /** Brand, the same in every language. Absent where the name is a word: `share.target.*`. */
  name?: string;
  /** `url-only`: the address carries nothing but the link. `fields`: a form, see linkedin-profile.ts. */
  kind: 'text-and-url' | 'url-only' | 'fields';
  /** What to do with `address`: open a tab, hand it to the mail program, hand `shareData` to the share sheet, copy it. */
  way: 'page' | 'mail' | 'sheet' | 'clipboard';
  /** The target fills in the text. Where it does not, the user pastes it: offer to copy it. */
  prefills: boolean;
  /** null: it takes no text. */
  wording: Wording | null;
  /**
   * What the counter counts: UTF-16 units as most web forms do, user-perceived characters, X's weights, or the characters of the finished
   * address.
   */
  counts: 'characters' | 'graphemes' | 'weight' | 'address';
  limit?: number;
  measure(text: string, url: string, title?: string): Length;
  /** The text, or as much of it as fits, cut between user-perceived characters and never within an address, with `…` where it was cut. */
  shorten(text: string, url: string, title?: string): string;
  /** The address to open or copy, or null where something it needs is missing or unfit (the server's name). */
  address(draft: Draft): string | null;
  /** A form that nobody promises to keep working, which does more than `address`. */
  unofficialAddress?(draft: Draft): string;
}
