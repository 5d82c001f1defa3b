import { isObject, type JsonObject, list, member } from '../../json/members.ts';
import { BUNDLED_CONTEXTS } from './contexts.ts';

/** The words of the bundled contexts, by what they mean: the address they expand to. */
let vocabulary: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Words that a bundled context has for a meaning; undefined where none has. Gathered when first needed: only badges with contexts of their own ask. */
export function wordsFor(meaning: string): ReadonlySet<string> | undefined {
  vocabulary ??= gather();
  return vocabulary.get(meaning);
}

function gather(): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>();
  const add = (meaning: string, word: string): void => {
    const before = words.get(meaning);
    if (before) before.add(word);
    else words.set(meaning, new Set([word]));
  };

  /** `prefixes`: what has been defined around, for `sec:expiration` and the like. */
  function visit(context: unknown, prefixes: JsonObject): void {
    for (const item of list(context)) {
      if (!isObject(item)) continue;
      const around = { ...prefixes, ...item };
      for (const [word, definition] of Object.entries(item)) {
        if (word.startsWith('@')) continue;
        const meaning = meaningOf(definition, around);
        if (meaning !== undefined) add(meaning, word);
        if (isObject(definition)) visit(member(definition, '@context'), around);
      }
    }
  }

  for (const document of BUNDLED_CONTEXTS.values()) if (isObject(document)) visit(member(document, '@context'), {});
  return words;
}

function meaningOf(definition: unknown, prefixes: JsonObject): string | undefined {
  const id = isObject(definition) ? member(definition, '@id') : definition;
  if (typeof id !== 'string') return undefined;
  const colon = id.indexOf(':');
  const prefix = colon > 0 ? member(prefixes, id.slice(0, colon)) : undefined;
  const base = isObject(prefix) ? member(prefix, '@id') : prefix;
  return typeof base === 'string' ? base + id.slice(colon + 1) : id;
}
