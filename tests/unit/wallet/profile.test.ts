import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Profile } from '../../../utils/share/profile/types.ts';
import { WalletDatabase } from '../../../utils/wallet/database.ts';
import {
  EMPTY_PROFILE,
  PROFILE_KEY,
  profileOf,
  readProfile,
  storedProfile,
  writeProfile,
} from '../../../utils/wallet/profile.ts';
import { choicesOf, MAX_SHOWN, movedBy, setShown } from '../../../utils/wallet/profile-order.ts';
import { StaleEditError } from '../../../utils/wallet/trouble.ts';

/** One transparent pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const PROFILE: Profile = {
  name: 'Ada Beispiel',
  headline: 'Looks after clouds',
  picture: PIXEL,
  links: [
    { label: 'Diary', address: 'https://diary.example/' },
    { label: '', address: 'not yet an addr' },
  ],
  languages: ['English'],
  language: 'zh-TW',
  badges: [
    { id: 'b', shown: true },
    { id: 'a', shown: false },
  ],
};

const open: WalletDatabase[] = [];
function database(): WalletDatabase {
  const db = new WalletDatabase(`profile-${crypto.randomUUID()}`);
  open.push(db);
  return db;
}

afterEach(async () => {
  for (const db of open.splice(0)) await db.delete();
});

describe('the kept profile', () => {
  it('comes back as it was written, and goes through JSON as a backup does', async () => {
    const db = database();
    expect(await readProfile(db)).toEqual(EMPTY_PROFILE);
    expect(await writeProfile(db, 0, PROFILE)).toBe(1);
    expect(await readProfile(db)).toEqual({ ...PROFILE, revision: 1 });
    const row = await db.preferences.get(PROFILE_KEY);
    expect(profileOf(JSON.parse(JSON.stringify(row?.value)))).toEqual({ ...PROFILE, revision: 1 });
  });

  it('is not written over by a window that has not seen the last edit', async () => {
    const db = database();
    await writeProfile(db, 0, PROFILE);
    await expect(writeProfile(db, 0, { ...PROFILE, name: 'Late' })).rejects.toBeInstanceOf(StaleEditError);
    expect((await readProfile(db)).name).toBe('Ada Beispiel');
    const both = await Promise.allSettled([
      writeProfile(db, 1, { ...PROFILE, name: 'One' }),
      writeProfile(db, 1, { ...PROFILE, name: 'Two' }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('takes from a damaged or hostile row what is sound, and no more', () => {
    const stored = storedProfile({ ...PROFILE, revision: 4 });
    expect(profileOf({ ...stored, picture: btoa('<svg onload="alert(1)"/>') }).picture).toBeNull();
    expect(profileOf({ ...stored, picture: 'A'.repeat(2_000_000) }).picture).toBeNull();
    expect(profileOf({ ...stored, language: '"><script>' }).language).toBe('en');
    expect(profileOf({ ...stored, revision: -1 }).revision).toBe(0);
    expect(profileOf({ ...stored, badges: [{ id: 'a', shown: 'yes' }, { id: 7 }, null] }).badges).toEqual([
      { id: 'a', shown: false },
    ]);
    expect(profileOf({ ...stored, links: 'https://x.example' }).links).toEqual([]);
    expect(profileOf(null)).toEqual(EMPTY_PROFILE);
  });

  it('can be read whatever lies there, and read again the same', () => {
    const anyRow = fc.record(
      Object.fromEntries(
        Object.keys(EMPTY_PROFILE).map((key) => [key, fc.oneof(fc.anything(), fc.array(fc.object()))]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), anyRow), (value) => {
        const profile = profileOf(value);
        expect(profileOf(storedProfile(profile))).toEqual(profile);
      }),
    );
  });
});

describe('which badges, in which order', () => {
  const wallet = ['a', 'b', 'c', 'd'].map((id) => ({ id, fits: id !== 'c' }));
  const ids = (choices: readonly { id: string; shown: boolean }[]) =>
    choices.map(({ id, shown }) => (shown ? id.toUpperCase() : id)).join('');

  it('begin with all that fit', () => {
    expect(ids(choicesOf({ badges: [], revision: 0 }, wallet))).toBe('ABcD');
    const many = Array.from({ length: MAX_SHOWN + 5 }, (_, n) => ({ id: `${n}`, fits: true }));
    expect(choicesOf({ badges: [], revision: 0 }, many).filter(({ shown }) => shown)).toHaveLength(MAX_SHOWN);
  });

  it('stay as chosen: what came since is at the end and not shown, what went is gone', () => {
    const badges = [
      { id: 'd', shown: true },
      { id: 'gone', shown: true },
      { id: 'a', shown: false },
    ];
    expect(ids(choicesOf({ badges, revision: 3 }, wallet))).toBe('Dabc');
  });

  it('move by one step among those that are listed', () => {
    const choices = choicesOf({ badges: [], revision: 0 }, wallet);
    const isListed = (id: string) => id !== 'c';
    expect(ids(movedBy(choices, 'b', 1, isListed))).toBe('AcDB');
    expect(ids(movedBy(choices, 'd', -1, isListed))).toBe('ADBc');
    expect(movedBy(choices, 'a', -1, isListed)).toBe(choices);
    expect(movedBy(choices, 'd', 1, isListed)).toBe(choices);
    expect(movedBy(choices, 'nobody', 1, isListed)).toBe(choices);
  });

  it('are shown up to what a page holds', () => {
    const many = Array.from({ length: MAX_SHOWN + 1 }, (_, n) => ({ id: `${n}`, shown: n > 0 }));
    expect(setShown(many, new Set(['0']), true)).toBeNull();
    expect(setShown(many, new Set(['1']), false)?.filter(({ shown }) => shown)).toHaveLength(MAX_SHOWN - 1);
  });
});
