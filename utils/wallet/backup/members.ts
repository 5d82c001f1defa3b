/** Single members of a stranger's row: what they have to be, or what stands in for them. */
import { isUuid } from '../../badge/uuid.ts';
import { isObject, member } from '../../json/members.ts';

export type Members = (name: string) => unknown;

/** Looks up own members only; null for what is no object. */
export function membersOf(value: unknown): Members | null {
  return isObject(value) ? (name) => member(value, name) : null;
}

/** Our own ids, as `crypto.randomUUID` makes them. */
export function readId(value: unknown): string | null {
  return typeof value === 'string' && isUuid(value) ? value : null;
}

/** A text of at most so many characters, cut there; '' for anything else. Half characters are made whole: nothing could be written with them. */
export function readWords(value: unknown, most: number): string {
  return typeof value === 'string' ? value.slice(0, most).toWellFormed() : '';
}

/** The same where there may be none. */
export function maybeWords(value: unknown, most: number): string | undefined {
  const words = readWords(value, most);
  return words === '' ? undefined : words;
}

/** Texts of a list that are not empty; at most so many. */
export function readList(value: unknown, most: number, longest: number): string[] {
  const texts = arrayOf(value).slice(0, most);
  return texts.map((each) => readWords(each, longest)).filter((each) => each !== '');
}

export function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** One of a few words, or the one that stands in. */
export function readOne<T extends string>(value: unknown, words: readonly T[], otherwise: T): T {
  return words.find((word) => word === value) ?? otherwise;
}

/** A moment in milliseconds since the epoch, not after `now`; 0 for none. */
export function readMoment(value: unknown, now: number): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? Math.min(value as number, now) : 0;
}

export function readCount(value: unknown): number {
  return Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;
}

/** An object without the members that are undefined: rows have none of those. */
export function present<T extends object>(row: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
}
