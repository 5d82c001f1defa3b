import { cleanText } from '../badge/text.ts';
import { queryAddress } from './targets/query-address.ts';

const MOST = 5;
const LONGEST = 60;

/**
 * LinkedIn's job search for any of a badge's skills, or null where it names none. For the user's click only: the search tells LinkedIn what they look
 * for. Quotes of a skill are dropped, so that it stays one phrase and adds no operator.
 */
export function jobSearchAddress(skills: readonly string[]): string | null {
  const phrases = skills
    .map((skill) => cleanText(skill.replace(/["“”„«»]/g, ' '), LONGEST))
    .filter((skill) => skill !== undefined);
  const keywords = [...new Set(phrases)].slice(0, MOST).map((phrase) => `"${phrase}"`);
  return keywords.length === 0
    ? null
    : queryAddress('https://www.linkedin.com/jobs/search/', { keywords: keywords.join(' OR ') });
}
