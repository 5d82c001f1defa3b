/** The one place that reads from the network. See types.ts for the promise it keeps. */
import { drop, readBody } from './body.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { HostAtRestError, NotPermittedError } from './errors.ts';
import { checkAddress, type GuardOptions } from './guard.ts';
import type { KeptDocuments } from './kept.ts';
import { parseRetryAfter } from './retry-after.ts';
import type { Reader, ReadOptions, ReadResult } from './types.ts';

export interface ReaderLimits extends GuardOptions {
  /** Requests in the whole life of this reader, redirects that we follow ourselves included. Default 10. */
  maxRequests?: number;
  /** Default for `ReadOptions.maxBytes`. 1 MiB. */
  maxBytes?: number;
  /** Default for `ReadOptions.timeout`, in milliseconds. 10,000. */
  timeout?: number;
  /** Default `no-cache`: the browser's own cache then asks "has it changed?" instead of loading it again. */
  cache?: RequestCache;
  /** Where answers that serve several badges are kept (`ReadOptions.keep`). Absent: nowhere. */
  kept?: KeptDocuments;
  /** What is kept does not count. */
  fresh?: boolean;
  /** Milliseconds since the epoch. */
  now?: () => number;
}

const MAX_HOPS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Makes a reader for one badge. Every address is guarded before it is asked and after redirects; nothing is sent but the address and `Accept`;
 * the same document is fetched once. `read` never throws: every failure is a value with a reason.
 */
export function createReader(fetch: typeof globalThis.fetch, limits: ReaderLimits = {}): Reader {
  const maxRequests = limits.maxRequests ?? 10;
  const now = limits.now ?? Date.now;
  const attempts: { host: string; sent: boolean }[] = [];
  const known = new Map<string, Promise<ReadResult>>();
  let requests = 0;

  async function follow(start: URL, options: ReadOptions, maxBytes: number): Promise<ReadResult> {
    let url = start;
    for (let hop = 0; hop <= MAX_HOPS; hop++) {
      if (requests >= maxRequests) return { ok: false, reason: 'too-many-requests', host: url.hostname };
      requests++;
      const step = await ask(url, options, maxBytes);
      if (!('next' in step)) return step;
      const checked = checkAddress(step.next, limits);
      if (!checked.ok) return { ok: false, reason: 'refused-address', host: checked.host };
      url = checked.url;
    }
    return { ok: false, reason: 'too-many-redirects', host: url.hostname };
  }

  async function ask(url: URL, options: ReadOptions, maxBytes: number): Promise<ReadResult | { next: string }> {
    const attempt = { host: url.hostname, sent: true };
    attempts.push(attempt);
    const deadline = startDeadline(options.timeout ?? limits.timeout ?? 10_000);
    try {
      const step = await send(url, options, maxBytes, deadline);
      const settled = 'next' in step || step.ok;
      deadline.stop(!settled);
      return step;
    } catch (error) {
      const over = deadline.isOver();
      deadline.stop(true);
      const host = url.hostname;
      if (error instanceof NotPermittedError) {
        attempt.sent = false;
        return { ok: false, reason: 'not-permitted', host };
      }
      if (error instanceof HostAtRestError) {
        attempt.sent = false;
        return error.why === 'asked'
          ? { ok: false, reason: 'rate-limited', host, retryAt: new Date(error.until).toISOString() }
          : { ok: false, reason: 'network', host };
      }
      return { ok: false, reason: over ? 'timeout' : 'network', host };
    }
  }

  async function send(
    url: URL,
    options: ReadOptions,
    maxBytes: number,
    deadline: Deadline,
  ): Promise<ReadResult | { next: string }> {
    const host = url.hostname;
    const response = await Promise.race([
      fetch(url.href, {
        method: 'GET',
        headers: { accept: options.accept },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'follow',
        cache: limits.cache ?? 'no-cache',
        signal: deadline.signal,
      }),
      deadline.expired.then(() => null),
    ]);
    if (response === null) return { ok: false, reason: 'timeout', host };

    // The browser followed redirects by itself: where did we end?
    const end = checkAddress(response.url === '' ? url.href : response.url, limits);
    if (!end.ok) {
      drop(response);
      return { ok: false, reason: 'refused-address', host: end.host };
    }
    end.url.hash = '';
    if (end.url.hostname !== host) attempts.push({ host: end.url.hostname, sent: true });

    const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
    if (location !== null) {
      drop(response);
      return URL.canParse(location, end.url.href)
        ? { next: new URL(location, end.url.href).href }
        : { ok: false, reason: 'refused-address', host: '' };
    }
    if (options.finalHosts && !options.finalHosts.includes(end.url.hostname)) {
      drop(response);
      return { ok: false, reason: 'redirected-away', host: end.url.hostname };
    }
    if (response.status === 429) {
      drop(response);
      const at = parseRetryAfter(response.headers.get('retry-after'), now());
      return {
        ok: false,
        reason: 'rate-limited',
        host: end.url.hostname,
        ...(at !== null && { retryAt: new Date(at).toISOString() }),
      };
    }
    // Status 0: an opaque answer. There is nothing in it that could be judged.
    if (response.status < 200) return { ok: false, reason: 'network', host };

    const answer = {
      ok: true as const,
      status: response.status,
      url: end.url.href,
      contentType: response.headers.get('content-type') ?? '',
    };
    const body = await readBody(response, maxBytes, deadline);
    if (body.ok) return { ...answer, bytes: body.bytes };
    // A long "not found" page is still a "not found".
    if (body.reason === 'too-large' && response.status >= 400) return { ...answer, bytes: new Uint8Array() };
    return { ok: false, reason: body.reason, host: end.url.hostname };
  }

  return {
    get asked() {
      return [...new Set(attempts.filter((attempt) => attempt.sent).map((attempt) => attempt.host))];
    },
    read(address, options) {
      const checked = checkAddress(address, limits);
      if (!checked.ok) return Promise.resolve({ ok: false, reason: 'refused-address', host: checked.host });
      checked.url.hash = '';
      const maxBytes = options.maxBytes ?? limits.maxBytes ?? 1_048_576;
      const key = JSON.stringify([checked.url.href, options.accept, maxBytes, options.finalHosts ?? null]);
      const before = known.get(key);
      if (before) return before;
      const load = (): Promise<ReadResult> => follow(checked.url, options, maxBytes);
      const result =
        options.keep && limits.kept ? limits.kept.through(key, options.keep, load, limits.fresh ?? false) : load();
      known.set(key, result);
      return result;
    },
  };
}
