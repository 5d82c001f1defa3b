/** A backup into a file, and back. */
import { readSettings } from '../../settings/store.ts';
import type { BackupRead, BackupRows } from '../../wallet/backup/format.ts';
import { readBackup } from '../../wallet/backup/read-backup.ts';
import { gatherRows, presentRows, type RestoreChoices, restoreBackup } from '../../wallet/backup/restore.ts';
import { planRestore, type RestorePlan } from '../../wallet/backup/restore-plan.ts';
import { type Written, writeBackup } from '../../wallet/backup/write-backup.ts';
import { fileName } from '../../wallet/exports/file-name.ts';
import { type Self, selfOf } from '../../wallet/ownership.ts';
import { isPreference, readPreference, readPreferences } from '../../wallet/preferences.ts';
import type { Outcome } from '../../wallet/types.ts';
import { ask } from '../ask.ts';
import { attempted } from './attempt.ts';
import { wallet } from './open.ts';
import { saveFile } from './save-file.ts';
import { done } from './work.ts';

/** The name it was saved under, or why there is none; null where the wallet could not be read. */
export type Saved = { ok: true; name: string; pictures: number } | Extract<Written, { ok: false }>;

export function saveBackup(passphrase: string, onProgress: (done: number, of: number) => void): Promise<Saved | null> {
  return attempted<Saved>(async () => {
    const now = Date.now();
    const written = await writeBackup(await gatherRows(wallet), { now, passphrase, onProgress });
    if (!written.ok) return written;
    const name = fileName(`touchstone-backup-${new Date(now).toISOString().slice(0, 10)}`, 'json');
    saveFile(name, 'application/json', written.bytes);
    return { ok: true, name, pictures: written.pictures };
  });
}

export type Opened = Exclude<BackupRead, { ok: true }> | { ok: true; rows: BackupRows; preview: Preview };

/** What the user sees before anything is written. */
export interface Preview {
  /** ISO instant. */
  createdAt: string;
  /** Entries that are left out, since they are no badges. */
  unread: number;
  plan: RestorePlan;
}

/** null where the wallet could not be read. */
export function openBackup(bytes: Uint8Array, passphrase: string | null): Promise<Opened | null> {
  return attempted<Opened>(async () => {
    const read = await readBackup(bytes, passphrase, Date.now());
    if (!read.ok) return read;
    const { rows, createdAt, unread } = read;
    return { ok: true, rows, preview: { createdAt, unread, plan: planRestore(rows, await presentRows(wallet, rows)) } };
  });
}

export interface Restored {
  outcomes: Outcome[];
  /** Badges that were added and name an address that is not among the user's. */
  references: number;
}

/** Whom the user says they are once the choices of a backup that are to be taken over are theirs. */
async function selfAfter({ preferences }: BackupRows, choices: RestoreChoices): Promise<Self> {
  const [{ emails }, here] = await Promise.all([readSettings(), readPreferences(wallet)]);
  if (!choices.preferences) return selfOf(emails, here);
  const brought = Object.fromEntries(
    preferences.flatMap(({ key, value }) => (isPreference(key) ? [[key, readPreference(key, value)]] : [])),
  );
  const chosen = await wallet.preferences.where('key').anyOf('name', 'names').toArray();
  const kept = Object.fromEntries(chosen.map(({ key }) => [key, here[key as 'name' | 'names']]));
  return selfOf(emails, { name: here.name, names: here.names, ...brought, ...kept });
}

/** All of it, or null: then nothing was written. What was added is looked at by the background, also when this page is gone. */
export function applyBackup(rows: BackupRows, choices: RestoreChoices): Promise<Restored | null> {
  return attempted<Restored>(async () => {
    const outcomes = await restoreBackup(wallet, rows, choices, await selfAfter(rows, choices));
    const added = outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [outcome.badge] : []));
    const badges = await wallet.badges.bulkGet(added);
    const references = badges.filter((row) => row?.ownership === 'reference' && row.statement === 'mine').length;
    void done(ask('wallet-look', {}));
    void ask('wallet-rejudge', {}).catch(() => {});
    return { outcomes, references };
  });
}
