/**
 * A `fetch` with manners: few requests at once, fewer for each host, in turn; a host that asked for a rest gets it;
 * and nothing is sent to a host that the browser has not been given permission for.
 */
import { pauseDeadline, whenDone } from './deadline.ts';
import { HostAtRestError, NotPermittedError } from './errors.ts';
import { createRests, type RestStore } from './rests.ts';

export interface PoliteDeps {
  fetch: typeof fetch;
  /** `origin` as in `https://host`. */
  isPermitted(origin: string): Promise<boolean>;
  rests: RestStore;
  /** Milliseconds since the epoch. */
  now?: () => number;
  random?: () => number;
  maxAtOnce?: number;
  maxPerHost?: number;
}

interface Waiting {
  start(): void;
  fail(error: unknown): void;
}

interface HostQueue {
  active: number;
  waiting: Waiting[];
}

/**
 * Wraps `fetch`. A slot is held until the body has been read where the caller is a reader (it tells through its deadline), otherwise until the
 * headers are there. Waiting for a turn does not count against the reader's time limit.
 * Rejects with `NotPermittedError`, `HostAtRestError`, or as `fetch` does.
 */
export function createPoliteFetch(deps: PoliteDeps): typeof fetch {
  const now = deps.now ?? Date.now;
  const maxAtOnce = deps.maxAtOnce ?? 6;
  const maxPerHost = deps.maxPerHost ?? 2;
  const rests = createRests(deps.rests, now, deps.random ?? Math.random);
  /** In order of turn: a host that was served goes to the end. */
  const hosts = new Map<string, HostQueue>();
  let active = 0;

  function next(): void {
    while (active < maxAtOnce) {
      const chosen = nextHost();
      const turn = chosen?.queue.waiting.shift();
      if (!chosen || !turn) return;
      active++;
      chosen.queue.active++;
      hosts.delete(chosen.host);
      hosts.set(chosen.host, chosen.queue);
      turn.start();
    }
  }

  /** The host with the fewest requests under way, among these the one whose last turn is longest ago. */
  function nextHost(): { host: string; queue: HostQueue } | null {
    let best: { host: string; queue: HostQueue } | null = null;
    for (const [host, queue] of hosts) {
      if (queue.waiting.length === 0) {
        if (queue.active === 0) hosts.delete(host);
      } else if (queue.active < (best?.queue.active ?? maxPerHost)) {
        best = { host, queue };
      }
    }
    return best;
  }

  function leave(host: string): void {
    active--;
    const queue = hosts.get(host);
    if (queue) queue.active--;
    next();
  }

  function turnFor(host: string, signal: AbortSignal | null | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const queue = hosts.get(host) ?? { active: 0, waiting: [] };
      hosts.set(host, queue);
      const onAbort = () => {
        queue.waiting = queue.waiting.filter((other) => other !== turn);
        reject(signal?.reason);
      };
      const turn: Waiting = {
        start() {
          signal?.removeEventListener('abort', onAbort);
          resolve();
        },
        fail(error) {
          signal?.removeEventListener('abort', onAbort);
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      queue.waiting.push(turn);
      next();
    });
  }

  /** A host that has come to rest while others wait for it: they need not wait to be told. */
  function sendAway(host: string, error: HostAtRestError): void {
    for (const turn of hosts.get(host)?.waiting.splice(0) ?? []) turn.fail(error);
  }

  function restError(host: string, hostname: string): HostAtRestError | null {
    const rest = rests.of(host);
    return rest && new HostAtRestError(hostname, rest.until, rest.why);
  }

  async function note(host: string, hostname: string, response: Response | null): Promise<void> {
    const answer = response && { status: response.status, retryAfter: response.headers.get('retry-after') };
    const resting = await rests.note(host, answer);
    const error = resting ? restError(host, hostname) : null;
    if (error) sendAway(host, error);
  }

  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const { host, hostname } = url;
    const signal = init?.signal;
    const done = whenDone(signal);
    const resume = pauseDeadline(signal);
    try {
      if (!(await deps.isPermitted(url.origin))) throw new NotPermittedError(hostname);
      await rests.ready();
      signal?.throwIfAborted();
      const before = restError(host, hostname);
      if (before) throw before;
      await turnFor(host, signal);
    } finally {
      resume();
    }

    let held = true;
    const release = () => {
      if (held) leave(host);
      held = false;
    };
    try {
      const response = await deps.fetch(input, init);
      await note(host, hostname, response);
      const end = response.url === '' ? url : new URL(response.url);
      if (end.host !== host) await note(end.host, end.hostname, response);
      if (done) done.then(release);
      else release();
      return response;
    } catch (error) {
      release();
      // Without a network of our own, a failure says nothing about the host.
      if (globalThis.navigator?.onLine !== false) await note(host, hostname, null);
      throw error;
    }
  };
}
