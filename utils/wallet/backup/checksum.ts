import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256, hexadecimal. */
export async function checksumOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
