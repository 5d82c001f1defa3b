/** Badges as files for other programs. */

import { listBadges } from '../../wallet/badges.ts';
import { credentialFile, ownOriginal, pictureFile } from '../../wallet/exports/badge-file.ts';
import { type Chosen, type ExportForm, type ExportOptions, forExport } from '../../wallet/exports/choose.ts';
import { toCsv } from '../../wallet/exports/csv.ts';
import { toJsonResume } from '../../wallet/exports/json-resume.ts';
import { openBadgesZip } from '../../wallet/exports/open-badges-zip.ts';
import { attempt, attempted } from './attempt.ts';
import { wallet } from './open.ts';
import { saveFile } from './save-file.ts';

/** `left`: badges whose files found no room. `foreign`: those whose kept file is another badge's. */
export interface Exported extends Pick<Chosen, 'leftOut'> {
  count: number;
  left: number;
  foreign: number;
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
    exported = { count, left: 0, foreign: 0, leftOut };
    if (count === 0) return;
    if (form === 'csv') saveFile('badges.csv', 'text/csv', toCsv(entries, now));
    else if (form === 'resume') saveFile('badges-resume.json', 'application/json', toJsonResume(entries));
    else {
      const { bytes, left, foreign } = await openBadgesZip(entries, (id) => wallet.kept.get(id), { now, onProgress });
      exported = { count, left, foreign, leftOut };
      saveFile('badges.zip', 'application/zip', bytes);
    }
  });
  return exported;
}

/** A badge's picture, its credential inside where it can be. False where no file that is the badge's own is kept. */
export const savePicture = (id: string) => saveHalf(id, pictureFile);
export const saveCredential = (id: string) => saveHalf(id, credentialFile);

/** null where the wallet could not be read. */
function saveHalf(id: string, make: typeof pictureFile | typeof credentialFile): Promise<boolean | null> {
  return attempted(async () => {
    const [row, kept] = await Promise.all([wallet.badges.get(id), wallet.kept.get(id)]);
    const file = row && kept && (await make(row, kept, await ownOriginal(row, kept)));
    if (file) saveFile(file.name, file.mime, new Uint8Array(file.bytes));
    return file !== undefined && file !== null;
  });
}
