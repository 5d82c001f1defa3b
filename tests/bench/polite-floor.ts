/** A request as the floor repeats it. */
export interface Ask {
  url: string;
  accept: string;
}

/**
 * Runs in the empty extension's worker, where it is sent as text: the same requests, 6 at once and 2 per host, bodies read and thrown away.
 * Resolves with milliseconds.
 */
export async function politeFloor(asks: readonly Ask[]): Promise<number> {
  const queues = new Map<string, Ask[]>();
  for (const ask of asks) {
    const { host } = new URL(ask.url);
    queues.set(host, [...(queues.get(host) ?? []), ask]);
  }
  const start = performance.now();
  let free = 6;
  const waiting: (() => void)[] = [];
  const lane = async (queue: Ask[]) => {
    for (let ask = queue.shift(); ask; ask = queue.shift()) {
      while (free === 0) await new Promise<void>((go) => waiting.push(go));
      free--;
      const response = await fetch(ask.url, {
        headers: { accept: ask.accept },
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-cache',
      });
      await response.arrayBuffer();
      free++;
      waiting.shift()?.();
    }
  };
  await Promise.all([...queues.values()].flatMap((queue) => [lane(queue), lane(queue)]));
  return performance.now() - start;
}
