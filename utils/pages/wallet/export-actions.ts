/** Badges as files for other programs. */

import { listBadges } from '../../wallet/badges.ts';
import { bakedIn, credentialFile, pictureFile } from '../../wallet/exports/badge-file.ts';
import { type Chosen, type ExportForm, type ExportOptions, forExport } from '../../wallet/exports/choose.ts';
import { toCsv } from '../../wallet/exports/csv.ts';
import { toJsonResume } from '../../wallet/exports/json-resume.ts';
import { openBadgesZip } from '../../wallet/exports/open-badges-zip.ts';
import { attempt } from './attempt.ts';
import { wallet } from './open.ts';
import { saveFile } from './save-file.ts';

/** `left`: badges whose files found no room. */
export interface Exported extends Pick<Chosen, 'leftOut'> {
  count: number;
  left: number;
}

/** Nothing is saved where nothing is chosen (`count` 0); null where the wallet could not be read. */
export async function saveExport(
  form: ExportForm,
  options: ExportOptions,
  onProgress: (done: number, of: number) => void,
): Promise<Exported | null> {
  let exported: Exported | null = null;
  await attempt(async () => {
    const now = Date.now();
    const { entries, leftOut } = forExport(await listBadges(wallet), form, options, now);
    const count = entries.length;
    exported = { count, left: 0, leftOut };
    if (count === 0) return;
    if (form === 'csv') saveFile('badges.csv', 'text/csv', toCsv(entries, now));
    else if (form === 'resume') saveFile('badges-resume.json', 'application/json', toJsonResume(entries));
    else {
      const { bytes, left } = await openBadgesZip(entries, (id) => wallet.kept.get(id), { now, onProgress });
      exported = { count, left, leftOut };
      saveFile('badges.zip', 'application/zip', bytes);
    }
  });
  return exported;
}

/** A badge's picture, its credential inside where it can be. */
export const savePicture = (id: string) => saveHalf(id, pictureFile);
export const saveCredential = (id: string) => saveHalf(id, credentialFile);

async function saveHalf(id: string, make: typeof pictureFile | typeof credentialFile): Promise<void> {
  await attempt(async () => {
    const [row, kept] = await Promise.all([wallet.badges.get(id), wallet.kept.get(id)]);
    const file = row && kept && (await make(row, kept, await bakedIn(kept)));
    if (file) saveFile(file.name, file.mime, new Uint8Array(file.bytes));
  });
}
