import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { handInFiles, handInText } from '../../../../utils/pages/wallet/import-actions.ts';
import { wallet } from '../../../../utils/pages/wallet/open.ts';

const BADGE = 'https://www.credly.com/badges/7a31c0de-4b2d-4c9e-a1f7-5d20e83b6c41';

/** All that is kept of what was handed in, as text. */
async function keptOf(handIn: () => Promise<unknown>): Promise<{ titles: string[]; all: string }> {
  await Promise.all([wallet.drafts.clear(), wallet.items.clear()]);
  await handIn();
  const [drafts, items] = await Promise.all([wallet.drafts.toArray(), wallet.items.toArray()]);
  expect(drafts).toHaveLength(1);
  return { titles: drafts.map(({ title }) => title), all: JSON.stringify([drafts, items]) };
}

describe('what an import is called', () => {
  it.each([
    [`${BADGE}?identity__email=mira@mail.example`, BADGE],
    [`${BADGE}?identity__email=mira%40mail.example and more`, BADGE],
    ['https://badges.lumen.example/17?recipient=mira%2540mail.example&x=1', 'https://badges.lumen.example/17?x=1'],
    [
      'https://www.credly.com/users/mira-okonkwo/badges?u=mira@mail.example',
      'https://www.credly.com/users/mira-okonkwo',
    ],
    [
      '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","name":"Tides","recipient":{"identity":"x"}}',
      'Tides',
    ],
  ])('%s: by what was read, without an e-mail address', async (text, title) => {
    const { titles, all } = await keptOf(() => handInText(text));
    expect(titles).toEqual([title]);
    expect(all).not.toContain('mail.example');
  });

  it('files: by their names, without an e-mail address', async () => {
    const { titles } = await keptOf(() => handInFiles([new File([BADGE], 'mira@mail.example.txt')]));
    expect(titles).toEqual(['[e-mail]']);
  });
});
