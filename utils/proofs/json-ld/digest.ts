/** SHA-2 by WebCrypto. */
export type Sha = 'SHA-256' | 'SHA-384';

const encoder = new TextEncoder();

export async function digest(sha: Sha, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest(sha, encoder.encode(text)));
}

export function toHex(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0');
  return hex;
}
