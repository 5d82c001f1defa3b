/**
 * Contexts as jsonld wants them, processed once and kept for all badges. jsonld's own cache cannot serve: it copies every term with all its parts for each
 * node of a document, which is three quarters of the time that verifying takes, and it would fetch what it does not have.
 */
import library, { type ActiveContext, type ResolvedContext } from 'jsonld/lib/context.js';
import { isObject, list } from '../../json/members.ts';
import { contextAt, type PinnedContexts } from './contexts.ts';

/** Ways to one context that are kept: after which others it stood. Badges use a handful; somebody who tries out all orders empties the cache. */
const MOST_WAYS = 64;

class KeptContext implements ResolvedContext {
  readonly document: unknown;
  #processed = new WeakMap<object, unknown>();
  #ways = 0;

  constructor(document: unknown) {
    this.document = document;
  }

  getProcessed(active: ActiveContext): unknown {
    return this.#processed.get(standInFor(active));
  }

  setProcessed(active: ActiveContext, processed: unknown): void {
    if (this.#ways >= MOST_WAYS) {
      this.#processed = new WeakMap();
      this.#ways = 0;
    }
    this.#ways++;
    this.#processed.set(standInFor(active), processed);
  }
}

const copies = new WeakMap<ActiveContext, object>();

/**
 * For a node with types jsonld processes their contexts upon a fresh copy of the context around, which it keeps to fall back on. Such a copy is good for
 * one node only; what stands in for all copies of one context is good for all nodes.
 */
function standInFor(active: ActiveContext): object {
  const around = active.previousContext;
  if (!around || !haveSameWords(active, around)) return active;
  const before = copies.get(around);
  if (before) return before;
  const made = {};
  copies.set(around, made);
  return made;
}

/** The very same definitions: copies share them, and a word that was defined anew has a new one. */
function haveSameWords(one: ActiveContext, other: ActiveContext): boolean {
  if (one.mappings.size !== other.mappings.size) return false;
  if (one['@base'] !== other['@base'] || one['@language'] !== other['@language'] || one['@vocab'] !== other['@vocab']) {
    return false;
  }
  for (const [word, definition] of one.mappings) if (other.mappings.get(word) !== definition) return false;
  return true;
}

/** By the object itself: the parts of bundled contexts live as long as the worker, those of a badge as long as the badge. */
const kept = new WeakMap<object, KeptContext>();

function keep(context: object): KeptContext {
  const before = kept.get(context);
  if (before) return before;
  const made = new KeptContext(context);
  kept.set(context, made);
  return made;
}

/** Gives contexts to jsonld's expansion: bundled and pinned ones by address, others as they stand. It cannot fetch. */
export class ContextSource {
  /** The first address that was asked for and is not known. jsonld wraps errors until nobody can tell what the matter was. */
  missing: string | undefined;
  readonly #pinned: PinnedContexts;

  constructor(pinned: PinnedContexts) {
    this.#pinned = pinned;
  }

  async resolve({ context }: { context: unknown }): Promise<ResolvedContext[]> {
    return contextsIn(context).flatMap((item) => {
      if (typeof item === 'string') return this.#at(item);
      if (item === null) return new KeptContext(null);
      return this.#keep(item);
    });
  }

  #at(address: string): ResolvedContext[] {
    const document = contextAt(address, this.#pinned);
    if (document === undefined) {
      this.missing ??= address;
      throw new RangeError('unknown context');
    }
    // No context that anybody uses is made of other contexts' addresses. One that is would have to be followed with care for circles.
    return contextsIn(document).map((item) => this.#keep(item));
  }

  #keep(context: unknown): KeptContext {
    if (!isObject(context)) throw new TypeError('not a context');
    const imported = context['@import'];
    if (imported === undefined) return keep(context);
    // jsonld would write what it imports into the context that it was given.
    this.missing ??= String(imported);
    throw new RangeError('@import');
  }
}

function contextsIn(context: unknown): readonly unknown[] {
  const inner = isObject(context) && Object.hasOwn(context, '@context') ? context['@context'] : context;
  return inner === null ? [null] : list(inner);
}

/**
 * What jsonld's own copy does, without copying the single terms: it replaces a term's definition, or removes it, and never alters one. The same for the
 * context that an inner node falls back on.
 */
function shallowCopy(this: ActiveContext): ActiveContext {
  const copy: ActiveContext = {
    mappings: new Map(this.mappings),
    clone: this.clone,
    inverse: null,
    getInverse: this.getInverse,
    protected: { ...this.protected },
    revertToPreviousContext: this.revertToPreviousContext,
  };
  if (this.previousContext) copy.previousContext = this.previousContext;
  if ('@base' in this) copy['@base'] = this['@base'];
  if ('@language' in this) copy['@language'] = this['@language'];
  if ('@vocab' in this) copy['@vocab'] = this['@vocab'];
  return copy;
}

function fallBack(this: ActiveContext): ActiveContext {
  return this.previousContext ?? this;
}

/** No words defined: where every document begins. */
export const EMPTY_CONTEXT: ActiveContext = {
  ...library.getInitialContext({}),
  clone: shallowCopy,
  revertToPreviousContext: fallBack,
};
