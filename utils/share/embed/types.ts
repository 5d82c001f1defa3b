/** What can be made of badges for a page, a résumé or a mail. Types only. */
import type { SharedBadge } from '../types.ts';

/** The reader's words, filled in. Everything here is plain text: each format escapes it together with the badge's own. */
export interface EmbedWords {
  /** For a badge whose name has nothing readable. */
  unnamed: string;
  /** Between parts of a line, its blank included. */
  comma: string;
  /** In place of the picture. */
  alt(name: string, issuer: string): string;
  /** In place of a picture beside which the name stands. */
  picture(issuer: string): string;
  /** `date`: what `date` below made. */
  issued(date: string): string;
  expires(date: string): string;
  credentialId(id: string): string;
  /** An ISO 8601 instant as a day. */
  date(iso: string): string;
}

export const LOOKS = ['picture', 'picture-text', 'text', 'card'] as const;
export type Look = (typeof LOOKS)[number];

export const ARRANGEMENTS = ['list', 'grid'] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number];

/** `auto` takes the page's own colours. */
export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Sides of a picture, in CSS pixels. */
export const SIZES = [48, 80, 110, 150, 220] as const;

/** The user's own words, above the badges of a signature. */
export interface OwnLines {
  name?: string;
  headline?: string;
  /** An https address; anything else stands there as text. */
  link?: { address: string; text?: string };
}

export interface EmbedOptions {
  words: EmbedWords;
  /** Formats that know fewer looks take the nearest: without cards, `card` is `picture-text`; without pictures, all are `text`. */
  look: Look;
  /** For several badges. */
  arrangement: Arrangement;
  /** Side of a picture in CSS pixels, 16 to 600. */
  size: number;
  theme: Theme;
  /** Also writes the credential's number, where there is one. */
  credentialId: boolean;
  /** Whose badges they are, for schema.org; absent: whom the badges name, if all name the same. */
  person?: string;
  lines?: OwnLines;
}

/** What was made. */
export interface Snippet {
  /** The source, to be copied as text. */
  code: string;
  /** What the clipboard carries as `text/html`, and what the preview shows. */
  html?: string;
  /** What the clipboard carries as `text/plain` beside it. */
  plain?: string;
}

export type EmbedFormatId =
  | 'website_html'
  | 'website_widget'
  | 'website_schema'
  | 'resume_rich'
  | 'resume_text'
  | 'resume_markdown'
  | 'resume_html'
  | 'resume_latex'
  | 'resume_asciidoc'
  | 'resume_json'
  | 'signature_rich'
  | 'signature_text';

export interface EmbedFormat {
  id: EmbedFormatId;
  group: 'website' | 'resume' | 'signature';
  /** Names the syntax. */
  language: 'html' | 'markdown' | 'asciidoc' | 'latex' | 'json' | 'text';
  /** Of a file it is saved to, without the dot. */
  extension: string;
  /** Badges stand in the order given. Null where these badges have nothing of this kind. */
  makes(badges: readonly SharedBadge[], options: EmbedOptions): Snippet | null;
}
