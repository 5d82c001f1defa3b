/**
 * A backup of the wallet: one JSON document. `imports/backup-mark.ts` knows it by its `format`. What lies in the bin, news and imports under way are not
 * part of it, nor is the list of the user's own e-mail addresses. A credential that names the one it was issued to is kept, and so written, as it is.
 */
import type { PreferenceRow } from '../database.ts';
import type { BadgeRow, CollectionRow, HistoryRow, ImportTrouble, KeptBytes, KeptRow, WatchRow } from '../types.ts';

export const FORMAT = 'touchstone-backup';
export const VERSION = 1;

/** Bytes of the whole file. What is larger is neither written nor read: a text of twice that size is the most a browser can hold. */
export const MAX_BACKUP = 256 * 1_048_576;

/** What stands before the content, in the order in which it is written. */
export interface BackupHeader {
  format: typeof FORMAT;
  version: typeof VERSION;
  /** ISO instant. */
  createdAt: string;
}

export interface PlainBackup extends BackupHeader {
  /** SHA-256, hexadecimal, of the UTF-8 of `content` as `JSON.stringify` writes it: without white space, members in their order. */
  checksum: string;
  content: Content;
}

export interface LockedBackup extends BackupHeader {
  /** SHA-256, hexadecimal, of the terms of the lock and the ciphertext (`lockedChecksum`). */
  checksum: string;
  encrypted: Encrypted;
}

/** PBKDF2 with HMAC-SHA-256 (RFC 8018, 5.2) gives the key, AES-256-GCM (NIST SP 800-38D) locks a `PlainBackup`. All bytes are base64. */
export interface Encrypted extends LockFacts {
  data: string;
}

export interface LockFacts {
  key: 'PBKDF2-HMAC-SHA-256';
  iterations: number;
  /** 16 bytes. */
  salt: string;
  cipher: 'AES-256-GCM';
  /** 12 bytes. */
  iv: string;
}

export type ContentBytes = Omit<KeptBytes, 'bytes'> & { bytes: string };

export type ContentKept = Omit<KeptRow, 'original' | 'former' | 'documents' | 'picture'> & {
  original?: ContentBytes;
  former?: ContentBytes[];
  documents: ContentBytes[];
  picture?: ContentBytes;
};

/** All rows, as JSON has them: bytes are base64. */
export interface Content {
  badges: BadgeRow[];
  kept: ContentKept[];
  history: Omit<HistoryRow, 'n'>[];
  collections: CollectionRow[];
  watches: WatchRow[];
  preferences: PreferenceRow[];
}

/** The same in memory. */
export interface BackupRows extends Omit<Content, 'kept'> {
  kept: KeptRow[];
}

/** Preferences that are the wallet's own book-keeping, and mean nothing elsewhere. */
export const OWN_PREFERENCES: readonly string[] = ['warnedUntil', 'judgedFor'];

export type BackupRead =
  /** `unread`: rows that were left out, since they are not as a wallet's rows are. */
  | { ok: true; rows: BackupRows; createdAt: string; unread: number }
  | { ok: false; why: 'locked'; passphrase: 'missing' | 'wrong' }
  | { ok: false; why: Exclude<ImportTrouble, 'locked' | 'ill-formed' | 'unreadable'> };
