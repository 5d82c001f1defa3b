import { TONES, type Tone } from '../badge/report.ts';
import type { CheckingMode } from '../settings/types.ts';
import {
  type AskedBadge,
  MAX_BADGES_PER_MESSAGE,
  MAX_PERSON_LENGTH,
  MAX_URL_LENGTH,
  type PageMessage,
} from './protocol.ts';
import { fieldsOf, isFlag, isOptional, isText } from './shapes.ts';

/** Longest key. Keys are no longer than the address they come from, but for the platform’s name. */
const MAX_KEY_LENGTH = MAX_URL_LENGTH + 64;

/**
 * What a content script said, rebuilt member by member, or null when any part of it is not as the protocol has it.
 * Members that the protocol does not know are left behind. Never throws.
 */
export function parsePageMessage(value: unknown): PageMessage | null {
  const from = fieldsOf(value);
  if (!from) return null;
  switch (from.type) {
    case 'hello':
      return isFlag(from.dark) ? { type: 'hello', dark: from.dark } : null;
    case 'check':
      return parseCheck(from);
    case 'forget':
      return isKeys(from.keys) ? { type: 'forget', keys: [...from.keys] } : null;
    case 'summary':
      return isCount(from.count) && isToneOrNull(from.tone)
        ? { type: 'summary', count: from.count, tone: from.tone }
        : null;
    case 'card':
      return { type: 'card' };
    case 'picture':
      return parsePicture(from);
    case 'mode':
      return parseMode(from);
    case 'claim':
      return isText(from.key, MAX_KEY_LENGTH) && isText(from.url, MAX_URL_LENGTH)
        ? { type: 'claim', key: from.key, url: from.url }
        : null;
    default:
      return null;
  }
}

function parseCheck(from: Readonly<Record<string, unknown>>): PageMessage | null {
  const { badges, person, again, byHand } = from;
  if (!Array.isArray(badges) || badges.length === 0 || badges.length > MAX_BADGES_PER_MESSAGE) return null;
  if (!isOptional(again, isFlag) || !isOptional(byHand, isFlag)) return null;
  if (person !== undefined && !isText(person, MAX_PERSON_LENGTH)) return null;
  const asked: AskedBadge[] = [];
  for (const each of badges) {
    const badge = fieldsOf(each);
    if (!badge || !isText(badge.key, MAX_KEY_LENGTH) || !isText(badge.url, MAX_URL_LENGTH)) return null;
    asked.push({ key: badge.key, url: badge.url });
  }
  return {
    type: 'check',
    badges: asked,
    ...(person !== undefined && { person }),
    ...(again !== undefined && { again }),
    ...(byHand !== undefined && { byHand }),
  };
}

function parsePicture({ key, url }: Readonly<Record<string, unknown>>): PageMessage | null {
  if (!isText(key, MAX_KEY_LENGTH) || (url !== undefined && !isText(url, MAX_URL_LENGTH))) return null;
  return { type: 'picture', key, ...(url !== undefined && { url }) };
}

function parseMode(from: Readonly<Record<string, unknown>>): PageMessage | null {
  const { checking, marks } = from;
  if (!isOptional(checking, isCheckingMode) || !isOptional(marks, isFlag)) return null;
  return { type: 'mode', ...(checking && { checking }), ...(marks !== undefined && { marks }) };
}

/** Badge keys, so many that one message may carry them. */
export function isKeys(value: unknown): value is string[] {
  // `Array.from` fills holes, which `every` would skip.
  return (
    Array.isArray(value) &&
    value.length <= MAX_BADGES_PER_MESSAGE &&
    Array.from(value).every((key) => isText(key, MAX_KEY_LENGTH))
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= 1_000_000;
}

function isToneOrNull(value: unknown): value is Tone | null {
  return value === null || TONES.includes(value as Tone);
}

function isCheckingMode(value: unknown): value is CheckingMode {
  return value === 'auto' || value === 'click';
}
