/** A page of the user's own, with their badges. Types only. */
import type { ShareFacts } from '../obstacles.ts';
import type { PostLanguage } from '../targets/post-words.ts';
import type { SharedBadge } from '../types.ts';

/** What the page's own words can be written in (page-words.ts). */
export type PageLanguage = PostLanguage;

export interface ProfileLink {
  /** Empty: the address is shown. */
  label: string;
  /** Only https addresses become links; others are left out. */
  address: string;
}

export interface ProfilePerson {
  name: string;
  /** One line: what one does, or wants to be found for. */
  headline: string;
  /** As it was given; what kind it is is told by its bytes. null: none. */
  picture: Uint8Array | null;
  links: readonly ProfileLink[];
  /** The languages the person speaks, in the person's own words: "English (fluent)". */
  languages: readonly string[];
  language: PageLanguage;
}

/** A badge's place on the page is its place in the list. */
export interface ProfileChoice {
  /** The wallet's id. */
  id: string;
  shown: boolean;
}

export interface Profile extends ProfilePerson {
  badges: readonly ProfileChoice[];
}

/** A badge for the page, with what decides whether it may stand there. */
export interface ProfileBadge {
  id: string;
  /** As others would see it; null where there is no name or no public address. */
  badge: SharedBadge | null;
  facts: Omit<ShareFacts, 'url'>;
  /** The picture's own bytes; the page loads none. */
  picture?: Uint8Array;
}
