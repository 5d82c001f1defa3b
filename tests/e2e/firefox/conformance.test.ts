import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Answers,
  askBrowser,
  differencesFromNode,
  makeExtension,
  sendMessage,
  wrongAnswers,
} from '../../conformance/in-browser.ts';
import { allVectors } from '../../conformance/vector-world.ts';
import { startWorld, type World } from '../../world/start-world.ts';
import { launchFirefox } from './launch.ts';
import { openOwn } from './pages.ts';

const vectors = allVectors();
let world: World;
let firefox: Browser;
let given: Answers;

describe.skipIf(vectors.length === 0)('the vectors', () => {
  beforeAll(async () => {
    const extension = await makeExtension('firefox');
    world = await startWorld();
    firefox = await launchFirefox({ world: world.port, extension });
    const page = await openOwn(firefox, 'ask.html');
    given = await askBrowser(vectors, (message) => page.evaluate(sendMessage, message));
  });
  afterAll(async () => {
    await firefox?.close();
    await world?.close();
  });

  test('run in an event page', () => {
    expect(given.where).toEqual(['Window /_generated_background_page.html']);
  });

  test('get their expected answers', () => {
    expect(wrongAnswers(vectors, given)).toEqual([]);
  });

  test('get the answers that Node gives, to the last word of the reports', async () => {
    expect(await differencesFromNode(vectors, given)).toEqual([]);
  });
});
