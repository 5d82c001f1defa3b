// @vitest-environment happy-dom
import { act, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DraftView, type DraftViewProps } from '../../../components/wallet/draft-view.tsx';
import type { Examined } from '../../../utils/badge/report.ts';
import { ownershipOf, type Self, unconfirmedNames } from '../../../utils/wallet/ownership.ts';
import type { BadgeRow, DraftItemRow, DraftRow } from '../../../utils/wallet/types.ts';
import { credlyAddress, credlyExamined, NOON, resultOf, toReader } from '../wallet/support.ts';
import { clearStage, installMessages, press, show } from './stage.tsx';

type Decisions = Parameters<DraftViewProps['onCommit']>[0];

const draft: DraftRow = { id: 'd', way: 'link', title: 'A list', createdAt: NOON, state: 'ready', total: 0 };

function item(n: number, more: Partial<Examined>): DraftItemRow {
  const source = { url: credlyAddress(n) };
  const result = resultOf(credlyExamined(n, 'verified', { recipients: [], ...more }), source);
  return {
    draft: 'd',
    n,
    candidate: { label: 'x', source, acceptance: 'claimed' },
    state: 'checked',
    attempts: 0,
    result,
  };
}

const nothing = () => {};

/** The preview as its container puts it together; a name that is said to be the user's is remembered. */
function Preview({
  items,
  same,
  onCommit,
}: {
  items: DraftItemRow[];
  same: DraftViewProps['same'];
  onCommit: (made: Decisions) => void;
}) {
  const [self, setSelf] = useState<Self>({ emails: [] });
  return (
    <DraftView
      draft={draft}
      items={items}
      same={same}
      ownership={({ result }) => (result ? ownershipOf(result.examined, 'mine', self) : 'stated')}
      names={unconfirmedNames(
        items.flatMap(({ result }) => result?.examined ?? []),
        self,
      )}
      outcomes={null}
      blocked={[]}
      onStop={nothing}
      onRetry={nothing}
      onAllow={nothing}
      onCommit={onCommit}
      onDiscard={nothing}
      onAddEmail={nothing}
      onThisIsMe={(name) => setSelf({ ...self, names: [...(self.names ?? []), name] })}
      onNotMe={(name) => setSelf({ ...self, names: (self.names ?? []).filter((each) => each !== name) })}
      onList={nothing}
    />
  );
}

async function set(items: DraftItemRow[], known: [number, Partial<BadgeRow>][] = []) {
  const made: Decisions[] = [];
  const same = new Map(known.map(([n, row]) => [n, { deletedAt: 0, ...row } as BadgeRow]));
  const place = await show(<Preview items={items} same={same} onCommit={(decisions) => made.push(decisions)} />);
  const bare = (element: Element | null | undefined) => (element?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
  const rows = () => [...place.querySelectorAll('.draft-items > li')].map(bare);
  const asked = () => [...place.querySelectorAll('.draft-names li > span')].map(bare);
  const ticks = () =>
    [...place.querySelectorAll('.draft-items > li')].map(
      (row) => row.querySelector<HTMLInputElement>('.check-row input') ?? undefined,
    );
  return { place, made, rows, asked, ticks, text: () => bare(place) };
}

beforeEach(() => installMessages());
afterEach(clearStage);

describe('badges that name a person', () => {
  const MARISOL = { holderName: 'Marisol Etxeberri' };

  it('say whom, and are references until one click says who the user is, for all of them', async () => {
    const { place, rows, asked, text } = await set([
      item(1, MARISOL),
      item(2, MARISOL),
      item(3, { holderName: 'Bertil Ahlström' }),
    ]);
    expect(rows()[0]).toContain('Issued to Marisol Etxeberri');
    expect(rows().map((row) => row.includes('Kept as a reference'))).toEqual([true, true, true]);
    expect(asked()).toEqual(['Marisol Etxeberri (2)', 'Bertil Ahlström (1)']);
    // An address would be of no use to them.
    expect(text()).not.toContain('an address that is not among yours');
    await press(place, 'This is me: Marisol Etxeberri');
    expect(rows().map((row) => row.includes('Kept as a reference'))).toEqual([false, false, true]);
    expect(rows()[0]).toContain('Yours by your own statement');
    // The others are asked about as before: a name does not say who else one is.
    expect(asked()).toEqual(['Bertil Ahlström (1)']);
    await press(place, 'This is me: Bertil Ahlström');
    expect(rows().map((row) => row.includes('Kept as a reference'))).toEqual([false, false, false]);
    expect(asked()).toEqual([]);
  });

  it('keep the focus where it was asked, say what came of it, and take it back', async () => {
    const { place, rows, asked, text } = await set([item(1, MARISOL)]);
    const status = () =>
      (place.querySelector('.draft-names [role=status]')?.textContent ?? '').replace(/[\u2068\u2069]/g, '');
    expect(status()).toBe('');
    await press(place, 'This is me: Marisol Etxeberri');
    expect(document.activeElement?.className).toBe('draft-names');
    expect(status()).toContain('Badges that name Marisol Etxeberri count as yours now.');
    await press(place, 'Undo');
    expect(document.activeElement?.className).toBe('draft-names');
    expect(status()).toContain('Taken back.');
    expect(rows()[0]).toContain('Kept as a reference');
    expect(asked()).toEqual(['Marisol Etxeberri (1)']);
    expect(text()).not.toContain('Undo');
  });

  it('and an address ask for the address, not for the name', async () => {
    const { asked, text } = await set([item(1, { ...MARISOL, recipients: toReader() })]);
    expect(asked()).toEqual([]);
    expect(text()).toContain('an address that is not among yours');
  });
});

describe('badges that are there already', () => {
  it('begin as what the user said of them, and say nothing unless the user does', async () => {
    const { place, made, ticks, rows } = await set(
      [item(1, {}), item(2, {}), item(3, {})],
      [
        [1, { statement: 'reference' }],
        [2, { statement: 'mine' }],
      ],
    );
    expect(ticks().map((tick) => tick?.checked)).toEqual([true, false, false]);
    expect(rows()[0]).toContain('Kept as a reference');
    await press(place, 'Add 3 badges');
    await act(async () => ticks()[0]?.click());
    await act(async () => ticks()[1]?.click());
    expect(ticks().map((tick) => tick?.checked)).toEqual([false, true, false]);
    await press(place, 'Add 3 badges');
    expect(made.map((decisions) => decisions.map(({ statement }) => statement))).toEqual([
      [undefined, undefined, undefined],
      ['mine', 'reference', undefined],
    ]);
  });
});
