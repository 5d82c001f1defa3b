/**
 * SHA-256 by @noble/hashes: canonicalization hashes each nameless node of a badge by itself, some hundred bytes a time, and WebCrypto hands each to another
 * thread, which takes thirty times as long as the hashing. SHA-384, which only the rare P-384 needs, is WebCrypto's.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

export type Sha = 'SHA-256' | 'SHA-384';

const encoder = new TextEncoder();

export async function digest(sha: Sha, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = encoder.encode(text);
  return new Uint8Array(sha === 'SHA-256' ? sha256(bytes) : await crypto.subtle.digest(sha, bytes));
}

export async function hexDigest(sha: Sha, text: string): Promise<string> {
  return bytesToHex(await digest(sha, text));
}
