/** The vectors of ../shared/vectors, which are other people's data: read where they lie, never copied. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Verdict } from '../../utils/badge/report.ts';

const FOLDER = process.env.VECTORS ?? fileURLToPath(new URL('../../../shared/vectors', import.meta.url));

export type Answer = 'valid' | 'invalid' | 'unverifiable';

/** One entry of the index; its README in the folder explains the members. */
export interface Vector {
  id: string;
  kind: string;
  layer: string;
  file: string;
  expected: Answer;
  also_acceptable?: Answer[];
  fails?: string[];
  now: string;
  allow_local?: boolean;
  documents?: Record<string, { file?: string; status?: number; redirect?: string; content_type?: string }>;
  extract?: { sha256_utf8?: string; keyword?: string; chunk?: string };
  bits?: Record<string, number>;
  entries_count?: number;
  did?: { verificationMethod?: string; publicKeyJwk?: JsonWebKey; assertionMethod?: boolean; document_url?: string };
}

/** All vectors; none, and loudly so, where the folder is absent. In CI its absence is a failure. */
export function allVectors(): Vector[] {
  if (!existsSync(`${FOLDER}/INDEX.json`)) {
    if (process.env.CI === 'true') throw new Error(`no vectors in ${FOLDER}`);
    console.warn(`vectors skipped: no ${FOLDER}`);
    return [];
  }
  return (JSON.parse(readFileSync(`${FOLDER}/INDEX.json`, 'utf8')) as { vectors: Vector[] }).vectors;
}

/** The vectors of these kinds. */
export function vectorsOf(...kinds: string[]): Vector[] {
  return allVectors().filter((vector) => kinds.includes(vector.kind));
}

/** The JSON-LD contexts of the folder, by address. */
export function contextsOf(): Record<string, object> {
  const path = `${FOLDER}/contexts/MAP.json`;
  if (!existsSync(path)) return {};
  const map = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { file: string }>;
  return Object.fromEntries(
    Object.entries(map).map(([address, { file }]) => [address, JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))]),
  );
}

/** Origins that the vector wants let through the guard. */
export function allowedOrigins(vector: Vector): string[] {
  if (!vector.allow_local) return [];
  return [...new Set(Object.keys(vector.documents ?? {}).map((address) => new URL(address).origin))];
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
export function answerOf(verdict: Verdict): Answer {
  if (verdict === 'verified') return 'valid';
  return ['not-found', 'undecided', 'unsupported'].includes(verdict) ? 'unverifiable' : 'invalid';
}
