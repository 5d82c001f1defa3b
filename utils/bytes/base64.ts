import { fromBinary, toBinary } from './binary.ts';

/** Base64 of bytes (RFC 4648, 4), with padding. */
export function toBase64(bytes: Uint8Array): string {
  return btoa(toBinary(bytes));
}

/** Bytes out of base64; null for what is none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return fromBinary(atob(text));
  } catch {
    return null;
  }
}

/** The same in the alphabet of addresses (RFC 4648, 5); the common one is read as well. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  return fromBase64(text.replace(/-/g, '+').replace(/_/g, '/'));
}
