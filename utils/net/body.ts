import { joinBytes } from '../bytes/join.ts';
import type { Deadline } from './deadline.ts';

export type BodyResult = { ok: true; bytes: Uint8Array } | { ok: false; reason: 'too-large' | 'timeout' | 'network' };

/**
 * Reads a body to its end, but never more than `maxBytes`, counted as they come out of decompression, so that a gzip bomb stops at the cap.
 * Beyond the cap the rest is cancelled. Never throws.
 */
export async function readBody(response: Response, maxBytes: number, deadline: Deadline): Promise<BodyResult> {
  const declared = Number(response.headers.get('content-length') ?? Number.NaN);
  if (declared > maxBytes && response.headers.get('content-encoding') === null) {
    drop(response);
    return { ok: false, reason: 'too-large' };
  }
  const late = deadline.expired.then(() => null);
  try {
    if (!response.body) {
      const whole = await Promise.race([response.arrayBuffer(), late]);
      if (whole === null) return { ok: false, reason: 'timeout' };
      if (whole.byteLength > maxBytes) return { ok: false, reason: 'too-large' };
      return { ok: true, bytes: new Uint8Array(whole) };
    }
    const reader = response.body.getReader();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for (;;) {
      const step = await Promise.race([reader.read(), late]);
      if (step === null) {
        reader.cancel().catch(() => {});
        return { ok: false, reason: 'timeout' };
      }
      if (step.done) return { ok: true, bytes: joinBytes(chunks) };
      size += step.value.byteLength;
      if (size > maxBytes) {
        reader.cancel().catch(() => {});
        return { ok: false, reason: 'too-large' };
      }
      chunks.push(step.value);
    }
  } catch {
    return { ok: false, reason: deadline.isOver() ? 'timeout' : 'network' };
  }
}

/** Lets go of a body that nobody will read, so that its connection is freed. */
export function drop(response: Response): void {
  response.body?.cancel().catch(() => {});
}
