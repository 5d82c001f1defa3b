/** The vectors of ../shared/vectors, which are other people's data: read where they lie, never copied. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '../../../utils/badge/report.ts';

const FOLDER = process.env.VECTORS ?? fileURLToPath(new URL('../../../../shared/vectors', import.meta.url));

export interface Vector {
  id: string;
  kind: string;
  file: string;
  expected: 'valid' | 'invalid' | 'unverifiable';
  also_acceptable?: string[];
  now: string;
  allow_local?: boolean;
  documents?: Record<string, { file?: string; status?: number; redirect?: string; content_type?: string }>;
}

/** The vectors of these kinds; none, and loudly so, where the folder is absent. In CI its absence is a failure. */
export function vectorsOf(...kinds: string[]): Vector[] {
  if (!existsSync(`${FOLDER}/INDEX.json`)) {
    if (process.env.CI === 'true') throw new Error(`no vectors in ${FOLDER}`);
    console.warn(`vectors skipped: no ${FOLDER}`);
    return [];
  }
  const index = JSON.parse(readFileSync(`${FOLDER}/INDEX.json`, 'utf8')) as { vectors: Vector[] };
  return index.vectors.filter((vector) => kinds.includes(vector.kind));
}

export function vectorFile(name: string): Buffer {
  return readFileSync(`${FOLDER}/${name}`);
}

/**
 * A fetch that knows the documents of one vector and answers 404 otherwise. Old vectors name http addresses, and the product asks over https alone:
 * the servers of this small world speak https for what they are listed with under http.
 */
export function fetchOf(vector: Vector): typeof fetch {
  const documents = vector.documents ?? {};
  const find = (address: string) => documents[address] ?? documents[address.replace(/^https:/, 'http:')];
  return async (input) => {
    let address = String(input instanceof Request ? input.url : input);
    let document = find(address);
    for (let hop = 0; document?.redirect !== undefined && hop < 5; hop++) {
      address = document.redirect;
      document = find(address);
    }
    const status = document ? (document.status ?? 200) : 404;
    const type = document?.content_type ?? 'application/json';
    const body = document?.file ? new Uint8Array(vectorFile(document.file)) : null;
    const response = new Response(body, { status, headers: { 'content-type': type } });
    Object.defineProperty(response, 'url', { value: address });
    return response;
  };
}

/** DESIGN section 4: the three answers of the vectors. */
export function answerOf(verdict: Verdict): Vector['expected'] {
  if (verdict === 'verified') return 'valid';
  return ['not-found', 'undecided', 'unsupported'].includes(verdict) ? 'unverifiable' : 'invalid';
}
