/** What can be done with badges in the list and on a badge's own page. */

import * as badges from '../../wallet/badges.ts';
import { addCollection, collect, removeCollection } from '../../wallet/collections.ts';
import { markSeen } from '../../wallet/news.ts';
import type { BadgeRow, Visibility } from '../../wallet/types.ts';
import { ask } from '../ask.ts';
import { attempt, attempted } from './attempt.ts';
import { wallet } from './open.ts';
import { readSelf } from './self.ts';
import { useWallet } from './store.ts';
import { done, judgedAnew } from './work.ts';

const { setState } = useWallet;

export const setVisibility = (ids: string[], visibility: Visibility) =>
  attempt(() => badges.setVisibility(wallet, ids, visibility));

/** Mine, or somebody else's. */
export const setStatement = (id: string, statement: BadgeRow['statement']) =>
  judgedAnew(async () => badges.setStatement(wallet, id, statement, await readSelf()));

export const setTypeRetired = (id: string, retired: boolean) =>
  attempt(() => badges.setTypeRetired(wallet, id, retired));

/** Into the bin, with a way back. `text`: what was done, in words. */
export async function deleteBadges(ids: string[], text: string): Promise<void> {
  if (!(await attempt(() => badges.deleteBadges(wallet, ids, Date.now())))) return;
  setState({ selected: new Set(), toast: { text, undo: () => void restoreBadges(ids) } });
}

export async function restoreBadges(ids: string[]): Promise<void> {
  if (await attempt(() => badges.restoreBadges(wallet, ids))) setState({ toast: null });
}

export const purgeBadges = (ids: string[]) => attempt(() => badges.purgeBadges(wallet, ids));

/** Between two others of the list as it is shown; shown at once, then written. */
export async function moveBadge(id: string, before: string | null, after: string | null): Promise<void> {
  const { rows } = useWallet.getState();
  const moved = rows?.find((row) => row.id === id);
  if (rows && moved) {
    const others = rows.filter((row) => row !== moved);
    const at = before === null ? 0 : others.findIndex((row) => row.id === before) + 1;
    setState({ rows: others.toSpliced(at, 0, moved) });
  }
  await attempt(() => badges.moveBadge(wallet, id, before, after));
}

/** Answers the new revision, or null where another window was quicker or the wallet said no. */
export function editBadge(
  id: string,
  revision: number,
  change: Partial<Pick<BadgeRow, 'note' | 'tags'>>,
): Promise<number | null> {
  return attempted(() => badges.editBadge(wallet, id, revision, change));
}

export async function putIntoNewCollection(ids: string[], name: string): Promise<void> {
  await attempt(async () => {
    const id = await addCollection(wallet, name);
    if (id) await collect(wallet, ids, id, true);
  });
}

export const setInCollection = (ids: string[], collection: string, isIn: boolean) =>
  attempt(() => collect(wallet, ids, collection, isIn));

export async function dropCollection(id: string): Promise<void> {
  if (await attempt(() => removeCollection(wallet, id))) setState({ filter: { by: 'all' } });
}

/** Has the background look at these badges now. */
export async function checkBadges(ids: string[]): Promise<void> {
  setState(({ checking }) => ({ checking: new Set([...checking, ...ids]) }));
  await done(ask('wallet-check', { ids }));
  setState(({ checking }) => ({ checking: new Set([...checking].filter((id) => !ids.includes(id))) }));
}

export const newsSeen = () => attempt(() => markSeen(wallet));
