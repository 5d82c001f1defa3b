import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { DEFAULT_PREFERENCES, readPreferences, writePreferences } from '../../../utils/wallet/preferences.ts';
import { freshWallet } from './support.ts';

describe('preferences', () => {
  it('are the defaults until something is chosen, and then what was chosen', async () => {
    const db = freshWallet();
    expect(await readPreferences(db)).toEqual(DEFAULT_PREFERENCES);
    await writePreferences(db, { visibility: 'private', templates: { mastodon: 'Look: {name}' } });
    expect(await readPreferences(db)).toEqual({
      ...DEFAULT_PREFERENCES,
      visibility: 'private',
      templates: { mastodon: 'Look: {name}' },
    });
  });

  it('of two windows do not overwrite each other', async () => {
    const db = freshWallet();
    await Promise.all([
      writePreferences(db, { name: 'Bea Reader' }),
      writePreferences(new WalletDatabase(db.name), { notify: true }),
    ]);
    expect(await readPreferences(db)).toMatchObject({ name: 'Bea Reader', notify: true });
  });

  it.each<[string, unknown]>([
    ['visibility', 'everybody'],
    ['visibility', 1],
    ['name', null],
    ['notify', 'yes'],
    ['favourite', {}],
    ['mastodon', ['x']],
    ['templates', []],
    ['templates', ['x']],
    ['templates', { x: 1 }],
    ['templates', { 'No target': 'x' }],
    ['target', 'No target'],
    ['postLanguage', 'klingon'],
    ['hashtags', 'yes'],
    ['mastodon', 'https://social.example/'],
    ['templates', null],
    ['warnedUntil', '7'],
    ['warnedUntil', Number.NaN],
    ['warnedUntil', Number.POSITIVE_INFINITY],
    ['__proto__', { polluted: true }],
    ['somethingElse', 'x'],
  ])('with garbage in %s (%j) are the defaults', async (key, value) => {
    const db = freshWallet();
    await db.preferences.put({ key, value });
    const read = await readPreferences(db);
    expect(read).toEqual(DEFAULT_PREFERENCES);
    expect(Object.keys(read).toSorted()).toEqual(Object.keys(DEFAULT_PREFERENCES).toSorted());
    expect('polluted' in {}).toBe(false);
  });
});
