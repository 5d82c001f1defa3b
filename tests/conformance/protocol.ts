import type { Answered } from './layers.ts';
import type { Case, Contexts } from './vector.ts';

/** What a page of the test extension sends to its background, as JSON text: complete in itself, since the background may die between two. */
export interface Batch {
  cases: readonly Case[];
  contexts: Contexts;
}

/** What comes back, as JSON text too: the two browsers copy objects each in its own way. */
export interface Reply {
  /** The kind of the global object that ran the engine, and the path of its script or page. */
  where: string;
  /** In the order of the cases. */
  answers: Answered[];
}
