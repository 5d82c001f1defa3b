/** A document read as JSON-LD, or why it cannot be; and what makes one doubtful although its signature fits. */
import type { Check } from '../../badge/report.ts';
import { type JsonObject, list, member } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { BASE_CONTEXTS, contextAt, type PinnedContexts } from './contexts.ts';
import { type Dataset, toDataset } from './dataset.ts';
import { hiddenWord } from './hidden.ts';
import { renamesKnownWords } from './inline-context.ts';
import { type Looked, lookThrough } from './look-through.ts';

export interface LinkedDocument {
  document: JsonObject;
  looked: Looked;
  dataset: Dataset;
}

export type LinkedResult = { ok: true; linked: LinkedDocument } | { ok: false; problem: Check };

export async function readLinked(document: JsonObject, pinned: PinnedContexts): Promise<LinkedResult> {
  const looked = lookThrough(document);
  const problem = contextProblem(document, looked, pinned);
  if (problem) return { ok: false, problem };
  const result = await toDataset(document, pinned);
  return result.ok ? { ok: true, linked: { document, looked, dataset: result.dataset } } : result;
}

/**
 * The base context stands first, so that nothing before it can give its words another meaning, and every address is known. Contexts say what the words of a badge
 * mean; this holds for signatures over plain JSON too.
 */
export function contextProblem(document: JsonObject, looked: Looked, pinned: PinnedContexts): Check | undefined {
  const format = { id: 'format' } as const;
  if (looked.tooLarge) return { ...format, outcome: 'unknown', code: 'format-too-many-parts' };
  const [first] = list(member(document, '@context'));
  if (first === undefined) return { ...format, outcome: 'fail', code: 'format-missing-member', detail: '@context' };
  const unknown = looked.contexts.find((address) => contextAt(address, pinned) === undefined);
  if (typeof first !== 'string' || !BASE_CONTEXTS.includes(first)) {
    return { ...format, outcome: 'fail', code: 'format-bad-value', detail: '@context' };
  }
  return unknown === undefined
    ? undefined
    : { ...format, outcome: 'unknown', code: 'format-unknown-context', ...detailOf(unknown) };
}

/** Why a document does not count as read although its signature over RDF fits: it may not say what it seems to say. */
export async function doubtsAbout(
  { document, looked, dataset }: LinkedDocument,
  pinned: PinnedContexts,
): Promise<Check[]> {
  const doubts: Check[] = [];
  const twofold = looked.odd ?? hiddenWord(document, dataset);
  if (twofold !== undefined) {
    doubts.push({ id: 'format', outcome: 'unknown', code: 'format-two-readings', ...detailOf(twofold) });
  }
  if (looked.inline.length > 0) {
    const renames = await renamesKnownWords(looked.inline, document, pinned);
    doubts.push({ id: 'format', outcome: renames ? 'fail' : 'unknown', code: 'format-inline-context' });
  }
  return doubts;
}
