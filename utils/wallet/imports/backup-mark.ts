import { isObject, member, text } from '../../json/members.ts';

/** Is this a backup that Touchstone wrote, of whatever version? Only its mark is looked at. */
export function isBackup(value: unknown): boolean {
  return isObject(value) && text(member(value, 'format')) === 'touchstone-backup';
}
