import { isObject } from '../json/members.ts';
import { readJson } from '../net/json.ts';
import { hexDigest } from '../proofs/json-ld/digest.ts';
import type { PinnedContext } from '../settings/trust-entries.ts';

export const MAX_CONTEXT_BYTES = 262_144;

/** The context behind a pin; null when the text is not what was pinned, or no context. */
export async function readPinned({ text, sha256 }: PinnedContext): Promise<object | null> {
  if (text.length > MAX_CONTEXT_BYTES || (await hexDigest('SHA-256', text)) !== sha256.toLowerCase()) return null;
  return contextIn(text);
}

/** The JSON-LD document in a text, if it has an `@context`. */
export function contextIn(text: string): object | null {
  const json = readJson(text, { maxBytes: MAX_CONTEXT_BYTES });
  if (!json.ok || json.duplicateKeys || !isObject(json.value)) return null;
  return Object.hasOwn(json.value, '@context') ? json.value : null;
}
