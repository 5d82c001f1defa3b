/** The bytes of files that were chosen or dropped. */
import { MAX_BACKUP } from '../../wallet/backup/format.ts';
import { beginsAsBackup } from '../../wallet/imports/backup-mark.ts';
import { listedText } from '../../wallet/imports/listed.ts';
import { MAX_ARCHIVE, MAX_FILES } from '../../wallet/imports/read-files.ts';
import type { Handed, Unread } from '../../wallet/imports/types.ts';

/** Bytes of all of them together: what a page can hold without harm. */
const MAX_TOGETHER = 512 * 1_048_576;

export interface Chosen {
  files: Handed[];
  /** Those that could not be read, or are too large to be anything that badges are kept in: their bytes were not touched. */
  unread: Unread[];
}

/** One that cannot be read (a folder, a file that is gone) keeps no other out. Never rejects. `files`: more than a thousand are left to the caller to count. */
export async function readChosen(files: readonly File[]): Promise<Chosen> {
  const chosen: Chosen = { files: [], unread: [] };
  let left = MAX_TOGETHER;
  for (const file of files.slice(0, MAX_FILES + 1)) {
    const label = listedText(file.name) ?? '?';
    try {
      if (file.size > left || !(await mayHold(file))) {
        chosen.unread.push({ label, why: 'too-large' });
        continue;
      }
      left -= file.size;
      chosen.files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      chosen.unread.push({ label, why: 'unreadable' });
    }
  }
  return chosen;
}

/** Nothing but a backup is larger than the largest archive. */
async function mayHold(file: File): Promise<boolean> {
  if (file.size <= MAX_ARCHIVE) return true;
  const head = new Uint8Array(await file.slice(0, 100).arrayBuffer());
  return file.size <= MAX_BACKUP && beginsAsBackup(head);
}
