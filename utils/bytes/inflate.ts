import { joinBytes } from './join.ts';

/** Unpacks, counted while it is unpacked: a bomb stops at `maxBytes`. Null for that, and for what is no whole stream. `deflate` is zlib's. */
export async function inflate(
  packed: Uint8Array<ArrayBuffer>,
  format: 'deflate' | 'gzip',
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(format)).getReader();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(chunks);
      size += value.byteLength;
      if (size > maxBytes) {
        reader.cancel().catch(() => {});
        return null;
      }
      chunks.push(value);
    }
  } catch {
    return null;
  }
}
