/** Thrown by a polite fetch: the browser has no permission for that host, so nothing was sent. */
export class NotPermittedError extends Error {
  readonly host: string;
  constructor(host: string) {
    super(`no permission for ${host}`);
    this.name = 'NotPermittedError';
    this.host = host;
  }
}

/** `asked`: the host asked for a rest (429, 503). `failing`: it failed several times in a row. */
export type RestReason = 'asked' | 'failing';

/** Thrown by a polite fetch: the host is at rest, so nothing was sent. */
export class HostAtRestError extends Error {
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly why: RestReason;
  constructor(host: string, until: number, why: RestReason) {
    super(`${host} is at rest`);
    this.name = 'HostAtRestError';
    this.host = host;
    this.until = until;
    this.why = why;
  }
}
