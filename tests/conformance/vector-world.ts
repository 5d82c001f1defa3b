/** The vectors of ../shared/vectors, which are other people's data: read where they lie, never copied. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Case, type Contexts, fetchIn, type Vector } from './vector.ts';

export { allowedOrigins, answerOf, type Vector } from './vector.ts';

const FOLDER = process.env.VECTORS ?? fileURLToPath(new URL('../../../shared/vectors', import.meta.url));

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

/** The JSON-LD contexts of the folder. */
export function contextsOf(): Contexts {
  const path = `${FOLDER}/contexts/MAP.json`;
  if (!existsSync(path)) return {};
  const map = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { file: string }>;
  return Object.fromEntries(
    Object.entries(map).map(([address, { file }]) => [address, JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8'))]),
  );
}

export function vectorFile(name: string): Buffer {
  return readFileSync(`${FOLDER}/${name}`);
}

/** The vector with its files, as it can be sent anywhere. */
export function caseOf(vector: Vector): Case {
  const documents = Object.values(vector.documents ?? {}).flatMap(({ file }) => file ?? []);
  const names = new Set([vector.file, ...documents]);
  return { vector, files: Object.fromEntries([...names].map((name) => [name, vectorFile(name).toString('base64')])) };
}

/** The documents of one vector, as the network would answer. */
export function fetchOf(vector: Vector): typeof fetch {
  return fetchIn(vector, (name) => new Uint8Array(vectorFile(name)));
}
