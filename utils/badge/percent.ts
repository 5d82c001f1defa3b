const ESCAPES = /(?:%[\da-f]{2})+/gi;
/** On the way through redirects an address is encoded once more with each. */
const MAX_ROUNDS = 5;

/** How an address, or a part of it, reads: as it stands, and decoded once, twice and so on to the end. Null where that comes to none. */
export function readings(text: string): string[] | null {
  const found = [text];
  for (let last = text; found.length <= MAX_ROUNDS; found.push(last)) {
    const next = last.replace(ESCAPES, decoded);
    if (next === last) return found;
    last = next;
  }
  return null;
}

/** Bytes that are no UTF-8 become a sign of their own, and spoil no neighbour. */
function decoded(escapes: string): string {
  const bytes = Uint8Array.from(escapes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16));
  return new TextDecoder().decode(bytes);
}
