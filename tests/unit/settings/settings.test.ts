import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS } from '../../../utils/settings/defaults.ts';
import { migrateSettings } from '../../../utils/settings/migrate.ts';
import { readSettings, updateSettings, watchSettings } from '../../../utils/settings/store.ts';
import { siteOf, termsFor, withSite } from '../../../utils/settings/terms.ts';
import type { Settings } from '../../../utils/settings/types.ts';

beforeEach(() => fakeBrowser.reset());

describe('terms of a site', () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    sites: {
      'linkedin.com': { checking: 'click' },
      'example.org': { off: true },
      'blog.example.org': { marks: false },
    },
  };

  it.each([
    ['www.linkedin.com', { checking: 'click', marks: true, off: false }],
    ['tw.linkedin.com', { checking: 'click', marks: true, off: false }],
    ['notlinkedin.com', { checking: 'auto', marks: true, off: false }],
    ['linkedin.com.evil.example', { checking: 'auto', marks: true, off: false }],
    ['WWW.Example.org', { checking: 'auto', marks: true, off: true }],
    ['blog.example.org', { checking: 'auto', marks: false, off: false }],
    ['constructor', { checking: 'auto', marks: true, off: false }],
    ['__proto__', { checking: 'auto', marks: true, off: false }],
    ['', { checking: 'auto', marks: true, off: false }],
  ])('%s', (host, terms) => {
    expect(termsFor(host, settings)).toEqual(terms);
  });

  it('follows the defaults where a site has no choice of its own', () => {
    const calm = { ...settings, defaults: { checking: 'click' as const, marks: false } };
    expect(termsFor('a.example', calm)).toEqual({ checking: 'click', marks: false, off: false });
  });

  it('changes one site, and goes back to the default', () => {
    const once = withSite(DEFAULT_SETTINGS, 'www.a.example', { checking: 'click', marks: false });
    expect(once.sites).toEqual({ 'a.example': { checking: 'click', marks: false } });
    const twice = withSite(once, 'a.example', { marks: undefined });
    expect(twice.sites).toEqual({ 'a.example': { checking: 'click' } });
    expect(withSite(twice, 'a.example', { checking: undefined }).sites).toEqual({});
    expect(DEFAULT_SETTINGS.sites).toEqual({});
  });

  it('keeps every prototype clean, whatever a host is called', () => {
    const changed = withSite(DEFAULT_SETTINGS, '__proto__', { off: true });
    expect(termsFor('other.example', changed).off).toBe(false);
    expect(termsFor('__proto__', migrateSettings(structuredClone(changed))).off).toBe(true);
    expect(({} as { off?: boolean }).off).toBeUndefined();
  });

  it('knows LinkedIn as one site', () => {
    expect(siteOf('www.linkedin.com')).toBe(siteOf('de.linkedin.com'));
    expect(siteOf('evil-linkedin.com')).not.toBe(siteOf('linkedin.com'));
  });
});

describe('what lies in storage', () => {
  it.each([[undefined], [null], ['text'], [[]], [{}], [{ version: 99 }], [{ sites: [], emails: 'x', trusted: null }]])(
    'reads %j as the defaults',
    (stored) => {
      expect(migrateSettings(stored)).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('keeps what is right and drops what is not, member by member', () => {
    expect(
      migrateSettings({
        defaults: { checking: 'click', marks: 'no' },
        sites: { 'a.example': { off: true, checking: 'never' }, 'b.example': 'x' },
        emails: ['ada@example.org', 7, 'no address'],
        trusted: [{ id: 'https://issuer.example', name: 'Issuer', extra: 1 }, { name: 'no id' }, null],
        registries: [
          { name: 'Guild', address: 'https://guild.example/list.json' },
          { name: 'Twice', address: 'https://guild.example/list.json' },
          { name: 'Plain', address: 'http://guild.example/list.json' },
          { address: 7 },
        ],
        contexts: [
          { address: 'https://guild.example/v1', sha256: 'ab'.repeat(32), text: '{"@context":{}}', extra: 1 },
          { address: 'https://guild.example/v2', sha256: 'short', text: '{}' },
        ],
      }),
    ).toEqual({
      version: 1,
      defaults: { checking: 'click', marks: true },
      sites: { 'a.example': { off: true }, 'b.example': {} },
      emails: ['ada@example.org'],
      trusted: [{ id: 'https://issuer.example', name: 'Issuer' }],
      registries: [{ name: 'Guild', address: 'https://guild.example/list.json' }],
      contexts: [{ address: 'https://guild.example/v1', sha256: 'ab'.repeat(32), text: '{"@context":{}}' }],
    });
  });

  it('is stable, and never makes anything throw', () => {
    fc.assert(
      fc.property(fc.anything({ maxDepth: 4, withNullPrototype: true }), (stored) => {
        const once = migrateSettings(stored);
        expect(migrateSettings(structuredClone(once))).toEqual(once);
      }),
    );
  });
});

describe('the store', () => {
  it('begins with the defaults and survives damaged storage', async () => {
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    await fakeBrowser.storage.local.set({ settings: 'garbage' });
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('loses no change when many are made at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        updateSettings((before) => withSite(before, `s${i}.example`, { off: true })),
      ),
    );
    expect(Object.keys((await readSettings()).sites)).toHaveLength(20);
  });

  it('goes on after a change that failed', async () => {
    const failing = updateSettings(() => {
      throw new Error('bug');
    });
    await expect(failing).rejects.toThrow('bug');
    expect((await updateSettings((before) => withSite(before, 'a.example', { off: true }))).sites).toEqual({
      'a.example': { off: true },
    });
  });

  it('tells who watches, until they stop', async () => {
    const heard: Settings[] = [];
    const stop = watchSettings((settings) => heard.push(settings));
    await updateSettings((before) => ({ ...before, emails: ['ada@example.org'] }));
    await fakeBrowser.storage.local.set({ other: 1 });
    stop();
    await updateSettings((before) => ({ ...before, emails: [] }));
    expect(heard.map(({ emails }) => emails)).toEqual([['ada@example.org']]);
  });
});
