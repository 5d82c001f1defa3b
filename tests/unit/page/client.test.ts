import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectPage } from '../../../utils/page/client.ts';
import { address, fakeExtension, key, report } from './fake-extension.ts';

const badge = (n: 0 | 1 | 2 | 3) => ({ key: key(n), url: address(n) });

let extension: ReturnType<typeof fakeExtension>;
const received = vi.fn();
const orphaned = vi.fn();

beforeEach(() => {
  // At a round hour: what is to be asked within a tenth of a second must not fall into two slots by chance.
  vi.useFakeTimers({ now: Date.UTC(2026, 0, 5, 12) });
  extension = fakeExtension();
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  received.mockReset();
  orphaned.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the page’s line to the background', () => {
  it('says hello first, with the colour scheme', () => {
    connectPage(received, orphaned).hello();
    expect(extension.port().sent).toEqual([{ type: 'hello', dark: true }]);
  });

  it('opens one port, however often it is used', () => {
    const client = connectPage(received, orphaned);
    client.hello();
    client.check([badge(0)]);
    client.send({ type: 'mode', marks: false });
    expect(extension.ports).toHaveLength(1);
    expect(extension.port().sent.map((message) => (message as { type: string }).type)).toEqual([
      'hello',
      'check',
      'mode',
    ]);
  });

  it('asks in order, a hundred at a time, apart by what goes with them', () => {
    const client = connectPage(received, orphaned);
    const many = Array.from({ length: 250 }, (_, n) => ({
      key: `credly:${n}`,
      url: `https://x.example/${n}`,
      person: 'Ada',
    }));
    client.check(many);
    const checks = extension.port().of('check');
    expect(checks.map(({ badges }) => badges.length)).toEqual([100, 100, 50]);
    expect(checks.flatMap(({ badges }) => badges.map((one) => one.key))).toEqual(many.map((one) => one.key));
    expect(checks.every(({ person, again }) => person === 'Ada' && again === undefined)).toBe(true);
    client.check([badge(0), { ...badge(1), again: true, byHand: true }]);
    expect(extension.port().of('check').slice(3)).toEqual([
      { type: 'check', badges: [badge(0)] },
      { type: 'check', badges: [badge(1)], again: true, byHand: true },
    ]);
  });

  it('asks again, over a new port, for what the dead worker left unanswered, and for nothing else', () => {
    const client = connectPage(received, orphaned);
    client.check([badge(0), badge(1), { ...badge(2), byHand: true }]);
    client.send({ type: 'picture', key: key(3) });
    const first = extension.port();
    first.say({ type: 'terms', terms: { checking: 'auto', marks: true, off: false } });
    first.say({ type: 'report', key: key(0), report: report('verified', 'ok') });
    first.die();
    expect(extension.ports).toHaveLength(1);
    vi.advanceTimersByTime(250);
    expect(extension.ports).toHaveLength(2);
    expect(extension.port().sent).toEqual([
      { type: 'hello', dark: true },
      { type: 'check', badges: [badge(1)] },
      { type: 'check', badges: [badge(2)], byHand: true },
      { type: 'picture', key: key(3) },
    ]);
  });

  it('waits longer each time the worker dies unheard, and starts over once it was heard', () => {
    const client = connectPage(received, orphaned);
    client.check([badge(0)]);
    for (const pause of [250, 500, 1_000, 2_000]) {
      const before = extension.ports.length;
      extension.port().die();
      vi.advanceTimersByTime(pause - 1);
      expect(extension.ports).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(extension.ports).toHaveLength(before + 1);
    }
    extension.port().say({ type: 'terms', terms: { checking: 'auto', marks: true, off: false } });
    extension.port().die();
    const before = extension.ports.length;
    vi.advanceTimersByTime(250);
    expect(extension.ports).toHaveLength(before + 1);
  });

  it('leaves the worker asleep when nothing is waited for', () => {
    const client = connectPage(received, orphaned);
    client.check([badge(0)]);
    const port = extension.port();
    port.say({ type: 'terms', terms: { checking: 'auto', marks: true, off: false } });
    port.say({ type: 'report', key: key(0), report: report('verified', 'ok') });
    port.die();
    vi.advanceTimersByTime(120_000);
    expect(extension.ports).toHaveLength(1);
    client.check([badge(1)]);
    expect(extension.ports).toHaveLength(2);
    expect(extension.port().of('check')).toEqual([{ type: 'check', badges: [badge(1)] }]);
  });

  it('forgets what is not wanted any more', () => {
    const client = connectPage(received, orphaned);
    client.check([badge(0), badge(1)]);
    client.forget([key(0)]);
    expect(extension.port().of('forget')).toEqual([{ type: 'forget', keys: [key(0)] }]);
    extension.port().die();
    vi.advanceTimersByTime(250);
    expect(extension.port().of('check')).toEqual([{ type: 'check', badges: [badge(1)] }]);
  });

  it('takes any number of questions back, in messages that are not too long', () => {
    const client = connectPage(received, orphaned);
    client.hello();
    client.forget(Array.from({ length: 1_001 }, (_, n) => `credly:${n}`));
    const forgotten = extension.port().of('forget');
    expect(forgotten.flatMap(({ keys }) => keys)).toHaveLength(1_001);
    expect(forgotten.every(({ keys }) => keys.length <= 500)).toBe(true);
  });

  describe('after an answer that says when to ask again', () => {
    const resting = (ms: number) =>
      report('undecided', 'unknown', { retryAt: new Date(Date.now() + ms).toISOString() });
    const terms = { type: 'terms', terms: { checking: 'auto', marks: true, off: false } };

    /** The worker dies right after the answer: nobody else will ask. */
    function answered(...reports: ReturnType<typeof report>[]) {
      const client = connectPage(received, orphaned);
      client.check(reports.map((_, n) => badge(n as 0)));
      const port = extension.port();
      port.say(terms);
      for (const [n, one] of reports.entries()) port.say({ type: 'report', key: key(n as 0), report: one });
      port.die();
      return client;
    }

    it('asks again then, together, once', () => {
      answered(resting(60_000), resting(60_100), report('verified', 'ok'));
      vi.advanceTimersByTime(59_000);
      expect(extension.ports).toHaveLength(1);
      vi.advanceTimersByTime(8_000);
      expect(extension.ports).toHaveLength(2);
      expect(extension.port().of('check')).toEqual([{ type: 'check', badges: [badge(0), badge(1)] }]);
      for (const n of [0, 1] as const) extension.port().say({ type: 'report', key: key(n), report: resting(60_000) });
      extension.port().say(terms);
      extension.port().die();
      vi.advanceTimersByTime(7_200_000);
      expect(extension.ports).toHaveLength(2);
    });

    it('does not wait for longer than an hour, nor for no time at all', () => {
      answered(resting(3_700_000), report('undecided', 'unknown', { retryAt: 'soon' }), resting(-1e12));
      vi.advanceTimersByTime(6_000);
      expect(extension.port().of('check')).toEqual([{ type: 'check', badges: [badge(2)] }]);
      vi.advanceTimersByTime(7_200_000);
      expect(extension.ports).toHaveLength(2);
    });

    it.each<[string, (client: ReturnType<typeof connectPage>) => void]>([
      ['the page no longer has it', (client) => client.forget([key(0)])],
      ['it was asked for another person', (client) => client.restart()],
      ['the page is gone', (client) => client.close()],
    ])('asks nothing once %s', (_, change) => {
      const client = answered(resting(60_000));
      change(client);
      vi.advanceTimersByTime(7_200_000);
      expect(extension.ports.flatMap((port) => port.of('check'))).toHaveLength(1);
    });

    it('asks nothing by itself once the reader wants that no more', () => {
      const client = answered(resting(60_000));
      client.hello();
      extension.port().say({ type: 'terms', terms: { ...terms.terms, checking: 'click' } });
      vi.advanceTimersByTime(7_200_000);
      expect(extension.ports.flatMap((port) => port.of('check'))).toHaveLength(1);
    });

    it('has its answer when the background was quicker', () => {
      const client = answered(resting(60_000));
      client.hello();
      extension.port().say({ type: 'report', key: key(0), report: report('verified', 'ok') });
      vi.advanceTimersByTime(7_200_000);
      expect(extension.ports.flatMap((port) => port.of('check'))).toHaveLength(1);
    });
  });

  it('does not hear the old port after a restart', () => {
    const client = connectPage(received, orphaned);
    client.check([badge(0)]);
    const old = extension.port();
    client.restart();
    expect(old.open).toBe(false);
    old.say({ type: 'report', key: key(0), report: report('verified', 'ok') });
    expect(received).not.toHaveBeenCalled();
    expect(extension.port().of('check')).toHaveLength(1);
  });

  it('reports once that the extension is gone, and tries nothing more', () => {
    const client = connectPage(received, orphaned);
    client.check([badge(0)]);
    extension.runtime.id = undefined;
    extension.port().die();
    vi.advanceTimersByTime(120_000);
    client.check([badge(1)]);
    expect(orphaned).toHaveBeenCalledTimes(1);
    expect(extension.ports).toHaveLength(1);
  });

  it('goes on with a port that is open already', () => {
    const client = connectPage(received, orphaned);
    const port = extension.runtime.connect({ name: 'page' });
    client.take(port as never);
    client.check([badge(0)]);
    expect(extension.ports).toHaveLength(1);
    expect(port.sent[0]).toEqual({ type: 'hello', dark: true });
  });
});
