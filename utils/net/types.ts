/**
 * Reading one document from the network: https only, no cookies, no referrer, guarded, capped in size and time.
 * A failure is a value with a reason, so that nobody can mistake it for a bad badge.
 */
export interface ReadOptions {
  accept: string;
  /** Bytes after decompression. Default 1 MiB. */
  maxBytes?: number;
  /** Milliseconds until the body must be complete. Default 10,000. */
  timeout?: number;
  /** Hosts the answer may come from after redirects. Default: any host the guard allows. */
  finalHosts?: readonly string[];
  /**
   * Milliseconds for which a successful answer may serve other badges too (an issuer's keys, a status list). Absent: it is read anew for each badge.
   */
  keep?: number;
}

export type ReadFailure =
  | { ok: false; reason: 'refused-address'; host: string }
  | { ok: false; reason: 'network'; host: string }
  | { ok: false; reason: 'timeout'; host: string }
  | { ok: false; reason: 'not-permitted'; host: string }
  | { ok: false; reason: 'rate-limited'; host: string; retryAt?: string }
  | { ok: false; reason: 'too-large'; host: string }
  | { ok: false; reason: 'too-many-redirects'; host: string }
  | { ok: false; reason: 'redirected-away'; host: string }
  | { ok: false; reason: 'too-many-requests'; host: string };

export interface Answer {
  ok: true;
  /** Any HTTP status but 429; it is for the caller to judge 404, 410, 5xx. */
  status: number;
  /** Address after redirects. */
  url: string;
  contentType: string;
  bytes: Uint8Array;
}

export type ReadResult = Answer | ReadFailure;

export interface Reader {
  read(address: string, options: ReadOptions): Promise<ReadResult>;
  /** Hosts asked so far, in order, without repeats. */
  readonly asked: readonly string[];
}

/** What a check of documents may use. */
export interface DocumentTools {
  reader: Reader;
  now: Date;
  /** JSON-LD contexts pinned beyond the bundled ones, by exact address. */
  contexts?: Readonly<Record<string, object>>;
}
