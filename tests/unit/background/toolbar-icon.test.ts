import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createToolbar } from '../../../utils/background/toolbar.ts';

let drawn: string[] = [];

beforeEach(() => {
  fakeBrowser.reset();
  drawn = [];
  const setIcon = async ({ path }: { path: Record<number, string> }) => void drawn.push(path[16] ?? '');
  Object.assign(fakeBrowser, { action: { ...fakeBrowser.action, setIcon } });
});

const worker = (themed = false) => createToolbar(() => '', themed);

test('a light frame, which the manifest is made for, draws nothing', async () => {
  await worker().setDark(false);
  expect(drawn).toEqual([]);
});

test('a dark frame gets its icon once, however many workers come and go', async () => {
  await worker().setDark(true);
  await worker().setDark(true);
  const third = worker();
  await third.setDark(true);
  await third.setDark(true);
  expect(drawn).toEqual(['icon/dark-16.png']);
});

test('a later worker goes back to the light icon', async () => {
  await worker().setDark(true);
  await worker().setDark(false);
  await worker().setDark(false);
  expect(drawn).toEqual(['icon/dark-16.png', 'icon/16.png']);
});

test('Firefox chooses by itself', async () => {
  await worker(true).setDark(true);
  expect(drawn).toEqual([]);
});
