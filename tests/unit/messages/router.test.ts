import { describe, expect, it } from 'vitest';
import { createRouter, type Dropped, type RequestHandlers } from '../../../utils/messages/router.ts';

const self = { id: 'ownid', origin: 'chrome-extension://ownid' };
const own = { id: 'ownid', origin: self.origin };
const script = { id: 'ownid', origin: 'https://www.linkedin.com', tab: { id: 1 }, frameId: 0 };

function set() {
  const called: string[] = [];
  const dropped: Dropped[] = [];
  const answers: unknown[] = [];
  const noted =
    <T>(name: string, answer: T) =>
    async () => {
      called.push(name);
      return answer;
    };
  const handlers: RequestHandlers = {
    'check-page': async (_ask, { isPrivate }) => {
      called.push(isPrivate ? 'private' : 'check-page');
      return { done: true };
    },
    'check-source': () => Promise.reject(new Error('bug')),
    picture: noted('picture', { data: null, mime: null }),
    'site-changed': noted('site-changed', { done: true as const }),
    'clear-cache': noted('clear-cache', { done: true }),
    'cache-info': noted('cache-info', { answers: 1, jobs: 2 }),
    'delete-everything': noted('delete-everything', { done: true }),
    'load-registries': noted('load-registries', { read: 1, of: 2 }),
    'read-context': noted('read-context', { text: null, sha256: null }),
    yours: noted('yours', { keys: [] }),
    'wallet-work': noted('wallet-work', { trouble: null }),
    'wallet-report': noted('wallet-report', { report: null }),
    'wallet-check': noted('wallet-check', { trouble: null }),
    'wallet-look': noted('wallet-look', { trouble: null }),
    'wallet-rejudge': noted('wallet-rejudge', { done: true }),
  };
  const route = createRouter(
    () => self,
    handlers,
    (why) => dropped.push(why),
  );
  return {
    route: (message: unknown, sender: object) => route(message, sender, (answer) => answers.push(answer)),
    called,
    dropped,
    answers,
  };
}

const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('the router', () => {
  it('answers our own pages, each request by its handler', async () => {
    const { route, called, answers } = set();
    for (const message of [
      { type: 'check-page', tabId: 1 },
      { type: 'picture', address: 'x' },
      { type: 'site-changed', host: 'x' },
      { type: 'clear-cache' },
      { type: 'cache-info' },
      { type: 'delete-everything' },
      { type: 'yours', keys: [] },
    ]) {
      expect(route(message, own)).toBe(true);
      await soon();
      expect(called.at(-1)).toBe(message.type);
    }
    expect(answers).toHaveLength(7);
    route({ type: 'check-page', tabId: 1 }, { ...own, tab: { id: 2, incognito: true } });
    expect(called.at(-1)).toBe('private');
    expect(answers[4]).toEqual({ answers: 1, jobs: 2 });
  });

  it('answers nobody else, and does not even say that it heard', async () => {
    const { route, called, answers, dropped } = set();
    for (const message of [{ type: 'clear-cache' }, { type: 'delete-everything' }, { type: 'check-page', tabId: 1 }]) {
      expect(route(message, script)).toBeUndefined();
      expect(route(message, { id: 'other', origin: 'chrome-extension://other' })).toBeUndefined();
      expect(route(message, {})).toBeUndefined();
    }
    await soon();
    expect([called, answers]).toEqual([[], []]);
    expect(dropped).toHaveLength(9);
    expect(new Set(dropped)).toEqual(new Set(['content-script', 'stranger']));
  });

  it('drops what it does not understand', () => {
    const { route, dropped } = set();
    for (const message of [null, 'x', { type: 'nothing' }, { type: 'check-page' }])
      expect(route(message, own)).toBeUndefined();
    expect(dropped).toEqual(Array(4).fill('malformed'));
  });

  it('says that it failed when a handler failed, without details', async () => {
    const { route, answers } = set();
    route({ type: 'check-source', text: 'x' }, own);
    await soon();
    expect(answers).toEqual([{ failed: true }]);
  });
});
