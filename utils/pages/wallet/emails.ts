import { withEmail, withoutEmail } from '../../settings/emails.ts';
import { updateSettings } from '../../settings/store.ts';
import { readEmail } from '../validate.ts';

/** Adds one of the user's own addresses; false when it is none. Whose badges are whose is judged again by the background. */
export async function addEmail(text: string): Promise<boolean> {
  const email = readEmail(text);
  if (!email) return false;
  await updateSettings((before) => withEmail(before, email));
  return true;
}

export async function removeEmail(email: string): Promise<void> {
  await updateSettings((before) => withoutEmail(before, email));
}
