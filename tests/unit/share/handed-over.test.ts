import { describe, expect, it } from 'vitest';
import { handedOver, isPasted } from '../../../utils/share/targets/handed-over.ts';
import { SHARE_TARGETS } from '../../../utils/share/targets/index.ts';
import { targetName } from '../../../utils/words/target-name.ts';
import { LOCALES, readMessages, translator } from '../words/translate.ts';
import { BADGE } from './badges.ts';

const TEXT = 'Look at this';

describe('what a target gets to see', () => {
  it.each(SHARE_TARGETS.map((target) => [target.id, target] as const))('is in the address of %s', (_, target) => {
    const shown = handedOver(target, { badge: BADGE, text: TEXT });
    const address = target.address({ badge: BADGE, text: TEXT, server: 'social.example' }) ?? '';
    const sent = decodeURIComponent(address);
    expect(shown).toContain(BADGE.url);
    expect(sent).toContain(BADGE.url);
    // A share sheet is handed the text beside the address.
    if (target.way !== 'sheet') expect(shown.includes(TEXT)).toBe(sent.includes(TEXT));
  });

  it('leaves the text to be pasted where a page takes one but not with its address', () => {
    expect(SHARE_TARGETS.filter(isPasted).map(({ id }) => id)).toEqual(['linkedin-post', 'facebook']);
  });
});

describe.each(LOCALES)('names of targets in %s', async (locale) => {
  const t = translator(await readMessages(locale));
  it('are there, each another', () => {
    const names = SHARE_TARGETS.map((target) => targetName(target, t));
    expect(names.every((name) => name !== '')).toBe(true);
    expect(new Set(names).size).toBe(SHARE_TARGETS.length);
  });
});
