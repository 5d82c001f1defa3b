/**
 * A time limit that can stand still. A request that waits for its turn in the polite queue has not begun, and must not run out of time there:
 * the queue finds the deadline by the request's signal, pauses it, and lets it run when the request really starts.
 */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Resolves when time is up; never rejects. */
  readonly expired: Promise<void>;
  isOver(): boolean;
  /** Call when done; aborts what is still under way when `abort` is set. */
  stop(abort?: boolean): void;
}

interface Clock {
  pause(): void;
  resume(): void;
  stopped: Promise<void>;
}

const clocks = new WeakMap<AbortSignal, Clock>();

/** Starts a time limit of `ms` milliseconds. */
export function startDeadline(ms: number): Deadline {
  const controller = new AbortController();
  let left = ms;
  let startedAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  let announce: () => void = () => {};
  const expired = new Promise<void>((resolve) => {
    announce = resolve;
  });
  const end = () => {
    over = true;
    announce();
    controller.abort();
  };
  let finish: () => void = () => {};
  const stopped = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const clock: Clock = {
    stopped,
    pause() {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      left -= Date.now() - startedAt;
    },
    resume() {
      if (timer !== undefined || over) return;
      startedAt = Date.now();
      timer = setTimeout(end, Math.max(0, left));
    },
  };
  clocks.set(controller.signal, clock);
  clock.resume();
  return {
    signal: controller.signal,
    expired,
    isOver: () => over,
    stop(abort = false) {
      clock.pause();
      clocks.delete(controller.signal);
      finish();
      if (abort) controller.abort();
    },
  };
}

/** Resolves when whoever set the time limit is done with the answer, body included. Undefined for a signal without one. */
export function whenDone(signal: AbortSignal | null | undefined): Promise<void> | undefined {
  return signal ? clocks.get(signal)?.stopped : undefined;
}

/** Stops the time limit behind this signal, if it has one; the answer lets it run on. */
export function pauseDeadline(signal: AbortSignal | null | undefined): () => void {
  const clock = signal ? clocks.get(signal) : undefined;
  clock?.pause();
  return () => clock?.resume();
}
