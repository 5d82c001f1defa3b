/**
 * Who may run now. Only a guard for memory and leases: the polite fetch decides what is sent when. Enough jobs run that no host ever waits
 * for work, and few enough that a page with thousands of badges on one host does not keep other hosts from starting.
 */
export interface TurnLimits {
  atOnce: number;
  perGroup: number;
}

export interface Turn {
  /** Resolves when the job may run, with true; with false when it was withdrawn while it waited. */
  begun: Promise<boolean>;
  /** Gives up waiting; false and without effect once begun. */
  withdraw(): boolean;
  end(): void;
}

interface Waiting {
  group: string;
  urgent: boolean;
  start(go: boolean): void;
}

export interface Turns {
  take(group: string, urgent: boolean): Turn;
}

/** First come, first served within a group; urgent jobs before others. */
export function createTurns(limits: TurnLimits): Turns {
  const waiting: Waiting[] = [];
  const running = new Map<string, number>();
  let active = 0;

  function next(): void {
    for (let i = 0; i < waiting.length && active < limits.atOnce; ) {
      const job = waiting[i];
      const inGroup = job ? (running.get(job.group) ?? 0) : 0;
      if (!job || inGroup >= limits.perGroup) {
        i++;
        continue;
      }
      waiting.splice(i, 1);
      running.set(job.group, inGroup + 1);
      active++;
      job.start(true);
    }
  }

  return {
    take(group, urgent) {
      let state: 'waiting' | 'running' | 'over' = 'waiting';
      let start: (go: boolean) => void = () => {};
      const begun = new Promise<boolean>((resolve) => {
        start = (go) => {
          state = go ? 'running' : 'over';
          resolve(go);
        };
      });
      const job: Waiting = { group, urgent, start };
      const firstCalm = urgent ? waiting.findIndex((other) => !other.urgent) : -1;
      waiting.splice(firstCalm < 0 ? waiting.length : firstCalm, 0, job);
      next();
      return {
        begun,
        withdraw() {
          if (state !== 'waiting') return false;
          waiting.splice(waiting.indexOf(job), 1);
          job.start(false);
          return true;
        },
        end() {
          if (state === 'running') {
            active--;
            const left = (running.get(group) ?? 1) - 1;
            if (left > 0) running.set(group, left);
            else running.delete(group);
            next();
          }
          state = 'over';
        },
      };
    },
  };
}
