/** The bits of a status list: base64url of gzip of one value after another, the most significant bit first. */

/** 16,777,216 one-bit entries, 128 times the least that the standard allows. A bomb stops here. */
const MAX_BYTES = 2 * 1_048_576;
const MAX_ENCODED = 3 * 1_048_576;

export interface StatusBits {
  /** How many entries of this size there are. */
  entries(size: number): number;
  /** The value of an entry; null beyond the end. `size`: bits of an entry, 1 to 8. */
  valueAt(index: number, size: number): number | null;
}

interface Kept {
  bits: Promise<StatusBits | null>;
  /** As written and, once it is, as opened. */
  size: number;
}

/** The least recently used first. */
const kept = new Map<string, Kept>();
const MAX_KEPT = 50;
const MAX_KEPT_SIZE = 8 * 1_048_576;

/**
 * Opens `encodedList`. `multibase`: with the `u` in front that the Bitstring Status List demands. StatusList2021 knew none and left the alphabet open;
 * a `u` there is a multibase prefix all the same, as gzip in base64 begins with an H. Null when it is not what it should be. The same list is opened
 * once for all the badges that name it.
 */
export function openBits(encoded: unknown, multibase: boolean): Promise<StatusBits | null> {
  const text = textOf(encoded, multibase);
  if (text === null) return Promise.resolve(null);
  const before = kept.get(text);
  if (before) {
    kept.delete(text);
    kept.set(text, before);
    return before.bits;
  }
  const entry: Kept = { bits: open(text), size: text.length };
  kept.set(text, entry);
  return entry.bits.then((bits) => {
    entry.size += bits?.entries(8) ?? 0;
    makeRoom();
    return bits;
  });
}

function makeRoom(): void {
  let size = 0;
  for (const entry of kept.values()) size += entry.size;
  for (const [text, entry] of kept) {
    if (kept.size <= MAX_KEPT && size <= MAX_KEPT_SIZE) return;
    kept.delete(text);
    size -= entry.size;
  }
}

function textOf(encoded: unknown, multibase: boolean): string | null {
  if (typeof encoded !== 'string' || encoded.length > MAX_ENCODED) return null;
  if (encoded.startsWith('u')) return /^u[\w-]+$/.test(encoded) ? encoded.slice(1) : null;
  return !multibase && /^[\w+/-]+={0,2}$/.test(encoded) ? encoded.replace(/=+$/, '') : null;
}

async function open(text: string): Promise<StatusBits | null> {
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = await inflate(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
    return bytes && bytes.length > 0 ? readBits(bytes) : null;
  } catch {
    return null;
  }
}

/**
 * Unpacks, counting while it reads. Null where more comes out than any list has, or not what the end of the stream says (RFC 1952, ISIZE). Rejects for
 * what is no whole gzip stream, or one with something behind it.
 */
async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | null> {
  const declared = packed.length < 18 ? null : new DataView(packed.buffer).getUint32(packed.length - 4, true);
  // An honest bomb need not be unpacked.
  if (declared === null || declared > MAX_BYTES) return null;
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const whole = new Uint8Array(declared);
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return size === declared ? whole : null;
    if (size + value.byteLength > declared) {
      reader.cancel().catch(() => {});
      return null;
    }
    whole.set(value, size);
    size += value.byteLength;
  }
}

function readBits(bytes: Uint8Array): StatusBits {
  const entries = (size: number) => Math.floor((bytes.length * 8) / size);
  return {
    entries,
    valueAt(index, size) {
      if (!Number.isSafeInteger(index) || index < 0 || index >= entries(size)) return null;
      let value = 0;
      for (let bit = index * size; bit < (index + 1) * size; bit++) {
        const set = ((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        value = value * 2 + set;
      }
      return value;
    },
  };
}
