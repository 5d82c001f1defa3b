/**
 * As much of CBOR (RFC 8949) as a derived proof is made of: byte strings, lists, maps and whole numbers, all of definite length. Nothing else is read, so that
 * one proof has one reading; a library for all of CBOR would be a tenth of everything needed to verify.
 */
export type Cbor = number | Uint8Array<ArrayBuffer> | Cbor[] | Map<Cbor, Cbor>;

const MOST_ITEMS = 20_000;
const DEEPEST = 4;
/** Some writers mark byte strings as typed arrays of bytes (RFC 8746, 2.1). */
const BYTES_TAG = 64;

/** The one value that the bytes hold; null when they hold anything else. */
export function readCbor(bytes: Uint8Array<ArrayBuffer>): Cbor | null {
  let at = 0;
  let items = 0;

  function number(low: number): number {
    if (low < 24) return low;
    const length = [1, 2, 4][low - 24];
    if (length === undefined || at + length > bytes.length) throw new RangeError('length');
    let value = 0;
    for (let end = at + length; at < end; at++) value = value * 256 + (bytes[at] ?? 0);
    return value;
  }

  function value(depth: number): Cbor {
    const head = bytes[at++];
    if (head === undefined || depth > DEEPEST || ++items > MOST_ITEMS) throw new RangeError('end');
    const size = number(head & 0x1f);
    switch (head >> 5) {
      case 0:
        return size;
      case 2: {
        const start = at;
        at += size;
        if (at > bytes.length) throw new RangeError('end');
        return bytes.slice(start, at);
      }
      case 4:
        return repeat(size, () => value(depth + 1));
      case 5: {
        const pairs = repeat(size, (): [Cbor, Cbor] => [value(depth + 1), value(depth + 1)]);
        const map = new Map(pairs);
        if (map.size !== size) throw new RangeError('a key twice');
        return map;
      }
      case 6: {
        const content = size === BYTES_TAG ? value(depth + 1) : null;
        if (!(content instanceof Uint8Array)) throw new TypeError('tag');
        return content;
      }
      default:
        throw new TypeError('kind');
    }
  }

  /** Each item takes a byte at least: a count beyond the end ends at the end. */
  function repeat<T>(count: number, read: () => T): T[] {
    const read_: T[] = [];
    while (read_.length < count) read_.push(read());
    return read_;
  }

  try {
    const whole = value(0);
    return at === bytes.length ? whole : null;
  } catch {
    return null;
  }
}
