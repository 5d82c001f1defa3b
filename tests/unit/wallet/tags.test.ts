import { expect, it } from 'vitest';
import { areTooMuch, cutTags, MAX_TAG, MAX_TAGS, readTags } from '../../../utils/wallet/tags.ts';

it('tags stand between commas of any script, each once, and nothing of them is cut while they are read', () => {
  const long = 'x'.repeat(MAX_TAG + 1);
  expect(readTags(` sea  side, e\u0301，${long}、 sea side ,,`)).toEqual(['sea side', '\u00e9', long]);
  expect(readTags(' , ')).toEqual([]);
});

it('what would be cut is known before it is', () => {
  const most = Array.from({ length: MAX_TAGS }, (_, n) => `${n}`);
  expect(areTooMuch(most)).toBe(false);
  expect(areTooMuch(['x'.repeat(MAX_TAG)])).toBe(false);
  expect(areTooMuch([...most, 'one more'])).toBe(true);
  expect(areTooMuch(['x'.repeat(MAX_TAG + 1)])).toBe(true);
  expect(areTooMuch(readTags(`${'x'.repeat(MAX_TAG)},`))).toBe(false);
});

it('what is cut all the same is cut to whole characters, and once more to the same', () => {
  const cut = cutTags([...Array.from({ length: 40 }, (_, n) => `${n}`), 'x']);
  expect(cut).toHaveLength(MAX_TAGS);
  expect(cutTags(cut)).toEqual(cut);
  const [half] = cutTags([`${'x'.repeat(MAX_TAG - 1)}🛟`]);
  expect(half?.isWellFormed()).toBe(true);
});
