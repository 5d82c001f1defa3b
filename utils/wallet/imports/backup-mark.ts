import { isObject, member, text } from '../../json/members.ts';

/** Is this a backup that Touchstone wrote, of whatever version? Only its mark is looked at. */
export function isBackup(value: unknown): boolean {
  return isObject(value) && text(member(value, 'format')) === 'touchstone-backup';
}

/** The same of a file that was not read as JSON: it is damaged, or larger than other files may be. All versions begin so. */
export function beginsAsBackup(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 100));
  return /^\s*\{\s*"format"\s*:\s*"touchstone-backup"/.test(head);
}
