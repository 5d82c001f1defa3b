import library from 'jsonld/lib/context.js';
import { type JsonObject, list, member } from '../../json/members.ts';
import { ContextSource, EMPTY_CONTEXT } from './active-contexts.ts';
import type { PinnedContexts } from './contexts.ts';
import { expansionOptions } from './dataset.ts';
import { wordsFor } from './vocabulary.ts';

/**
 * Does a context that is written into a badge give a known meaning another word? `{"heading": "https://schema.org/name"}` leaves every signed statement and so the
 * signature as it was, and takes the name out of what a reader of the JSON sees. Nobody needs that to issue a badge.
 *
 * `false` does not mean harmless.
 */
export async function renamesKnownWords(
  inline: readonly JsonObject[],
  document: JsonObject,
  pinned: PinnedContexts,
): Promise<boolean> {
  const around = list(member(document, '@context')).filter((context) => typeof context === 'string');
  for (const context of inline) {
    const options = expansionOptions(new ContextSource(pinned));
    try {
      const { mappings } = await library.process({
        activeCtx: EMPTY_CONTEXT,
        localCtx: [...around, context],
        options,
      });
      for (const word of Object.keys(context)) {
        const meaning = mappings.get(word)?.['@id'];
        const words = typeof meaning === 'string' ? wordsFor(meaning) : undefined;
        if (words && !words.has(word)) return true;
      }
    } catch {
      // It does not even stand beside the known ones; expansion will have said so where that matters.
    }
  }
  return false;
}
