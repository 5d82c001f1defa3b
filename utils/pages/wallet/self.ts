import { readSettings } from '../../settings/store.ts';
import { type Self, selfOf } from '../../wallet/ownership.ts';
import { readPreferences } from '../../wallet/preferences.ts';
import { wallet } from './open.ts';

/** Whom the user says they are, as it stands now. Rejects where the database does. */
export async function readSelf(): Promise<Self> {
  const [{ emails }, preferences] = await Promise.all([readSettings(), readPreferences(wallet)]);
  return selfOf(emails, preferences);
}
