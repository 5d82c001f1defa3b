import { toBinary } from '../../bytes/binary.ts';
import { joinBytes } from '../../bytes/join.ts';

const IMAGE = 0x2c;
const EXTENSION = 0x21;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const APPLICATION = 0xff;
/** Programs whose block says how often an animation is shown. */
const LOOPS = /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/;

/** Comments, drawn texts and the blocks of programs stay behind, but for the number of an animation's rounds. Null: damaged (GIF89a). */
export function bareGif(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  let at = 13 + tableSize(bytes[10] ?? 0);
  const kept: Uint8Array[] = [bytes.subarray(0, at)];
  while (at < bytes.length && bytes[at] !== TRAILER) {
    const isImage = bytes[at] === IMAGE;
    if (!isImage && bytes[at] !== EXTENSION) return null;
    // Place, size and colours and how many bits a code has at first; or the extension's label.
    const body = at + (isImage ? 11 + tableSize(bytes[at + 9] ?? 0) : 2);
    const end = endOfBlocks(bytes, body);
    if (end === null) return null;
    kept.push(isImage ? bytes.subarray(at, end) : bareExtension(bytes.subarray(at, end)));
    at = end;
  }
  if (at > bytes.length) return null;
  return joinBytes([...kept, Uint8Array.of(TRAILER)]);
}

/** Bytes of a table of colours, by the flags that say whether there is one. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0;
}

/** Blocks of up to 255 bytes, each with its length before it, end with an empty one. */
function endOfBlocks(bytes: Uint8Array, start: number): number | null {
  for (let at = start; at < bytes.length; ) {
    const size = bytes[at] ?? 0;
    at += size + 1;
    if (size === 0) return at;
  }
  return null;
}

function bareExtension(extension: Uint8Array): Uint8Array {
  const [, label, size] = extension;
  if (label === GRAPHIC_CONTROL && size === 4) return closed(extension.subarray(0, 7));
  const rounds = extension.subarray(14, 18);
  const isLoop = label === APPLICATION && size === 11 && LOOPS.test(toBinary(extension.subarray(3, 14)));
  return isLoop && rounds[0] === 3 && rounds[1] === 1 ? closed(extension.subarray(0, 18)) : new Uint8Array();
}

function closed(extension: Uint8Array): Uint8Array {
  return joinBytes([extension, Uint8Array.of(0)]);
}
