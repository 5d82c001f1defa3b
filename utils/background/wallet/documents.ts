import type { Answer } from '../../net/types.ts';
import type { KeptBytes } from '../../wallet/types.ts';

/** All documents of one badge together, in bytes. */
const MAX_BYTES = 2 * 1_048_576;
const DOCUMENT = /\b(?:json|jwt|jose)\b|^text\/plain/i;

/**
 * Takes down what one check read: JSON and tokens, byte by byte, each address once. Pages are left out: they hold far more about people than the one name
 * that is read from them.
 */
export function takeDown(): { hear(answer: Answer): void; taken(): KeptBytes[] } {
  const documents = new Map<string, KeptBytes>();
  let size = 0;
  return {
    hear({ status, url, contentType, bytes }) {
      if (status !== 200 || documents.has(url) || !DOCUMENT.test(contentType)) return;
      if (size + bytes.byteLength > MAX_BYTES) return;
      size += bytes.byteLength;
      documents.set(url, { mime: contentType.slice(0, 100), bytes: bytes.slice(), address: url });
    },
    taken: () => [...documents.values()],
  };
}
