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
  const clock: Clock = {
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
      if (abort) controller.abort();
    },
  };
}

/** Stops the time limit behind this signal, if it has one; the answer lets it run on. */
export function pauseDeadline(signal: AbortSignal | null | undefined): () => void {
  const clock = signal ? clocks.get(signal) : undefined;
  clock?.pause();
  return () => clock?.resume();
}
