/** The user's own page: what it is made of, and its ways out. */
import { barePicture } from '../../share/bare-picture/index.ts';
import { MAX_PICTURE } from '../../share/profile/data-picture.ts';
import { type ProfilePage, profilePage } from '../../share/profile/page.ts';
import type { Profile, ProfileBadge } from '../../share/profile/types.ts';
import { listBadges } from '../../wallet/badges.ts';
import { fileName } from '../../wallet/exports/file-name.ts';
import { readProfile, writeProfile } from '../../wallet/profile.ts';
import { shareableOf, shareFactsOf } from '../../wallet/shareable.ts';
import type { BadgeRow } from '../../wallet/types.ts';
import { attempted } from './attempt.ts';
import { wallet } from './open.ts';
import { saveFile } from './save-file.ts';

/** What of a badge is too heavy for lists. */
export interface Heavy {
  description?: string;
  picture?: Uint8Array;
}

/** Of those that are in the wallet. Rejects where the database does. */
export async function readHeavy(ids: readonly string[]): Promise<Map<string, Heavy>> {
  const rows = await wallet.kept.bulkGet([...ids]);
  return new Map(
    rows
      .filter((row) => row !== undefined)
      .map(({ id, examined, picture }) => {
        const description = examined.badge?.description;
        return [id, { ...(description !== undefined && { description }), ...(picture && { picture: picture.bytes }) }];
      }),
  );
}

/** The page of the badges that are to be shown, in their order. `now`: milliseconds since the epoch. */
export function pageOf(
  profile: Profile,
  rows: ReadonlyMap<string, BadgeRow>,
  heavy: ReadonlyMap<string, Heavy>,
  now: number,
): ProfilePage {
  const badges = profile.badges.flatMap(({ id, shown }) => {
    const row = rows.get(id);
    return row && shown ? [profileBadge(row, heavy.get(id), now)] : [];
  });
  return profilePage(profile, badges, now);
}

function profileBadge(row: BadgeRow, heavy: Heavy | undefined, now: number): ProfileBadge {
  return {
    id: row.id,
    badge: shareableOf(row, now, heavy?.description).badge,
    facts: shareFactsOf(row, now),
    ...(heavy?.picture && { picture: heavy.picture }),
  };
}

/** The page as it was saved last, with the badges as they stand now. Rejects where the database does. */
export async function savedPage(now: number): Promise<ProfilePage> {
  const [profile, rows] = await Promise.all([readProfile(wallet), listBadges(wallet)]);
  const shown = profile.badges.filter((choice) => choice.shown).map(({ id }) => id);
  return pageOf(profile, new Map(rows.map((row) => [row.id, row])), await readHeavy(shown), now);
}

/** The new revision; null: another window was quicker, or the wallet said no. */
export function saveProfile(revision: number, profile: Profile): Promise<number | null> {
  return attempted(() => writeProfile(wallet, revision, profile));
}

export function savePage({ html }: ProfilePage, name: string): void {
  saveFile(fileName(name, 'html'), 'text/html', html);
}

/** The user's own picture, where browsers show its kind: kept as it is published, so that where a photograph was taken gets into no backup either. */
export async function readPicture(file: File): Promise<Uint8Array | 'kind' | 'large'> {
  if (file.size > MAX_PICTURE) return 'large';
  return barePicture(new Uint8Array(await file.arrayBuffer())) ?? 'kind';
}
