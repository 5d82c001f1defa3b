import { createHash } from 'node:crypto';

/** Identifiers that look like the platforms' own and are the same in every run: all derived from a word. */

function hex(seed: string): string {
  return createHash('sha256').update(`touchstone world ${seed}`).digest('hex');
}

/** A version 4 UUID. */
export function uuid(seed: string): string {
  const h = hex(seed);
  return `${h.slice(0, 8)}-${h.slice(8, 12)}-4${h.slice(13, 16)}-a${h.slice(17, 20)}-${h.slice(20, 32)}`;
}

/** 22 characters of base64url, as Badgr names assertions. */
export function badgrId(seed: string): string {
  return Buffer.from(hex(seed).slice(0, 32), 'hex').toString('base64url');
}

export function hexId(seed: string, length: number): string {
  return hex(seed).slice(0, length);
}

/** Upper-case letters and digits, as Coursera names certificates. */
export function codeId(seed: string, length: number): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
  return [...Buffer.from(hex(seed), 'hex')]
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}

export function sha256(text: string): string {
  return `sha256$${createHash('sha256').update(text).digest('hex')}`;
}
