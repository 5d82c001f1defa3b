/** What is kept of a badge, as files. */
import { credentialFile, pictureFile } from '../../wallet/exports/badge-file.ts';
import { attempt } from './attempt.ts';
import { wallet } from './open.ts';
import { saveFile } from './save-file.ts';

/** The picture with the badge in it. */
export const savePicture = (id: string): Promise<boolean> => save(id, pictureFile);

/** The credential as it was received. */
export const saveCredential = (id: string): Promise<boolean> => save(id, credentialFile);

function save(id: string, fileOf: typeof credentialFile): Promise<boolean> {
  return attempt(async () => {
    const [row, kept] = await Promise.all([wallet.badges.get(id), wallet.kept.get(id)]);
    const file = row && kept ? await fileOf(row, kept) : null;
    if (file) saveFile(file.name, file.mime, file.bytes.slice());
  });
}
