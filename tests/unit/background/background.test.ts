import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startBackground } from '../../../utils/background/start.ts';
import type { Examined, Report } from '../../../utils/badge/report.ts';
import { toneOf } from '../../../utils/badge/tone.ts';
import { LEDGER_DATABASE } from '../../../utils/ledger/database.ts';
import { badgeKey, recogniseLink } from '../../../utils/links/index.ts';
import { readSettings, updateSettings } from '../../../utils/settings/store.ts';
import type { Translate } from '../../../utils/words/types.ts';
import { fakePort, installBrowser, OWN, scriptSender, settle, until } from './browser.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const id = (n: number) => `1b2c3d4e-5f60-4718-8a9b-d37f06c2e${String(n).padStart(3, '7')}`;
const address = (n: number) => `https://www.credly.com/badges/${id(n)}`;
const keyOf = (url: string) => {
  const link = recogniseLink(url);
  if (!link) throw new Error(`not a badge: ${url}`);
  return badgeKey(link);
};
const asked = (n: number) => ({ key: keyOf(address(n)), url: address(n) });

function examined(extra: Partial<Examined> = {}): Examined {
  return {
    verdict: 'verified',
    proof: 'hosted',
    checks: [],
    badge: {
      name: 'Knots and Splices',
      image: 'https://www.credly.com/images/1.png',
      issuer: { name: 'Harbour School' },
      skills: [],
      standard: 'OB2',
      raw: { secret: 'document' },
    },
    recipients: [],
    holderName: 'Ada Example',
    issuer: { name: 'Harbour School', platform: { id: 'credly', vets: true } },
    checkedAt: '2026-03-01T12:00:00.000Z',
    asked: ['www.credly.com'],
    ...extra,
  };
}

async function set(
  answer: (url: string, fetch: typeof globalThis.fetch) => Examined | Promise<Examined> = () => examined(),
) {
  await Dexie.delete(LEDGER_DATABASE);
  const { state, events } = installBrowser();
  const examinations: string[] = [];
  const contexts: unknown[] = [];
  const requests: { address: string; init: RequestInit | undefined }[] = [];
  const net = { held: false };
  let dropped = 0;
  startBackground({
    verification: {
      async examine(source, { fetch }) {
        const url = 'url' in source ? source.url : 'text' in source ? source.text : 'bytes';
        examinations.push(url);
        return answer(url, fetch);
      },
      reportOn(found, context): Report {
        contexts.push(context);
        const { recipients: _, holderName, issuer, ...rest } = found;
        const match =
          context.holder?.name === undefined ? 'unknown' : context.holder.name === holderName ? 'same' : 'differs';
        return {
          ...rest,
          tone: toneOf(rest.verdict, 'vetted', match),
          holder: { match },
          issuer: { standing: 'vetted', name: issuer.name },
        };
      },
    },
    t: ((key: string, n?: number) => (n === undefined ? key : `${key} ${n}`)) as Translate,
    themedIcons: false,
    fetch: async (input, init) => {
      if (net.held) return new Promise<never>(() => {});
      requests.push({ address: String(input), init });
      return new Response(PNG, { headers: { 'content-type': 'text/html' } });
    },
    onDropped: () => {
      dropped++;
    },
  });
  const connect = (sender: object = scriptSender(), name = 'page') => {
    const port = fakePort(sender, name);
    events.onConnect.fire(port);
    return port;
  };
  const request = (message: unknown, sender: object = OWN) =>
    new Promise<unknown>((resolve) => {
      void fakeBrowser.runtime.onMessage
        .trigger(message as never, sender as never, resolve as never)
        .then((heard: unknown[]) => heard.some((one) => one === true) || resolve('no answer'));
    });
  return { state, events, examinations, contexts, requests, connect, request, net, dropped: () => dropped };
}

beforeEach(() => fakeBrowser.reset());

describe('a page', () => {
  it('hears what applies on its site', async () => {
    const { connect } = await set();
    await updateSettings((before) => ({
      ...before,
      sites: { 'linkedin.com': { checking: 'click' } },
      emails: ['me@example.org'],
    }));
    const port = connect();
    port.say({ type: 'hello', dark: false });
    await until(() => port.said.length > 0);
    expect(port.said).toEqual([{ type: 'terms', terms: { checking: 'click', marks: true, off: false } }]);
    expect(JSON.stringify(port.said)).not.toContain('example.org');
  });

  it('gets a report for each badge, compared with its person, without the document', async () => {
    const { connect, contexts } = await set();
    await updateSettings((before) => ({
      ...before,
      emails: ['me@example.org'],
      trusted: [{ id: 'https://issuer.example' }],
    }));
    const port = connect();
    port.say({ type: 'check', badges: [asked(1), asked(2)], person: 'Ada Example' });
    await until(() => port.of('report').length === 2);
    const [report] = port.of('report');
    expect(report).toMatchObject({
      key: keyOf(address(1)),
      report: { verdict: 'verified', tone: 'ok', holder: { match: 'same' } },
    });
    expect(JSON.stringify(port.said)).not.toContain('secret');
    expect(contexts[0]).toEqual({
      // A page could show a badge issued to an address that it guesses: it must not learn whether that is the reader's.
      holder: { name: 'Ada Example' },
      trusted: [{ id: 'https://issuer.example' }],
      unread: [],
    });
  });

  it('is believed only about addresses that we recognise ourselves, under their own key', async () => {
    const { connect, examinations } = await set();
    const port = connect();
    port.say({
      type: 'check',
      badges: [
        { key: asked(1).key, url: address(2) },
        { key: 'credly:anything', url: 'https://www.credly.com.evil.example/badges/1' },
        { key: 'generic:x', url: 'https://192.168.0.1/badge' },
        { key: '__proto__', url: address(3) },
        asked(4),
      ],
    });
    await until(() => port.of('report').length === 1);
    await settle();
    expect(examinations).toEqual([address(4)]);
  });

  it('asks once for what another tab asks too, and both hear', async () => {
    const { connect, examinations } = await set();
    const ports = [connect(scriptSender(1)), connect(scriptSender(2)), connect(scriptSender(3))];
    for (const port of ports) port.say({ type: 'check', badges: [asked(1)] });
    await until(() => ports.every((port) => port.of('report').length === 1));
    expect(examinations).toHaveLength(1);
  });

  it('hears nothing about what it no longer wants', async () => {
    let answer: (found: Examined) => void = () => {};
    const { connect } = await set(
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    const port = connect();
    port.say({ type: 'check', badges: [asked(1)] });
    await settle();
    port.say({ type: 'forget', keys: [asked(1).key] });
    answer(examined());
    await settle();
    expect(port.of('report')).toEqual([]);
  });

  it('has nothing asked for it once it is gone, or has taken everything back at once', async () => {
    const { connect, examinations } = await set();
    const many = Array.from({ length: 40 }, (_, n) => asked(n));
    const port = connect();
    port.say({ type: 'check', badges: many });
    port.hangUp();
    const other = connect();
    other.say({ type: 'check', badges: many });
    other.say({ type: 'check', badges: many, byHand: true });
    other.say({ type: 'forget', keys: many.map(({ key }) => key) });
    await settle(1_000);
    expect(examinations).toEqual([]);
    other.say({ type: 'check', badges: [asked(1)] });
    await until(() => other.of('report').length === 1);
  });

  it('has its choice for the site kept, although it is gone at once', async () => {
    const { connect } = await set();
    const port = connect();
    port.say({ type: 'mode', checking: 'click' });
    port.hangUp();
    await settle();
    expect((await readSettings()).sites).toEqual({ 'linkedin.com': { checking: 'click' } });
  });

  it('may go away at any moment', async () => {
    const { connect, examinations } = await set();
    const port = connect();
    port.say({ type: 'check', badges: [asked(1)] });
    port.hangUp();
    await settle();
    const other = connect();
    other.say({ type: 'check', badges: [asked(1)] });
    await until(() => other.of('report').length === 1);
    expect(examinations.length).toBeLessThanOrEqual(2);
  });

  it('can switch its own site and no other, and never reads the settings', async () => {
    const { connect } = await set();
    const port = connect(scriptSender(1, 'blog.example'));
    port.say({ type: 'mode', checking: 'click', host: 'www.linkedin.com', emails: [] });
    await settle();
    expect((await readSettings()).sites).toEqual({ 'blog.example': { checking: 'click' } });
    await until(() => port.of('terms').length > 0);
    expect(port.of('terms').at(-1)).toEqual({ type: 'terms', terms: { checking: 'click', marks: true, off: false } });
  });

  it('is answered by hand only where its site is switched off', async () => {
    const { connect, examinations } = await set();
    await updateSettings((before) => ({ ...before, sites: { 'linkedin.com': { off: true } } }));
    const port = connect();
    port.say({ type: 'check', badges: [asked(1)] });
    await settle();
    expect(examinations).toEqual([]);
    port.say({ type: 'check', badges: [asked(1)], byHand: true });
    await until(() => port.of('report').length === 1);
  });

  it('gets the card brought into its own frame', async () => {
    const { connect, state } = await set();
    const port = connect(scriptSender(7, 'www.linkedin.com', 3));
    port.say({ type: 'card' });
    await until(() => port.of('card-ready').length === 1);
    expect(state.executed).toEqual([{ target: { tabId: 7, frameIds: [3] }, files: ['card.js'] }]);
  });

  it('gets the picture that the report names, checked, and cannot name one itself', async () => {
    const { connect, requests } = await set();
    const port = connect();
    port.say({ type: 'check', badges: [asked(1)] });
    await until(() => port.of('report').length === 1);
    port.say({ type: 'picture', key: asked(1).key, address: 'https://evil.example/track.png' });
    port.say({ type: 'picture', key: asked(2).key });
    await until(() => port.of('picture').length === 2);
    expect(requests.map((one) => one.address)).toEqual(['https://www.credly.com/images/1.png']);
    expect(requests[0]?.init).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer' });
    expect(port.of('picture')).toContainEqual({
      type: 'picture',
      key: asked(1).key,
      data: PNG.toString('base64'),
      mime: 'image/png',
    });
    expect(port.of('picture')).toContainEqual({ type: 'picture', key: asked(2).key, data: null, mime: null });
  });

  it('gets no picture of a badge that it did not ask about, nor any where its site is switched off', async () => {
    const { connect, requests } = await set();
    const other = connect(scriptSender(1));
    other.say({ type: 'check', badges: [asked(1)] });
    await until(() => other.of('report').length === 1);
    const port = connect(scriptSender(2));
    port.say({ type: 'picture', key: asked(1).key });
    port.say({ type: 'picture', key: asked(1).key, url: address(2) });
    port.say({ type: 'picture', key: asked(1).key, url: 'https://evil.example/' });
    await until(() => port.of('picture').length === 3);
    await updateSettings((before) => ({ ...before, sites: { 'linkedin.com': { off: true } } }));
    other.say({ type: 'picture', key: asked(1).key });
    await until(() => other.of('picture').length === 1);
    expect([...port.of('picture'), ...other.of('picture')].every(({ data }) => data === null)).toBe(true);
    expect(requests).toEqual([]);
  });

  it('gets the picture also over a new line, after the worker has died', async () => {
    const { connect } = await set();
    const first = connect();
    first.say({ type: 'check', badges: [asked(1)] });
    await until(() => first.of('report').length === 1);
    first.hangUp();
    const port = connect();
    port.say({ type: 'picture', ...asked(1) });
    await until(() => port.of('picture').length === 1);
    expect(port.of('picture')[0]).toMatchObject({ mime: 'image/png' });
  });

  it('is not kept waiting by a picture that does not come', async () => {
    const { connect, net } = await set();
    const port = connect();
    port.say({ type: 'check', badges: [asked(1)] });
    await until(() => port.of('report').length === 1);
    net.held = true;
    port.say({ type: 'picture', key: asked(1).key });
    port.say({ type: 'check', badges: [asked(2)] });
    await until(() => port.of('report').length === 2);
    expect(port.of('picture')).toEqual([]);
  });

  it('is told nothing of a data: picture but that there is one', async () => {
    const { connect } = await set(() => {
      const found = examined();
      return {
        ...found,
        badge: found.badge && { ...found.badge, image: `data:image/png;base64,${PNG.toString('base64')}` },
      };
    });
    const port = connect();
    port.say({ type: 'check', badges: [asked(1)] });
    await until(() => port.of('report').length === 1);
    expect(JSON.stringify(port.said)).not.toContain('iVBOR');
    port.say({ type: 'picture', key: asked(1).key });
    await until(() => port.of('picture').length === 1);
    expect(port.of('picture')[0]).toMatchObject({ mime: 'image/png', data: PNG.toString('base64') });
  });

  it('counts on the toolbar of its own tab, in words too', async () => {
    const { connect } = await set();
    const port = connect(scriptSender(5));
    port.say({ type: 'summary', count: 3, tone: 'bad' });
    await settle();
    expect(await fakeBrowser.action.getBadgeText({ tabId: 5 })).toBe('3');
    expect(await fakeBrowser.action.getTitle({ tabId: 5 })).toBe('toolbar.count 3 toolbar.bad');
    port.say({ type: 'summary', count: 12_345, tone: null });
    await settle();
    expect(await fakeBrowser.action.getBadgeText({ tabId: 5 })).toBe('999+');
    port.say({ type: 'summary', count: 0, tone: null });
    await settle();
    expect(await fakeBrowser.action.getBadgeText({ tabId: 5 })).toBe('');
  });
});

describe('strangers', () => {
  it.each([
    ['another extension', { id: 'other', origin: 'chrome-extension://other' }],
    ['a web page', { origin: 'https://www.linkedin.com', tab: { id: 1 } }],
    ['one of our own pages that poses as a page', OWN],
    ['nobody', {}],
  ])('get no line: %s', async (_name, sender) => {
    const { connect, examinations, dropped } = await set();
    const port = connect(sender as object);
    port.say({ type: 'check', badges: [asked(1)] });
    await settle();
    expect([port.closed, port.said, examinations]).toEqual([true, [], []]);
    expect(dropped()).toBe(1);
  });

  it('get no answer to requests, and content scripts get none to those of our pages', async () => {
    const { request } = await set();
    for (const sender of [{}, { id: 'other', origin: 'chrome-extension://other' }, scriptSender()]) {
      for (const message of [
        { type: 'clear-cache' },
        { type: 'check-source', url: address(1) },
        { type: 'delete-everything' },
      ]) {
        expect(await request(message, sender)).toBe('no answer');
      }
    }
  });

  it('say what they like: malformed messages are counted and dropped', async () => {
    const { connect, dropped } = await set();
    const port = connect();
    for (const message of [null, 7, 'x', [], {}, { type: 'check' }, { type: 'clear-cache' }]) port.say(message);
    await settle();
    expect(dropped()).toBe(7);
    expect(port.said).toEqual([]);
  });
});

describe('a private window', () => {
  const everythingKept = async () =>
    JSON.stringify([
      await Promise.all(
        (await Dexie.getDatabaseNames()).map(async (name) => {
          const db = await new Dexie(name).open();
          return Promise.all(db.tables.map((table) => table.toArray()));
        }),
      ),
      await fakeBrowser.storage.local.get(),
      await fakeBrowser.alarms.getAll(),
    ]);

  it('has its badges checked once, and nothing about them written down', async () => {
    const { connect, request, examinations, requests } = await set((_url, fetch) =>
      fetch(`${address(1)}.json`).then(() => examined()),
    );
    const ports = [1, 2].map((tab) => connect(scriptSender(tab, 'www.linkedin.com', 0, true)));
    for (const port of ports) port.say({ type: 'check', badges: [asked(1)] });
    await until(() => ports.every((port) => port.of('report').length === 1));
    ports[0]?.say({ type: 'picture', key: asked(1).key });
    await until(() => ports[0]?.of('picture').length === 1);
    expect(ports[0]?.of('picture')[0]).toMatchObject({ mime: 'image/png' });
    await request({ type: 'check-source', url: address(2) }, { ...OWN, tab: { id: 3, incognito: true } });
    expect(examinations).toEqual([address(1), address(2)]);
    const kept = await everythingKept();
    for (const trace of [id(1), id(2), 'credly', 'Knots']) expect(kept).not.toContain(trace);
    expect(requests.map(({ init }) => init?.cache)).toEqual(['no-store', 'no-store', 'no-store']);
  });

  it('neither gives to nor takes from what is kept, and is emptied with it', async () => {
    const { connect, request, examinations } = await set();
    const open = connect(scriptSender(1));
    open.say({ type: 'check', badges: [asked(1)] });
    await until(() => open.of('report').length === 1);
    const hidden = connect(scriptSender(2, 'www.linkedin.com', 0, true));
    hidden.say({ type: 'check', badges: [asked(1)] });
    await until(() => hidden.of('report').length === 1);
    expect([examinations.length, open.of('report').length]).toEqual([2, 1]);
    await request({ type: 'clear-cache' });
    hidden.say({ type: 'check', badges: [asked(1)] });
    await until(() => hidden.of('report').length === 2);
    expect(examinations).toHaveLength(3);
  });
});

describe('our own pages', () => {
  it('have a link checked through the ledger, by hand, with the whole report', async () => {
    const { request, examinations } = await set();
    const first = (await request({
      type: 'check-source',
      url: `${address(1)}?utm_source=x`,
      holderName: 'Bea Other',
    })) as { report: Report };
    expect(first.report).toMatchObject({ verdict: 'verified', tone: 'caution', holder: { match: 'differs' } });
    await request({ type: 'check-source', text: `  ${address(1)}\n` });
    expect(examinations).toEqual([address(1)]);
    await request({ type: 'check-source', url: address(1), again: true });
    expect(examinations).toHaveLength(2);
  });

  it('have pasted documents and unknown addresses checked without the ledger', async () => {
    const { request, examinations } = await set();
    await request({ type: 'check-source', text: '{"type":"Assertion"}' });
    await request({ type: 'check-source', url: 'https://issuer.example/assertion/1' });
    expect(examinations).toEqual(['{"type":"Assertion"}', 'https://issuer.example/assertion/1']);
    expect(await request({ type: 'cache-info' })).toEqual({ answers: 0, jobs: 0 });
  });

  it('see how much is cached, and clear it', async () => {
    const { request } = await set();
    await request({ type: 'check-source', url: address(1) });
    expect(await request({ type: 'cache-info' })).toEqual({ answers: 1, jobs: 0 });
    expect(await request({ type: 'clear-cache' })).toEqual({ done: true });
    expect(await request({ type: 'cache-info' })).toEqual({ answers: 0, jobs: 0 });
  });

  it('delete everything', async () => {
    const { request } = await set();
    await updateSettings((before) => ({ ...before, emails: ['me@example.org'] }));
    await request({ type: 'check-source', url: address(1) });
    expect(await request({ type: 'delete-everything' })).toEqual({ done: true });
    expect(await request({ type: 'cache-info' })).toEqual({ answers: 0, jobs: 0 });
    expect((await readSettings()).emails).toEqual([]);
  });

  it('bring the content script into a tab, or hear that there is no access', async () => {
    const { request, state } = await set();
    expect(await request({ type: 'check-page', tabId: 9 })).toEqual({ done: true });
    expect(state.executed).toEqual([{ target: { tabId: 9, frameIds: [0] }, files: ['content-scripts/page.js'] }]);
    state.refuseScripts = true;
    expect(await request({ type: 'check-page', tabId: 9 })).toEqual({ done: false, reason: 'no-access' });
  });
});

describe('site access', () => {
  it('follows what is granted, leaves out LinkedIn and what is switched off, and is taken back', async () => {
    const { state, events, connect } = await set();
    const grant = 'https://portfolio.example/*';
    state.granted.push(grant);
    events.onAdded.fire({ origins: [grant] });
    await until(() => state.scripts.length === 1);
    expect(state.scripts[0]).toMatchObject({
      js: ['content-scripts/page.js'],
      matches: [grant],
      excludeMatches: ['https://*.linkedin.com/*'],
      persistAcrossSessions: true,
    });

    const port = connect(scriptSender(1, 'portfolio.example'));
    port.say({ type: 'hello', dark: false });
    await until(() => port.of('terms').length === 1);
    expect(port.of('terms')[0]).toMatchObject({ terms: { off: false } });

    await updateSettings((before) => ({ ...before, sites: { 'diary.example': { off: true } } }));
    await until(() => (state.scripts[0]?.excludeMatches?.length ?? 0) === 3);
    expect(state.scripts[0]?.excludeMatches).toContain('https://diary.example/*');

    state.granted.pop();
    events.onRemoved.fire({ origins: [grant] });
    await until(() => state.scripts.length === 0);
    await until(
      () =>
        port.of('terms').at(-1)?.terms !== undefined && JSON.stringify(port.of('terms').at(-1)).includes('"off":true'),
    );
    // An idle page that asks later hears the same.
    const late = connect(scriptSender(2, 'portfolio.example'));
    late.say({ type: 'hello', dark: false });
    await until(() => late.of('terms').length === 1);
    expect(late.of('terms')[0]).toMatchObject({ terms: { off: true } });
    expect(state.nudged).toContain(1);
  });

  it('looks again at what could not be decided once a permission is there', async () => {
    const { request, events, state } = await set(() => examined({ verdict: 'undecided' }));
    await request({ type: 'check-source', url: address(1) });
    expect(await request({ type: 'cache-info' })).toEqual({ answers: 1, jobs: 0 });
    state.granted.push('https://issuer.example/*');
    events.onAdded.fire({ origins: ['https://issuer.example/*'] });
    await settle();
    expect(await request({ type: 'cache-info' })).toEqual({ answers: 0, jobs: 0 });
  });

  /** An examination that tries these addresses, as a badge's own documents might make it. */
  const tries =
    (...addresses: string[]) =>
    async (_url: string, fetch: typeof globalThis.fetch) => {
      for (const one of addresses) await fetch(one).catch(() => {});
      return examined({ asked: [] });
    };
  const LINKEDIN = ['https://www.linkedin.com/in/x', 'https://linkedin.com/', 'https://media.linkedin.com./1'];
  const PLATFORM = 'https://www.credly.com/x';
  const GRANTED = 'https://issuer.example/x';

  it('sends nothing to LinkedIn, however it is asked, and no check by itself to anybody but platforms', async () => {
    const { connect, state, requests } = await set(tries(...LINKEDIN, PLATFORM, GRANTED));
    state.granted.push('https://*/*');
    const port = connect();
    const hosts = async (how: object) => {
      const before = requests.length;
      const reports = port.of('report').length;
      port.say({ type: 'check', badges: [asked(1)], ...how });
      await until(() => port.of('report').length > reports);
      return requests.slice(before).map(({ address: one }) => one);
    };
    expect(await hosts({})).toEqual([PLATFORM]);
    expect(await hosts({ byHand: true })).toEqual([PLATFORM, GRANTED]);
    expect(await hosts({ again: true })).toEqual([PLATFORM, GRANTED]);
  });

  it('sends nothing to LinkedIn for our own pages either, and to whom the reader granted what they ask by hand', async () => {
    const { request, state, requests } = await set(tries(...LINKEDIN, GRANTED));
    state.granted.push('https://*/*');
    await request({ type: 'check-source', url: address(1) });
    await request({ type: 'check-source', url: 'https://issuer.example/assertion/1' });
    for (const one of LINKEDIN) await request({ type: 'picture', address: one });
    expect(requests.map((one) => one.address)).toEqual([GRANTED, GRANTED]);
  });

  it('sends nothing to a host without permission', async () => {
    const { request, requests } = await set();
    expect(await request({ type: 'picture', address: 'https://tracker.example/1.png' })).toEqual({
      data: null,
      mime: null,
    });
    expect(requests).toEqual([]);
  });
});

describe('the menu', () => {
  it('is made at installation, once', async () => {
    const { state } = await set();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', temporary: false } as never);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install', temporary: false } as never);
    await settle();
    expect(state.menus).toEqual([
      {
        id: 'check-badge',
        title: 'menu.check',
        contexts: ['link', 'image'],
        documentUrlPatterns: ['https://*/*', 'http://*/*'],
      },
      {
        id: 'claim-badge',
        title: 'common.claim',
        contexts: ['link', 'image', 'page'],
        documentUrlPatterns: ['https://*/*', 'http://*/*'],
      },
    ]);
    expect(state.opened).toEqual([`${OWN.origin}/welcome.html`]);
  });

  it('leads to the wallet with what was clicked, else with the page’s own badge, and adds nothing', async () => {
    const { state, events } = await set();
    const badge = 'https://www.credly.com/badges/8bd3a3c8-5b44-4f7c-a3d0-0f2b7b3f5a11';
    const claim = (more: object) => events.onClicked.fire({ menuItemId: 'claim-badge', ...more }, { id: 1 });
    claim({ linkUrl: `${badge}/linked_in_profile?trk=x`, pageUrl: 'https://www.linkedin.com/in/x' });
    claim({ pageUrl: `${badge}/public_url` });
    claim({ linkUrl: 'javascript:alert(1)', pageUrl: badge });
    claim({ pageUrl: 'http://plain.example/' });
    await settle();
    const wallet = `${OWN.origin}/wallet.html`;
    const at = `${wallet}#add=${encodeURIComponent(badge)}`;
    expect(state.opened).toEqual([at, at, wallet, wallet]);
  });

  it('no e-mail address of a link gets into an address of ours, and so into the history', async () => {
    const { state, events } = await set();
    const linkUrl = 'https://badges.lumen.example/17?identity__email=mira%40mail.example&x=1';
    const inPath = 'https://badges.lumen.example/mira%40mail.example';
    events.onClicked.fire({ menuItemId: 'claim-badge', linkUrl }, { id: 1 });
    events.onClicked.fire({ menuItemId: 'claim-badge', pageUrl: linkUrl }, { id: 1 });
    events.onClicked.fire({ menuItemId: 'check-badge', linkUrl, frameId: 0 }, { id: 1 });
    events.onClicked.fire({ menuItemId: 'claim-badge', linkUrl: inPath }, { id: 1 });
    events.onClicked.fire({ menuItemId: 'check-badge', linkUrl: inPath, frameId: 0 }, { id: 1 });
    await settle();
    const left = encodeURIComponent('https://badges.lumen.example/17?x=1');
    expect(state.opened.toSorted()).toEqual([
      `${OWN.origin}/desk.html`,
      `${OWN.origin}/desk.html#check=${left}`,
      `${OWN.origin}/wallet.html#add`,
      `${OWN.origin}/wallet.html#add=${left}`,
      `${OWN.origin}/wallet.html#add=${left}`,
    ]);
  });

  const click = (linkUrl: string | undefined, srcUrl?: string) => ({
    menuItemId: 'check-badge',
    linkUrl,
    srcUrl,
    frameId: 0,
  });

  it('shows a badge on the page itself: at once where the page listens', async () => {
    const { events, connect, state } = await set();
    const port = connect(scriptSender(4));
    port.say({ type: 'hello', dark: false });
    events.onClicked.fire(click(`${address(1)}?x=y`), { id: 4 });
    await until(() => port.of('show').length === 1);
    expect(port.of('show')[0]).toEqual({ type: 'show', ...asked(1) });
    expect(state.executed[0]?.files).toEqual(['content-scripts/page.js']);
  });

  it('or as soon as the page says hello', async () => {
    const { events, connect, state } = await set();
    events.onClicked.fire(click(address(1)), { id: 4 });
    await until(() => state.nudged.includes(4));
    const port = connect(scriptSender(4));
    port.say({ type: 'hello', dark: false });
    await until(() => port.of('show').length === 1);
    port.say({ type: 'hello', dark: false });
    await settle();
    expect(port.of('show')).toHaveLength(1);
  });

  it('opens the desk where the page is closed to us, or where it is no badge that we know', async () => {
    const { events, state } = await set();
    state.refuseScripts = true;
    events.onClicked.fire(click(address(1)), { id: 4 });
    await until(() => state.opened.length === 1);
    state.refuseScripts = false;
    events.onClicked.fire(click('https://issuer.example/a?b=c#d&e'), { id: 4 });
    await until(() => state.opened.length === 2);
    events.onClicked.fire(click(undefined, `data:image/png;base64,${'A'.repeat(5000)}`), { id: 4 });
    await until(() => state.opened.length === 3);
    events.onClicked.fire(click('javascript:alert(1)'), { id: 4 });
    await until(() => state.opened.length === 4);
    expect(state.opened).toEqual([
      `${OWN.origin}/desk.html#check=${encodeURIComponent(address(1))}`,
      `${OWN.origin}/desk.html#check=${encodeURIComponent('https://issuer.example/a?b=c#d&e')}`,
      `${OWN.origin}/desk.html`,
      `${OWN.origin}/desk.html`,
    ]);
  });
});

describe('a change of settings', () => {
  it('reaches every page that listens, and only what applies to it', async () => {
    const { connect, state } = await set();
    const linkedin = connect(scriptSender(1));
    const blog = connect(scriptSender(2, 'blog.example'));
    await updateSettings((before) => ({ ...before, sites: { 'linkedin.com': { off: true } } }));
    await until(() => linkedin.of('terms').length === 1 && blog.of('terms').length === 1);
    expect(linkedin.of('terms')[0]).toMatchObject({ terms: { off: true } });
    expect(blog.of('terms')[0]).toMatchObject({ terms: { off: false } });
    expect(state.accessLevels).toEqual(['TRUSTED_CONTEXTS']);
  });
});
