import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HostAtRestError, NotPermittedError } from '../../../utils/net/errors.ts';
import { createPoliteFetch, type PoliteDeps } from '../../../utils/net/polite.ts';
import { createReader } from '../../../utils/net/reader.ts';
import type { Rest, RestStore } from '../../../utils/net/rests.ts';
import { startServer } from './server.ts';

/** Lets every promise that can settle do so. */
const settle = async () => {
  for (let i = 0; i < 30; i++) await Promise.resolve();
};

function memory(): RestStore & { value: Record<string, Rest> } {
  return {
    value: {},
    async load() {
      return structuredClone(this.value);
    },
    async save(rests) {
      this.value = structuredClone(rests);
    },
  };
}

/** A network whose answers are given by hand. */
function handNetwork(extra: Partial<PoliteDeps> = {}) {
  const open: { address: string; answer(response: Response): Promise<void>; fail(error: unknown): Promise<void> }[] =
    [];
  const sent: string[] = [];
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const polite = createPoliteFetch({
    fetch: (input) =>
      new Promise((resolve, reject) => {
        const address = String(input);
        sent.push(address);
        const entry = {
          address,
          answer: (response: Response) => {
            open.splice(open.indexOf(entry), 1);
            resolve(response);
            return settle();
          },
          fail: (error: unknown) => {
            open.splice(open.indexOf(entry), 1);
            reject(error);
            return settle();
          },
        };
        open.push(entry);
      }),
    isPermitted: async () => true,
    rests: memory(),
    now: () => clock.now,
    random: () => 0.5,
    ...extra,
  });
  return { polite, open, sent, clock };
}

const quiet = (promise: Promise<unknown>) => void promise.catch(() => {});

describe('turns', () => {
  it('sends six at once, two to a host, in order, and lets no host wait behind another', async () => {
    const { polite, open, sent } = handNetwork();
    for (let i = 0; i < 6; i++) quiet(polite(`https://a.example/${i}`));
    for (const host of ['b', 'c', 'd']) for (let i = 0; i < 3; i++) quiet(polite(`https://${host}.example/${i}`));
    await settle();
    expect(sent).toEqual([
      'https://a.example/0',
      'https://a.example/1',
      'https://b.example/0',
      'https://b.example/1',
      'https://c.example/0',
      'https://c.example/1',
    ]);
    await open[0]?.answer(new Response());
    expect(sent.slice(6)).toEqual(['https://d.example/0']);
    await open[0]?.answer(new Response());
    expect(sent[7]).toMatch(/\/\/[ad]\.example/);
  });

  it('never exceeds either limit and serves everybody, whatever the order of answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 40 }),
        fc.array(fc.nat({ max: 5 }), { minLength: 40, maxLength: 40 }),
        async (asked, picks) => {
          const { polite, open, sent } = handNetwork();
          const answers = asked.map((host, i) => polite(`https://${host}.example/${i}`));
          await settle();
          for (let step = 0; open.length > 0; step++) {
            expect(open.length).toBeLessThanOrEqual(6);
            const perHost = Map.groupBy(open, ({ address }) => new URL(address).host);
            for (const group of perHost.values()) expect(group.length).toBeLessThanOrEqual(2);
            await open[(picks[step % picks.length] ?? 0) % open.length]?.answer(new Response());
          }
          await Promise.all(answers);
          expect(sent).toHaveLength(asked.length);
          const orderOfA = sent.filter((address) => address.includes('//a.')).map((address) => address.split('/')[3]);
          expect(orderOfA).toEqual(orderOfA.toSorted((one, two) => Number(one) - Number(two)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('frees the slot when a request fails', async () => {
    const { polite, open, sent } = handNetwork();
    for (let i = 0; i < 3; i++) quiet(polite(`https://a.example/${i}`));
    await settle();
    await open[0]?.fail(new TypeError('gone'));
    expect(sent).toHaveLength(3);
  });

  it('lets go of a request that was given up while it waited', async () => {
    const { polite, open, sent } = handNetwork({ maxPerHost: 1 });
    quiet(polite('https://a.example/0'));
    const controller = new AbortController();
    const given = polite('https://a.example/1', { signal: controller.signal });
    quiet(given);
    quiet(polite('https://a.example/2'));
    await settle();
    controller.abort();
    await expect(given).rejects.toThrow();
    await open[0]?.answer(new Response());
    expect(sent).toEqual(['https://a.example/0', 'https://a.example/2']);
  });

  it("does not count the time in the queue against a reader's time limit, and holds the slot until the body is read", async () => {
    let atOnce = 0;
    let most = 0;
    const server = await startServer((_path, response) => {
      most = Math.max(most, ++atOnce);
      response.write('half');
      setTimeout(() => {
        atOnce--;
        response.end('whole');
      }, 300);
    });
    try {
      const polite = createPoliteFetch({ fetch, isPermitted: async () => true, rests: memory(), maxPerHost: 1 });
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, i) =>
          createReader(polite, { allow: [server.origin], timeout: 2000 }).read(`${server.origin}/${i}`, {
            accept: '*/*',
          }),
        ),
      );
      expect(results.every((result) => result.ok)).toBe(true);
      expect(most).toBe(1);
    } finally {
      await server.close();
    }
  });
});

describe('rest', () => {
  const busy = (after?: string, status = 429) =>
    new Response(null, { status, ...(after && { headers: { 'retry-after': after } }) });

  it.each([429, 503])(
    'gives a host that answers %i the rest it asked for, and tells those who wait',
    async (status) => {
      const { polite, open, sent, clock } = handNetwork({ maxPerHost: 1 });
      const first = polite('https://a.example/0');
      const second = polite('https://a.example/1');
      quiet(second);
      await settle();
      await open[0]?.answer(busy('60', status));
      expect((await first).status).toBe(status);
      const until = clock.now + 60_000;
      await expect(second).rejects.toMatchObject({ name: 'HostAtRestError', until, why: 'asked' });
      await expect(polite('https://a.example/2')).rejects.toBeInstanceOf(HostAtRestError);
      expect(sent).toHaveLength(1);
      quiet(polite('https://b.example/0'));
      await settle();
      expect(sent).toHaveLength(2);
      clock.now = until + 1;
      quiet(polite('https://a.example/3'));
      await settle();
      expect(sent).toHaveLength(3);
    },
  );

  it('doubles its own rests when a host gives none', async () => {
    const { polite, open, clock } = handNetwork();
    const rests: number[] = [];
    for (let i = 0; i < 3; i++) {
      quiet(polite(`https://a.example/${i}`));
      await settle();
      await open[0]?.answer(busy());
      const refused: unknown = await polite('https://a.example/x').catch((error: unknown) => error);
      const until = (refused as HostAtRestError).until;
      rests.push(until - clock.now);
      clock.now = until + 1;
    }
    expect(rests).toEqual([30_000, 60_000, 120_000]);
  });

  it('keeps the rest when a good answer was under way beside the 429', async () => {
    const { polite, open } = handNetwork();
    quiet(polite('https://a.example/0'));
    quiet(polite('https://a.example/1'));
    await settle();
    await open[0]?.answer(busy('60'));
    await open[0]?.answer(new Response('{}'));
    await expect(polite('https://a.example/2')).rejects.toBeInstanceOf(HostAtRestError);
  });

  it('backs off after three failures in a row, and a success clears the count', async () => {
    const { polite, open, clock } = handNetwork();
    const failOnce = async () => {
      quiet(polite('https://a.example/x'));
      await settle();
      await open[0]?.fail(new TypeError('gone'));
    };
    await failOnce();
    await failOnce();
    quiet(polite('https://a.example/x'));
    await settle();
    await open[0]?.answer(new Response('{}'));
    await failOnce();
    await failOnce();
    await failOnce();
    await expect(polite('https://a.example/x')).rejects.toMatchObject({ why: 'failing', until: clock.now + 5_000 });
  });

  it('stays polite after the worker died', async () => {
    const rests = memory();
    const before = handNetwork({ rests });
    quiet(before.polite('https://a.example/0'));
    await settle();
    await before.open[0]?.answer(busy('60'));
    const after = handNetwork({ rests });
    await expect(after.polite('https://a.example/1')).rejects.toBeInstanceOf(HostAtRestError);
    expect(after.sent).toEqual([]);
  });

  it('works when the store is damaged or fails', async () => {
    const damaged = memory();
    damaged.value = { 'a.example': { until: 'forever' } as unknown as Rest };
    const failing: RestStore = {
      load: () => Promise.reject(new Error('no')),
      save: () => Promise.reject(new Error('no')),
    };
    for (const rests of [damaged, failing]) {
      const { polite, open, sent } = handNetwork({ rests });
      quiet(polite('https://a.example/0'));
      await settle();
      expect(sent).toHaveLength(1);
      await open[0]?.answer(busy('60'));
      await expect(polite('https://a.example/1')).rejects.toBeInstanceOf(HostAtRestError);
    }
  });

  it('also rests the host that a redirect ended on', async () => {
    const { polite, open } = handNetwork();
    quiet(polite('https://a.example/0'));
    await settle();
    const response = busy('60');
    Object.defineProperty(response, 'url', { value: 'https://b.example/0' });
    await open[0]?.answer(response);
    await expect(polite('https://b.example/1')).rejects.toBeInstanceOf(HostAtRestError);
  });
});

describe('permission', () => {
  it('sends nothing to a host without permission', async () => {
    const asked: string[] = [];
    const { polite, sent } = handNetwork({
      isPermitted: async (origin) => {
        asked.push(origin);
        return origin === 'https://a.example';
      },
    });
    await expect(polite('https://b.example/x?y')).rejects.toBeInstanceOf(NotPermittedError);
    quiet(polite('https://a.example/x'));
    await settle();
    expect(sent).toEqual(['https://a.example/x']);
    expect(asked).toEqual(['https://b.example', 'https://a.example']);
  });
});
