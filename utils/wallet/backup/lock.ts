/** The passphrase of a backup. */
import { fromBase64, toBase64 } from '../../bytes/base64.ts';
import { joinBytes } from '../../bytes/join.ts';
import { checksumOf } from './checksum.ts';
import type { BackupHeader, LockFacts } from './format.ts';

/** OWASP's advice for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). */
const ITERATIONS = 600_000;
/** A file may ask for so many: fewer would be a forger's, more would keep the browser busy for minutes. */
const FEWEST = 100_000;
const MOST = 10_000_000;
const SALT = 16;
const IV = 12;

/** Locks bytes with a passphrase; header and terms of the lock cannot be altered without its being noticed. */
export async function lock(
  plain: Uint8Array<ArrayBuffer>,
  passphrase: string,
  header: BackupHeader,
): Promise<{ facts: LockFacts; data: Uint8Array<ArrayBuffer> }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const facts: LockFacts = {
    key: 'PBKDF2-HMAC-SHA-256',
    iterations: ITERATIONS,
    salt: toBase64(salt),
    cipher: 'AES-256-GCM',
    iv: toBase64(iv),
  };
  const key = await keyOf(passphrase, salt, ITERATIONS);
  const additionalData = boundText(header, facts);
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain);
  return { facts, data: new Uint8Array(data) };
}

/** What was locked; null where passphrase or file are not what they were. `data`: the ciphertext. */
export async function unlock(
  data: Uint8Array<ArrayBuffer>,
  facts: LockFacts,
  passphrase: string,
  header: BackupHeader,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const salt = fromBase64(facts.salt);
  const iv = fromBase64(facts.iv);
  if (!salt || !iv) return null;
  const key = await keyOf(passphrase, salt, facts.iterations);
  try {
    const additionalData = boundText(header, facts);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data));
  } catch {
    return null;
  }
}

/** The terms of a lock as a file gives them, or null where this version would not have written them. */
export function lockFacts(given: { [K in keyof LockFacts]?: unknown }): LockFacts | null {
  const { key, iterations, salt, cipher, iv } = given;
  if (key !== 'PBKDF2-HMAC-SHA-256' || cipher !== 'AES-256-GCM') return null;
  if (typeof iterations !== 'number' || !Number.isSafeInteger(iterations)) return null;
  if (iterations < FEWEST || iterations > MOST) return null;
  if (typeof salt !== 'string' || fromBase64(salt)?.length !== SALT) return null;
  if (typeof iv !== 'string' || fromBase64(iv)?.length !== IV) return null;
  return { key, iterations, salt, cipher, iv };
}

/** Over everything that a locked backup is, so that damage is told from a wrong passphrase; of what is inside it tells nothing. */
export function lockedChecksum(header: BackupHeader, facts: LockFacts, data: Uint8Array): Promise<string> {
  return checksumOf(joinBytes([boundText(header, facts), data]));
}

/** The same words are the same passphrase, however a keyboard composes its letters. */
async function keyOf(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const words = new TextEncoder().encode(passphrase.normalize('NFC'));
  const base = await crypto.subtle.importKey('raw', words, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

function boundText({ format, version, createdAt }: BackupHeader, facts: LockFacts): Uint8Array<ArrayBuffer> {
  const { key, iterations, salt, cipher, iv } = facts;
  return new TextEncoder().encode(JSON.stringify([format, version, createdAt, key, iterations, salt, cipher, iv]));
}
