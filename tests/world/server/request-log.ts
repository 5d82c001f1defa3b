import type { IncomingHttpHeaders } from 'node:http';

/** One request that reached the world. */
export interface LoggedRequest {
  host: string;
  method: string;
  /** Path with query. */
  path: string;
  /** Every header as it came. */
  headers: IncomingHttpHeaders;
  /** 0 while it is being answered, or when the connection was cut. */
  status: number;
  /** Milliseconds since the world started. */
  at: number;
  /** True when no site of the world has this name. */
  stray: boolean;
  /** Came in clear text: never from us ("https only"), but browsers do such things themselves. */
  plain?: boolean;
}

interface Waiter {
  match: (row: LoggedRequest) => boolean;
  done: (row: LoggedRequest) => void;
}

/** Made by script, and not a navigation, frame or picture of a page: told apart by Sec-Fetch-Dest, which pages cannot forge. */
function isByScript({ headers }: Pick<LoggedRequest, 'headers'>): boolean {
  return (headers['sec-fetch-dest'] ?? 'empty') === 'empty';
}

/** What a page loads, and what the browser asks of hosts outside the world, is no measure of our manners. */
function isOurs(row: Pick<LoggedRequest, 'headers' | 'stray'>): boolean {
  return !row.stray && isByScript(row);
}

/** What was asked of the world, by whom and how much at once. */
export class RequestLog {
  private rows: LoggedRequest[] = [];
  private peaks = new Map<string, number>();
  private peakOfAll = 0;
  /** Ours alone. */
  private readonly underWay = new Set<LoggedRequest>();
  private readonly waiters = new Set<Waiter>();
  private readonly cutWaiters = new Set<Waiter>();
  private readonly start = performance.now();

  /** Called by the server. Returns the row, whose status is filled in later. */
  begin(row: Omit<LoggedRequest, 'status' | 'at'>): LoggedRequest {
    const logged = { ...row, status: 0, at: Math.round(performance.now() - this.start) };
    this.rows.push(logged);
    if (isOurs(row)) {
      this.underWay.add(logged);
      const ofHost = [...this.underWay].filter(({ host }) => host === row.host).length;
      this.peaks.set(row.host, Math.max(ofHost, this.peaks.get(row.host) ?? 0));
      this.peakOfAll = Math.max(this.peakOfAll, this.underWay.size);
    }
    this.tell(this.waiters, logged);
    return logged;
  }

  /**
   * Called by the server as it hands over an answer's last byte: from then on the asker may have it and ask again, before we hear that it
   * arrived. So what counts as under way here is under way for the asker as well, and a peak is never too high.
   */
  handOver(row: LoggedRequest): void {
    this.underWay.delete(row);
  }

  /** Called by the server when the answer is complete or the connection is gone. */
  end(row: LoggedRequest, status: number): void {
    row.status = status;
    this.handOver(row);
    if (status === 0) this.tell(this.cutWaiters, row);
  }

  all(): readonly LoggedRequest[] {
    return this.rows;
  }

  /** Requests made by script (the extension's `fetch`). */
  fetched(host?: string): LoggedRequest[] {
    return this.rows.filter((row) => isByScript(row) && (host === undefined || row.host === host));
  }

  /** The most requests by script that one host (or, without a name, the whole world) answered at the same time. */
  peak(host?: string): number {
    return host === undefined ? this.peakOfAll : (this.peaks.get(host) ?? 0);
  }

  /** Resolves with the first request from now on that matches; rejects after `timeout` ms. */
  next(match: (row: LoggedRequest) => boolean, timeout = 20_000): Promise<LoggedRequest> {
    return this.wait(this.waiters, match, timeout);
  }

  /** Resolves with the first matching request that is given up by the asker before it is answered. */
  nextCut(match: (row: LoggedRequest) => boolean, timeout = 20_000): Promise<LoggedRequest> {
    return this.wait(this.cutWaiters, match, timeout);
  }

  private wait(waiters: Set<Waiter>, match: Waiter['match'], timeout: number): Promise<LoggedRequest> {
    return new Promise((resolve, reject) => {
      const waiter = {
        match,
        done: (row: LoggedRequest) => {
          clearTimeout(timer);
          waiters.delete(waiter);
          resolve(row);
        },
      };
      const timer = setTimeout(() => {
        waiters.delete(waiter);
        reject(new Error(`no such request within ${timeout} ms`));
      }, timeout);
      waiters.add(waiter);
    });
  }

  private tell(waiters: Set<Waiter>, row: LoggedRequest): void {
    for (const waiter of [...waiters]) if (waiter.match(row)) waiter.done(row);
  }

  reset(): void {
    this.rows = [];
    this.peaks.clear();
    this.peakOfAll = 0;
  }
}
