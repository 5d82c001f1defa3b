/** The bits of a status list: base64url of gzip of one value after another, the most significant bit first. */
import { fromBase64Url } from '../../bytes/base64.ts';
import { inflate } from '../../bytes/inflate.ts';

/** 16,777,216 one-bit entries, 128 times the least that the standard allows. A bomb stops here. */
const MAX_BYTES = 2 * 1_048_576;
const MAX_ENCODED = 3 * 1_048_576;

export interface StatusBits {
  /** How many entries of this size there are. */
  entries(size: number): number;
  /** The value of an entry; null beyond the end. `size`: bits of an entry, 1 to 8. */
  valueAt(index: number, size: number): number | null;
}

const decoded = new Map<string, Promise<StatusBits | null>>();
/** Each may hold `MAX_BYTES`. */
const MAX_KEPT = 10;
/** All that is kept, as it was written. */
const MAX_KEPT_ENCODED = 4 * 1_048_576;
/** RFC 4648: the multibase `u` has no padding. */
const MULTIBASE = /^u[\w-]+$/;
/** StatusList2021 says "base-64" and means either alphabet. */
const BASE64 = /^[\w+/-]+={0,2}$/;

/**
 * Opens `encodedList`. `multibase`: with the `u` in front that the Bitstring Status List demands (StatusList2021 has none). Null when it is not what it
 * should be. The same list is opened once for all the badges that name it.
 */
export function openBits(encoded: unknown, multibase: boolean): Promise<StatusBits | null> {
  if (typeof encoded !== 'string' || encoded.length > MAX_ENCODED) return Promise.resolve(null);
  const key = `${multibase}${encoded}`;
  const before = decoded.get(key);
  if (before) return before;
  const opened = open(encoded, multibase);
  decoded.set(key, opened);
  makeRoom();
  return opened;
}

/** The longest kept go first; the newest stays. */
function makeRoom(): void {
  let length = 0;
  for (const key of decoded.keys()) length += key.length;
  for (const oldest of decoded.keys()) {
    if (decoded.size <= MAX_KEPT && length <= MAX_KEPT_ENCODED) return;
    decoded.delete(oldest);
    length -= oldest.length;
  }
}

async function open(encoded: string, multibase: boolean): Promise<StatusBits | null> {
  if (!(multibase ? MULTIBASE : BASE64).test(encoded)) return null;
  const packed = fromBase64Url(multibase ? encoded.slice(1) : encoded);
  const bytes = packed && (await inflate(packed, 'gzip', MAX_BYTES));
  return bytes && bytes.length > 0 ? readBits(bytes) : null;
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
