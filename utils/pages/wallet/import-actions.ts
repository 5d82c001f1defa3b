/** From what the user hands in to an import that is being looked at. */
import { retryBlocked } from '../../wallet/blocked.ts';
import { commitDraft, type Decision } from '../../wallet/claim.ts';
import { addDraft, removeDraft, retryItems, stopDraft } from '../../wallet/drafts.ts';
import { listedText } from '../../wallet/imports/listed.ts';
import type { Handed, InputRead } from '../../wallet/imports/types.ts';
import { readPreferences } from '../../wallet/preferences.ts';
import type { ImportTrouble, Outcome } from '../../wallet/types.ts';
import { attempt, attempted } from './attempt.ts';
import { goTo } from './navigate.ts';
import { wallet } from './open.ts';
import { readSelf } from './self.ts';
import { haveWorkedOn, judgeAnew } from './work.ts';

const MAX_TITLE = 120;

export type Handing = { ok: true } | { ok: false; why: ImportTrouble } | { ok: false; backup: Handed };

/** Pasted text: links, a credential, a list. Goes to the preview. */
export async function handInText(text: string): Promise<Handing> {
  const { readInput } = await readers();
  const read = readInput({ text });
  // Not by its own words: a link may have somebody's e-mail address on it, and a credential anything. What was read is cleaned.
  return begin(read, read.list?.address ?? read.candidates[0]?.label ?? read.unread[0]?.label ?? '');
}

export async function handInFiles(files: readonly File[]): Promise<Handing> {
  const [{ readInput }, { readChosen }] = await Promise.all([readers(), import('./read-chosen.ts')]);
  const chosen = await readChosen(files);
  const read = readInput(chosen);
  const [first] = chosen.unread;
  // What is wrong with the only file is not that there is nothing in it.
  const trouble = chosen.files.length === 0 && first ? first.why : read.trouble;
  const unread = [...chosen.unread, ...read.unread];
  return begin({ ...read, unread, ...(trouble && { trouble }) }, files.map(({ name }) => name).join(', '));
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
    title: listedText(title, MAX_TITLE) ?? '',
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

export const dropImport = (id: string) => attempt(() => removeDraft(wallet, id));

export async function discardImport(id: string): Promise<void> {
  if (await dropImport(id)) goTo({ at: 'list' });
}

/** Adds what was decided on; null where the wallet said no: then nothing of it was added. The draft stays until its outcome is on the page. */
export async function commitImport(id: string, decisions: Decision[]): Promise<Outcome[] | null> {
  const outcomes = await attempted(async () => {
    const [self, { visibility }] = await Promise.all([readSelf(), readPreferences(wallet)]);
    return commitDraft(wallet, id, decisions, { self, visibility, now: Date.now(), random: Math.random });
  });
  if (!outcomes) return null;
  // What was checked before the user's addresses or lists changed is judged by what they are now.
  judgeAnew();
  return outcomes;
}
