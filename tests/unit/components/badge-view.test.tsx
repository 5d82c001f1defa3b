// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BadgeActions, BadgeView } from '../../../components/wallet/badge-view.tsx';
import { entriesOf } from '../../../utils/wallet/search.ts';
import type { BadgeRow } from '../../../utils/wallet/types.ts';
import { badgeRow, NOW } from '../wallet/backup/rows.ts';
import { clearStage, installMessages, press, show } from './stage.tsx';

const MARISOL = 'Marisol Etxeberri';

async function set(change: Partial<BadgeRow>, whose: { holder?: string; ownName?: string } = {}) {
  const said: string[] = [];
  // Every way out says its own name.
  const actions = new Proxy({} as BadgeActions, {
    get: (_, name: string) => (value: unknown) =>
      void said.push([name, value].filter((each) => each !== undefined && typeof each !== 'object').join(' ')),
  });
  const [entry] = entriesOf([badgeRow(1, change)], NOW);
  if (!entry) throw new Error('no badge');
  const place = await show(
    <BadgeView
      entry={entry}
      report={null}
      picture={null}
      checking={false}
      history={[]}
      collections={[]}
      files={{ picture: false, credential: false }}
      holder={whose.holder ?? null}
      ownName={whose.ownName ?? ''}
      jobs={null}
      actions={actions}
      notes={{ onSave: async () => null }}
    />,
  );
  const whoseText = () => (place.querySelector('.whose')?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
  const mine = () => place.querySelector<HTMLElement>('.wallet-own [role=switch]');
  return { place, said, whoseText, mine };
}

beforeEach(() => installMessages());
afterEach(clearStage);

it('whose it is can be said at any time, this way and that', async () => {
  const own = await set({ statement: 'mine', ownership: 'stated' });
  expect(own.mine()?.getAttribute('aria-checked')).toBe('true');
  await act(async () => own.mine()?.click());
  expect(own.said).toEqual(['onSetMine false']);
  await clearStage();
  const foreign = await set({ statement: 'reference', ownership: 'reference' });
  expect(foreign.mine()?.getAttribute('aria-checked')).toBe('false');
  expect(foreign.whoseText()).toContain('Kept as a reference, as you said.');
  await act(async () => foreign.mine()?.click());
  expect(foreign.said).toEqual(['onSetMine true']);
});

it.each([
  ['an address', {}, 'none of your e-mail addresses fits', 'Add the address it was issued to', 'onAddEmail'],
  ['a name', { holder: MARISOL }, `It names ${MARISOL}.`, 'This is me', `onThisIsMe ${MARISOL}`],
  [
    'another name',
    { holder: MARISOL, ownName: 'Bertil Ahlström' },
    'the name you gave is Bertil Ahlström',
    'This is me',
    `onThisIsMe ${MARISOL}`,
  ],
])(
  'a reference that only %s keeps from being the user’s says so, and what would help',
  async (_, whose, words, button, way) => {
    const { place, said, whoseText } = await set({ statement: 'mine', ownership: 'reference' }, whose);
    expect(whoseText()).toContain(words);
    await press(place, button);
    expect(said).toEqual([way]);
  },
);

it('who says to be of its name keeps the focus there, hears what came of it, and may take it back', async () => {
  const { place, said, whoseText } = await set({ statement: 'mine', ownership: 'reference' }, { holder: MARISOL });
  await press(place, 'This is me');
  expect(document.activeElement?.className).toBe('whose');
  expect(place.querySelector('.whose [role=status]')?.textContent).toContain('count as yours now');
  await press(place, 'Undo');
  expect(document.activeElement?.className).toBe('whose');
  expect(said).toEqual([`onThisIsMe ${MARISOL}`, `onNotMe ${MARISOL}`]);
  expect(whoseText()).toContain('Taken back.');
});
