import { createReader } from '../net/reader.ts';
import { hexDigest } from '../proofs/json-ld/digest.ts';
import { contextIn, MAX_CONTEXT_BYTES } from './pin.ts';

/** Reads a JSON-LD context from its address, for the reader to decide about. Nulls where there is none or it could not be read. */
export async function readContext(
  address: string,
  fetch: typeof globalThis.fetch,
): Promise<{ text: string | null; sha256: string | null }> {
  const answer = await createReader(fetch).read(address, {
    accept: 'application/ld+json, application/json',
    maxBytes: MAX_CONTEXT_BYTES,
  });
  const nothing = { text: null, sha256: null };
  if (!answer.ok || answer.status !== 200) return nothing;
  const text = new TextDecoder('utf-8').decode(answer.bytes);
  return contextIn(text) ? { text, sha256: await hexDigest('SHA-256', text) } : nothing;
}
