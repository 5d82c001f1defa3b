import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Manifest = Record<string, unknown> & { version: string; permissions: string[]; host_permissions: string[] };

const readJson = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8'));

/**
 * What the browsers are asked for, word for word. A change here is a change of power: docs/permissions.md must say it too, and an update that asks
 * for more is switched off by the browsers until every reader has agreed again.
 */
describe.each(['chrome', 'firefox'])('manifest for %s', (browser) => {
  const manifest = readJson(`.output/${browser}-mv3/manifest.json`);

  test('is the agreed one', () => {
    const { version, ...rest } = manifest;
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(rest).toEqual(readJson(`tests/unit/build/${browser}.manifest.json`));
  });

  test('is explained, word by word, in docs/permissions.md', () => {
    const page = readFileSync('docs/permissions.md', 'utf8');
    const optional = manifest.optional_host_permissions as string[];
    const hosts = [...manifest.host_permissions, ...optional].map((pattern) =>
      pattern.replace(/^https:\/\/|\/\*$/g, ''),
    );
    const powers = [...manifest.permissions, ...(manifest.optional_permissions as string[])];
    for (const asked of [...hosts, ...powers]) expect(page).toContain(asked);
  });

  test('asks for no more than the design allows', () => {
    expect(manifest.host_permissions.filter((host) => /^(<all_urls>|\*|http:)|:\/\/\*\//.test(host))).toEqual([]);
    for (const power of ['tabs', 'webRequest', 'history', 'cookies', 'unlimitedStorage', 'notifications']) {
      expect(manifest.permissions).not.toContain(power);
    }
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });
});
