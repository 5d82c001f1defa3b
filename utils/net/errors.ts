/** Thrown by a polite fetch: the browser has no permission for that host, so nothing was sent. */
export class NotPermittedError extends Error {
  readonly host: string;
  constructor(host: string) {
    super(`no permission for ${host}`);
    this.name = 'NotPermittedError';
    this.host = host;
  }
}

/** Thrown by a polite fetch: the host asked for a rest (429, 503, repeated failures), so nothing was sent. */
export class HostAtRestError extends Error {
  readonly host: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
  constructor(host: string, until: number) {
    super(`${host} asked for a rest`);
    this.name = 'HostAtRestError';
    this.host = host;
    this.until = until;
  }
}
