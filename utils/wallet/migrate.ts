import type { Transaction } from 'dexie';
import { identityOfNothing } from './identity.ts';

/** Version 1 knew neither notes, collections nor a bin, and one picture of what is kept: the original alone. */
export async function fromVersion1(transaction: Transaction): Promise<void> {
  await transaction.table('badges').toCollection().modify(upgradeBadge);
  await transaction.table('kept').toCollection().modify(upgradeKept);
  await transaction.table('history').toCollection().modify(upgradeHistory);
}

type Old = Record<string, unknown>;

function upgradeBadge(row: Old): void {
  // Without any it would be added once more by each import, and by each backup.
  if (Array.isArray(row.identities) && row.identities.length === 0)
    row.identities = [identityOfNothing(String(row.id))];
  row.collections ??= [];
  row.tags ??= [];
  row.note ??= '';
  row.acceptance ??= 'claimed';
  // What was kept before there was a choice was kept for oneself.
  row.visibility ??= 'private';
  row.revision ??= 0;
  row.failures ??= 0;
  row.deletedAt ??= 0;
}

function upgradeKept(row: Old): void {
  row.documents ??= [];
}

function upgradeHistory(row: Old): void {
  row.until ??= row.at;
}
