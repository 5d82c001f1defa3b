import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import { issuerKey, organisationOf } from '../../../utils/wallet/organisations.ts';
import {
  addOwnName,
  DEFAULT_PREFERENCES,
  readPreferences,
  removeOwnName,
  writeOrganisation,
  writePreferences,
} from '../../../utils/wallet/preferences.ts';
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
    ['names', 'Bea Reader'],
    ['names', [1, ' ', null]],
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
    ['organisations', ['1035']],
    ['organisations', { 'https://lumen.example/': 'lumen-academy' }],
    ['organisations', { 'mailto:mira@mail.example': '1035' }],
    ['organisations', { 'https://lumen.example/': 1035 }],
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

describe('names of one’s own', () => {
  const namesIn = async (db: WalletDatabase) => {
    const { name, names } = await readPreferences(db);
    return [name, ...names];
  };

  it('are kept beside each other, the first as the one that one goes by', async () => {
    const db = freshWallet();
    for (const name of ['Bea  Reader', '陳大文', 'Bea Reader', '陳大文', 'B. Quill']) await addOwnName(db, name);
    expect(await namesIn(db)).toEqual(['Bea Reader', '陳大文', 'B. Quill']);
    await removeOwnName(db, '陳大文');
    expect(await namesIn(db)).toEqual(['Bea Reader', 'B. Quill']);
    await removeOwnName(db, 'Bea Reader');
    expect(await namesIn(db)).toEqual(['', 'B. Quill']);
  });

  it('of two windows are both kept', async () => {
    const db = freshWallet();
    await addOwnName(db, 'Bea Reader');
    await Promise.all([addOwnName(db, '陳大文'), addOwnName(new WalletDatabase(db.name), 'B. Quill')]);
    expect((await namesIn(db)).toSorted()).toEqual(['B. Quill', 'Bea Reader', '陳大文']);
  });
});

describe('LinkedIn’s number of an issuer', () => {
  const LUMEN = {
    issuer: { name: 'Lumen Academy', id: 'https://lumen.example/issuer', url: 'https://lumen.example/' },
  };

  it('is remembered for that issuer, forgotten again, and those of others stay', async () => {
    const db = freshWallet();
    const other = { issuer: { name: 'Lumen Academy', url: 'https://other.example/' } };
    await Promise.all([
      writeOrganisation(db, issuerKey(LUMEN) ?? '', '1035'),
      writeOrganisation(db, issuerKey(other) ?? '', '2046'),
    ]);
    const both = await readPreferences(db);
    expect([organisationOf(both, LUMEN), organisationOf(both, other)]).toEqual(['1035', '2046']);
    await writeOrganisation(db, issuerKey(LUMEN) ?? '', '');
    const one = await readPreferences(db);
    expect([organisationOf(one, LUMEN), organisationOf(one, other)]).toEqual(['', '2046']);
  });

  it('goes by identifier or address, never by a name that anybody may have', () => {
    expect(issuerKey(LUMEN)).toBe('https://lumen.example/issuer');
    expect(issuerKey({ issuer: { name: 'Lumen Academy' } })).toBeNull();
    expect(issuerKey({ issuer: { name: 'Lumen Academy', id: 'mailto:mira@mail.example' } })).toBeNull();
    expect(organisationOf(DEFAULT_PREFERENCES, { issuer: { name: 'x', id: '__proto__' } })).toBe('');
  });
});
