/** From what the user hands in to an import that is being looked at. */
import { retryBlocked } from '../../wallet/blocked.ts';
import { commitDraft, type Decision } from '../../wallet/claim.ts';
import { addDraft, removeDraft, retryItems, stopDraft } from '../../wallet/drafts.ts';
import type { Handed, InputRead } from '../../wallet/imports/types.ts';
import { readPreferences } from '../../wallet/preferences.ts';
import type { ImportTrouble, Outcome } from '../../wallet/types.ts';
import { ask } from '../ask.ts';
import { attempt, attempted } from './attempt.ts';
import { goTo } from './navigate.ts';
import { wallet } from './open.ts';
import { readSelf } from './self.ts';
import { haveWorkedOn } from './work.ts';

const MAX_TITLE = 120;

export type Handing = { ok: true } | { ok: false; why: ImportTrouble } | { ok: false; backup: Handed };

/** Pasted text: links, a credential, a list. Goes to the preview. */
export async function handInText(text: string): Promise<Handing> {
  const { readInput } = await readers();
  return begin(readInput({ text }), text.trim().split(/\s/)[0] ?? '');
}

export async function handInFiles(files: readonly File[]): Promise<Handing> {
  const handed = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const { readInput } = await readers();
  return begin(readInput({ files: handed }), files.map(({ name }) => name).join(', '));
}

/** Unpacking and reading tables is a lot of code, which only who adds something has to load. */
function readers() {
  return import('../../wallet/imports/read-input.ts');
}

async function begin(read: InputRead, title: string): Promise<Handing> {
  if (read.backup) return { ok: false, backup: read.backup };
  const nothing = read.candidates.length === 0 && !read.list && read.unread.length === 0;
  if (nothing) return { ok: false, why: read.trouble ?? 'empty' };
  if (read.candidates.length === 0 && !read.list && read.unread.length === 1)
    return { ok: false, why: read.trouble ?? read.unread[0]?.why ?? 'not-understood' };
  const { way, candidates, unread, trouble, list } = read;
  const draft = {
    way: list?.kind ?? way,
    title: title.slice(0, MAX_TITLE),
    candidates,
    unread,
    ...(trouble && { trouble }),
    ...(list && { list: list.address }),
  };
  const id = await attempted(() => addDraft(wallet, draft, Date.now()));
  if (id !== null) {
    void haveWorkedOn();
    goTo({ at: 'draft', id });
  }
  return { ok: true };
}

export const stopImport = (id: string) => attempt(() => stopDraft(wallet, id));

export async function retryImport(id: string, numbers: number[]): Promise<void> {
  if (await attempt(() => retryItems(wallet, id, numbers))) void haveWorkedOn();
}

/** The user has just allowed hosts that were in the way. */
export async function retryBlockedImport(id: string): Promise<void> {
  if (await attempt(() => retryBlocked(wallet, id))) void haveWorkedOn();
}

export async function discardImport(id: string): Promise<void> {
  if (await attempt(() => removeDraft(wallet, id))) goTo({ at: 'list' });
}

/** Adds what was decided on and drops the draft; null where the wallet said no: then nothing of it was added. */
export async function commitImport(id: string, decisions: Decision[]): Promise<Outcome[] | null> {
  const outcomes = await attempted(async () => {
    const [self, { visibility }] = await Promise.all([readSelf(), readPreferences(wallet)]);
    return commitDraft(wallet, id, decisions, { self, visibility, now: Date.now(), random: Math.random });
  });
  if (!outcomes) return null;
  // What was checked before the user's addresses or lists changed is judged by what they are now.
  void ask('wallet-rejudge', {}).catch(() => {});
  await attempt(() => removeDraft(wallet, id));
  return outcomes;
}
