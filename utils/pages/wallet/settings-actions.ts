/** What the wallet's settings do. */
import { listAddressOf } from '../../wallet/imports/list-address.ts';
import { cleanName } from '../../wallet/own-names.ts';
import { addOwnName, type Preferences, removeOwnName, writePreferences } from '../../wallet/preferences.ts';
import { addWatch, makeAllDue, removeWatch } from '../../wallet/watches.ts';
import { ask } from '../ask.ts';
import { attempt } from './attempt.ts';
import { wallet } from './open.ts';
import { done, judgedAnew } from './work.ts';

export const choose = (changes: Partial<Preferences>) => attempt(() => writePreferences(wallet, changes));

export const setName = (name: string) => judgedAnew(() => writePreferences(wallet, { name: cleanName(name) }));
export const addName = (name: string) => judgedAnew(() => addOwnName(wallet, name));
export const removeName = (name: string) => judgedAnew(() => removeOwnName(wallet, name));

/** Why the list is not looked at, or null: then it is, from now on. */
export async function addList(text: string): Promise<'wrong' | 'many' | null> {
  const list = listAddressOf(text.trim());
  if (!list) return 'wrong';
  let isFull = false;
  const isWritten = await attempt(async () => {
    isFull = (await addWatch(wallet, list, Date.now())) === null;
  });
  if (isFull) return 'many';
  if (isWritten) void done(ask('wallet-look', {}));
  return null;
}

export const removeList = (id: string) => attempt(() => removeWatch(wallet, id));

/** Looks at all lists and answers what came of it: `looked`, or why they were not. */
export async function lookNow(): Promise<'looked' | 'offline' | 'undone'> {
  if (!(await attempt(() => makeAllDue(wallet, Date.now())))) return 'undone';
  const trouble = await done(ask('wallet-look', {}));
  if (trouble === null) return 'looked';
  return trouble === 'offline' ? 'offline' : 'undone';
}

export interface StorageFacts {
  /** Bytes; null where the browser does not say. */
  used: number | null;
  granted: number | null;
  /** The browser does not clear it by itself. */
  isKept: boolean;
}

export async function readStorage(): Promise<StorageFacts> {
  const [estimate, isKept] = await Promise.all([
    navigator.storage.estimate().catch(() => ({}) as StorageEstimate),
    navigator.storage.persisted().catch(() => false),
  ]);
  return { used: estimate.usage ?? null, granted: estimate.quota ?? null, isKept };
}

/** False where the browser does not agree. */
export function askToKeep(): Promise<boolean> {
  return navigator.storage.persist().catch(() => false);
}
