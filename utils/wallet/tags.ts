/** Tags as they are typed and kept. Pure. */
import { tidied } from './typed.ts';

export const MAX_TAGS = 30;
/** UTF-16 units of one. */
export const MAX_TAG = 60;

/** What stands between commas, each once, without needless white space; nothing is cut. */
export function readTags(text: string): string[] {
  return distinct(text.split(/[,，、]/));
}

/** As many and as long as are kept. */
export function cutTags(tags: readonly string[]): string[] {
  return distinct(tags.map((tag) => tag.slice(0, MAX_TAG).toWellFormed())).slice(0, MAX_TAGS);
}

/** Would something be cut? */
export function areTooMuch(tags: readonly string[]): boolean {
  return tags.length > MAX_TAGS || tags.some((tag) => tag.length > MAX_TAG);
}

function distinct(tags: readonly string[]): string[] {
  const clean = tags.map(tidied);
  return [...new Set(clean.filter((tag) => tag !== ''))];
}
