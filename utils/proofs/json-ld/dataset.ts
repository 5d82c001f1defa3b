import type { ExpansionOptions } from 'jsonld/lib/context.js';
import events from 'jsonld/lib/events.js';
import expansion from 'jsonld/lib/expand.js';
import serialization from 'jsonld/lib/toRdf.js';
import type { Quad } from 'rdf-canonize';
import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { ContextSource, EMPTY_CONTEXT } from './active-contexts.ts';
import type { PinnedContexts } from './contexts.ts';

export type Dataset = readonly Quad[];
export type DatasetResult = { ok: true; dataset: Dataset } | { ok: false; problem: Check };

/** Options of JSON-LD processing for signing: no base address, nothing left out silently (safe mode), text direction kept in the datatype. */
export function expansionOptions(source: ContextSource): ExpansionOptions {
  return {
    base: null,
    keepFreeFloatingNodes: false,
    rdfDirection: 'i18n-datatype',
    produceGeneralizedRdf: false,
    eventHandler: [events.safeEventHandler],
    contextResolver: source,
  };
}

/**
 * The statements that a document makes, as jsonld reads it. In safe mode a word without definition, a relative type or address, or anything else that would be
 * dropped is an error: no signature covers it.
 */
export async function toDataset(document: JsonObject, pinned: PinnedContexts): Promise<DatasetResult> {
  const source = new ContextSource(pinned);
  const options = expansionOptions(source);
  try {
    const expanded = await expansion.expand({ activeCtx: EMPTY_CONTEXT, element: document, options });
    return { ok: true, dataset: serialization.toRDF(statements(expanded), options) };
  } catch (error) {
    if (source.missing !== undefined) {
      return {
        ok: false,
        problem: { id: 'format', outcome: 'unknown', code: 'format-unknown-context', ...detailOf(source.missing) },
      };
    }
    return { ok: false, problem: problemIn(error) };
  }
}

/** A map that is nothing but `@graph` means what is in it (JSON-LD 1.1 API, 5.5 Expansion, last steps). */
function statements(expanded: unknown): readonly unknown[] {
  const graph = isObject(expanded) && Object.keys(expanded).length === 1 ? member(expanded, '@graph') : undefined;
  return list(graph ?? expanded);
}

/** What safe mode found, or what jsonld calls an error of syntax, is a fault of the document. Anything else may be ours. */
function problemIn(error: unknown): Check {
  const details = isObject(error) ? member(error, 'details') : undefined;
  if (!isObject(details)) return { id: 'format', outcome: 'unknown', code: 'format-bad-value', detail: '@context' };
  const event = member(details, 'event');
  if (!isObject(event))
    return { id: 'format', outcome: 'fail', code: 'format-bad-value', ...detailOf(member(details, 'code')) };
  const about = member(event, 'details');
  const word = isObject(about) ? (text(member(about, 'property')) ?? text(member(about, 'type'))) : undefined;
  if (word !== undefined) return { id: 'format', outcome: 'fail', code: 'format-unknown-terms', ...detailOf(word) };
  return { id: 'format', outcome: 'fail', code: 'format-bad-value', ...detailOf(member(event, 'code')) };
}
