/** What is worth telling about a badge that was looked at again. Pure. */
import { CLOCK_SKEW, hasPassed, readInstant } from '../badge/instant.ts';
import type { Verdict } from '../badge/report.ts';
import { toneOf } from '../badge/tone.ts';
import { isGenuine } from '../badge/verdict.ts';
import type { AnswerFacts, BadgeRow, NewsKind } from './types.ts';

const DAY = 86_400_000;
/** An answer that could not be renewed for so long says nothing about today any more. */
const MAX_AGE = 30 * DAY;
/** Days before the end at which its owner is told, the most urgent first. */
const WARNINGS = [7, 30, 60] as const;

/**
 * What the last answer means at `now` (milliseconds since the epoch): a verified badge whose end has come is expired though nobody has looked since, and
 * an answer of long ago is history. The tone follows.
 */
export function currentAnswer({ answer, facts }: Pick<BadgeRow, 'answer' | 'facts'>, now: number): AnswerFacts {
  if (answer.verdict !== 'verified') return answer;
  if (isOld(answer, now)) return withVerdict(answer, 'undecided');
  const end = readInstant(facts.expires);
  return end && hasPassed(end, new Date(now)) ? withVerdict(answer, 'expired') : answer;
}

/** Has nobody found out here what holds today? So it is with what a backup brought, and with an answer that is too old. */
export function isUnchecked({ answer, restored }: Pick<BadgeRow, 'answer' | 'restored'>, now: number): boolean {
  return restored === true || isOld(answer, now);
}

/** A clock that was ahead makes no answer good for years. */
function isOld({ checkedAt }: AnswerFacts, now: number): boolean {
  const age = now - Date.parse(checkedAt);
  return !(age < MAX_AGE && age >= -CLOCK_SKEW);
}

function withVerdict(answer: AnswerFacts, verdict: Verdict): AnswerFacts {
  return { ...answer, verdict, tone: toneOf(verdict, answer.standing, answer.match) };
}

/** What to tell of a change from one decided answer to the next, or null for nothing. */
export function newsOfVerdict(before: Verdict, after: Verdict): NewsKind | null {
  if (before === after) return null;
  switch (after) {
    case 'revoked':
    case 'suspended':
    case 'invalid':
    case 'expired':
      return after;
    case 'not-found':
    case 'undecided':
      return isGenuine(before) ? 'gone' : null;
    case 'verified':
      return before === 'unsupported' || before === 'not-yet-valid' ? null : 'good-again';
    case 'not-yet-valid':
    case 'unsupported':
      return null;
  }
}

/**
 * The warning that became due between two looks, the most urgent only. Of a badge that was added since, the one it is in already.
 * All in milliseconds since the epoch.
 */
export function expiryWarning(
  { facts, answer, addedAt }: Pick<BadgeRow, 'facts' | 'answer' | 'addedAt'>,
  since: number,
  now: number,
): NewsKind | null {
  const end = readInstant(facts.expires)?.ms;
  if (end === undefined || end <= now || answer.verdict !== 'verified') return null;
  const days = WARNINGS.find((each) => end - now <= each * DAY);
  if (days === undefined) return null;
  const crossed = end - since > days * DAY || addedAt > since;
  return crossed ? `expires-${days}` : null;
}
