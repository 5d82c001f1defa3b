import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { startBackground } from '../../../utils/background/start.ts';
import { conceal } from '../../../utils/badge/recipient.ts';
import type { Examined, Report } from '../../../utils/badge/report.ts';
import { LEDGER_DATABASE } from '../../../utils/ledger/database.ts';
import { badgeKey, recogniseLink } from '../../../utils/links/index.ts';
import { asYours } from '../../../utils/pages/as-yours.ts';
import { updateSettings } from '../../../utils/settings/store.ts';
import { reportOn } from '../../../utils/verify/report-on.ts';
import type { Translate } from '../../../utils/words/types.ts';
import { fakePort, installBrowser, OWN, scriptSender, until } from './browser.ts';

const READER = 'reader@example.org';
const address = (n: number) => `https://www.credly.com/badges/1b2c3d4e-5f60-4718-8a9b-d37f06c2e77${n}`;
const asked = (n: number) => {
  const link = recogniseLink(address(n));
  if (!link) throw new Error('not a badge');
  return { key: badgeKey(link), url: address(n) };
};

/** Badge 1 was issued to the reader, all others to somebody else; all of them name another person than the page does. */
function examined(url: string): Examined {
  const identity = url === address(1) ? READER : 'other@example.org';
  return {
    verdict: 'verified',
    proof: 'hosted',
    checks: [{ id: 'recipient', outcome: 'warn', code: 'recipient-from-page' }],
    badge: { name: 'Knots', issuer: { name: 'Harbour School' }, skills: [], standard: 'OB2', raw: null },
    recipients: [conceal({ type: 'email', identity, hashed: false })],
    holderName: 'Bea Reader',
    issuer: { name: 'Harbour School', platform: { id: 'credly', vets: true } },
    checkedAt: '2026-03-01T12:00:00.000Z',
    asked: ['www.credly.com'],
  };
}

async function set(emails = [READER]) {
  await Dexie.delete(LEDGER_DATABASE);
  const { events } = installBrowser();
  await updateSettings((before) => ({ ...before, emails }));
  const examinations: string[] = [];
  startBackground({
    verification: {
      async examine(source) {
        const url = 'url' in source ? source.url : '';
        examinations.push(url);
        return examined(url);
      },
      reportOn,
    },
    t: ((key: string) => key) as Translate,
    themedIcons: false,
    fetch: () => Promise.reject(new TypeError('nobody is asked')),
  });
  /** What a page hears about badges 1 and 2, as text and as reports by key. */
  async function heard(person?: string, incognito = false) {
    const port = fakePort(scriptSender(1, 'www.linkedin.com', 0, incognito));
    events.onConnect.fire(port);
    port.say({ type: 'check', badges: [asked(1), asked(2)], ...(person !== undefined && { person }) });
    await until(() => port.of('report').length === 2);
    return new Map(port.of('report').map(({ key, report }) => [key as string, report as Report]));
  }
  const request = (message: unknown, sender: object = OWN) =>
    new Promise<unknown>((resolve) => {
      void fakeBrowser.runtime.onMessage
        .trigger(message as never, sender as never, resolve as never)
        .then((answers: unknown[]) => answers.some((one) => one === true) || resolve('no answer'));
    });
  return { heard, request, examinations };
}

beforeEach(() => fakeBrowser.reset());

describe('which badges are the reader’s own', () => {
  it.each([undefined, 'Bea Reader', 'Cato Elsewhere'])(
    'no page can tell: what it hears is the same for any reader (person of the page: %s)',
    async (person) => {
      const withAddress = await (await set()).heard(person);
      const without = await (await set([])).heard(person);
      expect(withAddress).toEqual(without);
      expect(withAddress.get(asked(1).key)).toEqual(withAddress.get(asked(2).key));
      expect(JSON.stringify([...withAddress])).not.toContain('yours');
    },
  );

  it('our own pages are told, of answers that are there, without asking anybody', async () => {
    const { heard, request, examinations } = await set();
    await heard();
    const keys = [asked(1).key, asked(2).key, asked(3).key];
    expect(await request({ type: 'yours', keys })).toEqual({ keys: [asked(1).key] });
    expect(examinations).toHaveLength(2);
  });

  it('our own pages are told of a private window’s too', async () => {
    const { heard, request } = await set();
    await heard(undefined, true);
    expect(await request({ type: 'yours', keys: [asked(1).key, asked(2).key] })).toEqual({ keys: [asked(1).key] });
  });

  it('nobody is told without an address of the reader, and pages never', async () => {
    const { heard, request } = await set([]);
    await heard();
    expect(await request({ type: 'yours', keys: [asked(1).key] })).toEqual({ keys: [] });
    expect(await request({ type: 'yours', keys: [asked(1).key] }, scriptSender())).toBe('no answer');
  });

  it('the desk’s report says so itself', async () => {
    const { request } = await set();
    const { report } = (await request({ type: 'check-source', url: address(1), holderName: 'Cato Elsewhere' })) as {
      report: Report;
    };
    expect(report).toMatchObject({ tone: 'ok', holder: { match: 'yours' } });
  });
});

describe('a page’s report, once its badge is known to be the reader’s', () => {
  it.each([undefined, '', 'Bea Reader', 'B. Reader', 'Cato Elsewhere'])(
    'is the one that the background would have made (person: %s)',
    (name) => {
      const bare: Examined[] = [examined(address(1)), { ...examined(address(1)), holderName: undefined }];
      for (const each of bare)
        for (const verdict of ['verified', 'expired', 'revoked'] as const) {
          const found = { ...each, verdict };
          expect(asYours(reportOn(found, { holder: { name } }))).toEqual(
            reportOn(found, { holder: { name, emails: [READER] } }),
          );
        }
    },
  );
});
