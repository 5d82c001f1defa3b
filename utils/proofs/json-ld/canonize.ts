/** RDF Dataset Canonicalization (RDFC-1.0) by rdf-canonize, with bounds: some datasets of a few hundred statements would take it years. */
import library, { type MessageDigest } from 'rdf-canonize';
import type { Check } from '../../badge/report.ts';
import type { Dataset } from './dataset.ts';
import { hexDigest, type Sha } from './digest.ts';

/**
 * Every step of the algorithm that can multiply takes a digest, so counting them bounds the whole. A badge takes one for each of its nodes without a name,
 * rarely more than 50. (The library's own bound, in powers of the nodes that look alike, refuses honest badges before it stops dishonest ones.)
 */
const MOST_DIGESTS = 10_000;

export type Canonical = { ok: true; text: string } | { ok: false; problem: Check };

/** A lone surrogate becomes the same bytes as U+FFFD: two documents would share one signature. */
export function wellFormed(text: string): Canonical {
  if (text.isWellFormed()) return { ok: true, text };
  return { ok: false, problem: { id: 'format', outcome: 'unknown', code: 'format-bad-text' } };
}

/**
 * The dataset in its one canonical form. `sha` is used inside the algorithm too: for P-384 that is SHA-384
 * (VC Data Integrity ECDSA). `labels` receives the canonical names of the nodes without a name.
 */
export async function canonize(
  dataset: Dataset,
  sha: Sha,
  labels: Map<string, string> = new Map(),
): Promise<Canonical> {
  let left = MOST_DIGESTS;
  const createMessageDigest = (): MessageDigest => {
    if (left-- <= 0) throw new RangeError('too many digests');
    let message = '';
    return {
      update(text) {
        message += text;
      },
      digest: () => hexDigest(sha, message),
    };
  };
  try {
    const canonical = await library.canonize(dataset, {
      algorithm: 'RDFC-1.0',
      createMessageDigest,
      canonicalIdMap: labels,
      maxWorkFactor: Number.POSITIVE_INFINITY,
    });
    return wellFormed(canonical);
  } catch {
    return { ok: false, problem: { id: 'format', outcome: 'unknown', code: 'format-too-many-parts' } };
  }
}
