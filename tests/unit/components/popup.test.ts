import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type NoticeInput, noticeOf } from '../../../entrypoints/popup/notice.ts';
import { PanelLink } from '../../../entrypoints/popup/panel-link.ts';
import { pageKind, sitePattern } from '../../../entrypoints/popup/site.ts';
import { browser } from '../../../utils/browser.ts';
import type { PanelState } from '../../../utils/messages/protocol.ts';
import { DEFAULT_SETTINGS } from '../../../utils/settings/defaults.ts';

const state: PanelState = {
  type: 'findings',
  person: null,
  terms: { checking: 'auto', marks: true, off: false },
  findings: [],
};
const input = (changes: Partial<NoticeInput>): NoticeInput => ({
  phase: 'absent',
  panel: null,
  settings: DEFAULT_SETTINGS,
  tab: { id: 1, url: 'https://asha.example/cv' },
  grants: { site: false, everywhere: false, fixed: false, reachable: false },
  refused: false,
  ...changes,
});
const off = { ...DEFAULT_SETTINGS, sites: { 'asha.example': { off: true } } };

describe('what the popup says where there is no list', () => {
  it.each([
    ['a page nobody looked at', {}, 'absent'],
    ['no access to the tab’s address', { tab: { id: 1, url: undefined } }, 'absent'],
    ['the browser’s own page', { tab: { id: 1, url: 'chrome://extensions/' } }, 'unreadable'],
    ['a store', { tab: { id: 1, url: 'https://chromewebstore.google.com/detail/x' } }, 'unreadable'],
    ['a PDF', { tab: { id: 1, url: 'https://asha.example/cv.PDF?x' } }, 'pdf'],
    [
      'an allowed site without our script',
      { grants: { site: true, everywhere: false, fixed: false, reachable: true } },
      'reload',
    ],
    [
      'a platform’s site, which may be asked but is not read',
      {
        tab: { id: 1, url: 'https://www.credly.com/badges/x' },
        grants: { site: false, everywhere: false, fixed: true, reachable: true },
      },
      'absent',
    ],
    [
      'LinkedIn after an update',
      {
        tab: { id: 1, url: 'https://www.linkedin.com/in/a' },
        grants: { site: false, everywhere: false, fixed: true, reachable: true },
      },
      'reload',
    ],
    ['refused by the browser', { refused: true }, 'refused'],
    ['switched off by settings', { settings: off }, 'off'],
    [
      'just switched on again',
      { phase: 'linked', panel: { ...state, terms: { ...state.terms, off: true } } },
      'looking',
    ],
    ['nothing found', { phase: 'linked', panel: state }, 'nothing'],
    ['the page went away', { phase: 'gone', panel: state }, 'gone'],
    ['just opened', { phase: 'starting' }, 'looking'],
  ] as [string, Partial<NoticeInput>, string][])('%s', (_, changes, notice) => {
    expect(noticeOf(input(changes))).toBe(notice);
  });
});

describe('addresses', () => {
  it('permission patterns are for https only and name one host', () => {
    expect(sitePattern('https://asha.example:444/cv?x=1')).toBe('https://asha.example/*');
    for (const address of [undefined, 'http://asha.example/', 'file:///x', 'chrome://x', 'nonsense'])
      expect(sitePattern(address)).toBeNull();
    expect(pageKind('view-source:https://asha.example/')).toBe('unreadable');
  });
});

describe('the line to the page', () => {
  type Port = { message: (m: unknown) => unknown; drop: () => unknown; sent: unknown[] };
  const ports: Port[] = [];
  const states: PanelState[] = [];
  const silences: boolean[] = [];
  const events = { onState: (s: PanelState) => states.push(s), onSilence: (before: boolean) => silences.push(before) };

  beforeEach(() => {
    vi.useFakeTimers();
    fakeBrowser.reset();
    for (const list of [ports, states, silences]) list.length = 0;
    Object.assign(browser.tabs, {
      connect: () => {
        const hears: ((m: unknown) => void)[] = [];
        const drops: (() => void)[] = [];
        const port: Port = {
          message: (m) => hears.map((l) => l(m)),
          drop: () => drops.map((l) => l()),
          sent: [],
        };
        ports.push(port);
        return {
          onMessage: { addListener: (l: (m: unknown) => void) => hears.push(l) },
          onDisconnect: { addListener: (l: () => void) => drops.push(l) },
          postMessage: (m: unknown) => port.sent.push(m),
          disconnect: () => {},
        };
      },
    });
  });
  afterEach(() => vi.useRealTimers());

  it('passes findings on and nothing else', () => {
    const link = new PanelLink(1, events);
    link.connect();
    for (const junk of [null, 'findings', { type: 'other' }, 7]) ports[0]?.message(junk);
    ports[0]?.message(state);
    expect(states).toEqual([state]);
    expect(link.send({ type: 'scroll', key: 'a' })).toBe(true);
    expect(ports[0]?.sent).toEqual([{ type: 'scroll', key: 'a' }]);
  });
  it('says that nobody is there after one more try', () => {
    new PanelLink(1, events).connect();
    ports.at(-1)?.drop();
    expect(silences).toEqual([]);
    vi.advanceTimersByTime(200);
    ports.at(-1)?.drop();
    expect(silences).toEqual([false]);
    expect(ports).toHaveLength(2);
  });
  it('survives a navigation, and says when the page is gone for good', () => {
    const link = new PanelLink(1, events);
    link.connect();
    ports.at(-1)?.message(state);
    ports.at(-1)?.drop();
    vi.advanceTimersByTime(200);
    ports.at(-1)?.message(state);
    expect(states).toHaveLength(2);
    expect(silences).toEqual([]);
    for (let n = 0; n < 4; n += 1) {
      ports.at(-1)?.drop();
      vi.advanceTimersByTime(2000);
    }
    expect(silences).toEqual([true]);
    expect(link.send({ type: 'scroll', key: 'a' })).toBe(false);
  });
});
