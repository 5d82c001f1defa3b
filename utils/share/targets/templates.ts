import { hideEmails } from '../../badge/emails.ts';
import { readInstant } from '../../badge/instant.ts';
import { CAPS, cleanText } from '../../badge/text.ts';
import type { SharedBadge } from '../types.ts';
import { hashtagsOf } from './hashtags.ts';
import { pickLanguage } from './post-language.ts';
import { POST_LANGUAGES, POST_WORDS } from './post-words.ts';
import type { Wording } from './types.ts';

export const PLACEHOLDERS = ['name', 'issuer', 'date', 'expires', 'skills', 'url', 'holder'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

export interface FillOptions {
  /** BCP 47; for dates and for what stands between skills. */
  language: string;
  /** Add hashtags out of the skills, on a line of their own. Only where the user asked for them. */
  hashtags?: boolean;
}

const PLACEHOLDER = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'g');
const SHOWN_SKILLS = 5;

/** The default text in the first of these languages that has one. */
export function defaultTemplate(wording: Wording, languages: readonly (string | undefined)[]): string {
  return POST_WORDS[pickLanguage(languages, POST_LANGUAGES) ?? 'en'][wording];
}

/**
 * A stranger's words in the user's post: one line, nothing invisible, no e-mail address; no address that the target would link, and no call to
 * somebody (`@name`).
 */
function words(value: string | undefined, cap: number): string {
  const line = hideEmails(cleanText(value, cap) ?? '');
  return line
    .replace(/\b[a-z][a-z\d+.-]{0,31}:\/\//gi, '')
    .replace(/:\/\//g, ': ')
    .replace(/(?<![\p{L}\p{N}])[@＠]+(?=[\p{L}\p{N}_])/gu, '');
}

/** A calendar day in words, UTC as the badge has it. */
function day(instant: string | undefined, language: string): string {
  const read = readInstant(instant);
  return read ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(read.ms) : '';
}

function valuesOf(badge: SharedBadge, language: string): Record<Placeholder, string> {
  const { comma } = POST_WORDS[pickLanguage([language], POST_LANGUAGES) ?? 'en'];
  return {
    name: words(badge.name, CAPS.name),
    issuer: words(badge.issuer.name, CAPS.name),
    date: day(badge.issuedOn, language),
    expires: day(badge.expires, language),
    skills: badge.skills
      .slice(0, SHOWN_SKILLS)
      .map((skill) => words(skill, CAPS.skill))
      .filter(Boolean)
      .join(comma),
    url: badge.url,
    holder: words(badge.holder, CAPS.person),
  };
}

/**
 * A template with a badge's facts in it. It is gone through once: what a badge's name looks like is never read as a placeholder again. A line whose
 * placeholders have all come to nothing ("Valid until {expires}") is left out; `{anything else}` stays as it is.
 */
export function fillTemplate(template: string, badge: SharedBadge, options: FillOptions): string {
  const language = canonical(options.language);
  const values = valuesOf(badge, language);
  const lines: string[] = [];
  for (const line of template.split('\n')) {
    const used = [...line.matchAll(PLACEHOLDER)].map(([, name]) => values[name as Placeholder]);
    if (used.length > 0 && used.every((value) => value === '')) continue;
    lines.push(line.replace(PLACEHOLDER, (_, name: Placeholder) => values[name]));
  }
  const tags = options.hashtags ? hashtagsOf(badge.skills).map((tag) => `#${tag}`) : [];
  const text = [...lines, ...(tags.length > 0 ? ['', tags.join(' ')] : [])].join('\n');
  return text.replace(/\n{3,}/g, '\n\n').trim();
}

function canonical(language: string): string {
  try {
    return Intl.getCanonicalLocales(language.replaceAll('_', '-'))[0] ?? 'en';
  } catch {
    return 'en';
  }
}
