// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OwnNames } from '../../../components/wallet/own-names.tsx';
import { clearStage, installMessages, press, show } from './stage.tsx';

beforeEach(() => installMessages());
afterEach(clearStage);

it('the names that one said to be one’s own are listed, and each can be removed', async () => {
  const removed: string[] = [];
  const place = await show(<OwnNames names={['陳大文', 'M. de la Mar']} onRemove={(name) => removed.push(name)} />);
  const list = place.querySelector('[aria-label="Other names you said are yours"]');
  expect([...(list?.querySelectorAll('li > span') ?? [])].map(({ textContent }) => textContent)).toEqual([
    '陳大文',
    'M. de la Mar',
  ]);
  const button = [...place.querySelectorAll('button')].at(-1);
  expect(button?.getAttribute('aria-label')).toContain('M. de la Mar');
  await press(place, button?.getAttribute('aria-label') ?? '');
  expect(removed).toEqual(['M. de la Mar']);
});
