// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { isConnected, nodeType, shadowOf, tagOf } from '../../../utils/page/dom.ts';

test('what is no node any more (Firefox: a frame’s document after it navigated) is asked without harm', () => {
  const dead = Object.create(Element.prototype);
  expect(() => dead.nodeType).toThrow();
  for (const ask of [isConnected, nodeType, shadowOf, tagOf]) expect(ask(dead)).toBeUndefined();
});
