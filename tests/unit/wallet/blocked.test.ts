import { expect, test } from 'vitest';
import type { Check } from '../../../utils/badge/report.ts';
import { blockedHosts, retryBlocked } from '../../../utils/wallet/blocked.ts';
import { finishItem, itemsOfDraft } from '../../../utils/wallet/drafts.ts';
import { checkedDraft, credlyAddress, credlyExamined, entryAt, freshWallet } from './support.ts';

const refused = (detail: string): Check => ({
  id: 'origin',
  outcome: 'unknown',
  code: 'origin-not-permitted',
  detail,
});
const blocked = (n: number, ...hosts: string[]) =>
  entryAt(credlyAddress(n), credlyExamined(n, 'undecided', { checks: hosts.map(refused) }));
const allowed = (n: number) => entryAt(credlyAddress(n), credlyExamined(n));

test('names the hosts in the way, and nothing that is no host', () => {
  expect(blockedHosts(blocked(1, 'kestrel.example', 'kestrel.example/../*', '*', ''))).toEqual(['kestrel.example']);
  expect(blockedHosts(allowed(1))).toEqual([]);
  expect(blockedHosts({})).toEqual([]);
});

test('only what a host was in the way of is checked again, and only once', async () => {
  const db = freshWallet();
  const draft = await checkedDraft(db, [allowed(1), blocked(2, 'kestrel.example')]);
  const states = async () => (await itemsOfDraft(db, draft)).map(({ state, result }) => [state, result !== undefined]);
  await retryBlocked(db, draft);
  expect(await states()).toEqual([
    ['checked', true],
    ['queued', false],
  ]);
  expect(await db.drafts.get(draft)).toMatchObject({ state: 'checking' });
  // Checked meanwhile, and allowed now: the page asks once more after the background, and changes nothing by it.
  await finishItem(db, draft, 1, allowed(2).result);
  await retryBlocked(db, draft);
  expect(await states()).toEqual([
    ['checked', true],
    ['checked', true],
  ]);
  expect(await db.drafts.get(draft)).toMatchObject({ state: 'ready' });
});

test('an import that was dropped meanwhile does not come back', async () => {
  const db = freshWallet();
  await retryBlocked(db, 'none');
  expect(await db.drafts.count()).toBe(0);
});
