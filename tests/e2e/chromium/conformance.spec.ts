import { expect, test } from '@playwright/test';
import {
  type Answers,
  askBrowser,
  differencesFromNode,
  makeExtension,
  sendMessage,
  wrongAnswers,
} from '../../conformance/in-browser.ts';
import { allVectors } from '../../conformance/vector-world.ts';
import { launchChromium } from './launch.ts';

const vectors = allVectors();
let given: Answers;

// One browser for all: the tests below only look at what it answered.
test.describe.configure({ mode: 'default' });
test.skip(vectors.length === 0, 'no vectors');

test.beforeAll(async () => {
  const { context, extensionId, close } = await launchChromium({ extension: await makeExtension('chrome') });
  try {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/ask.html`);
    given = await askBrowser(vectors, (message) => page.evaluate(sendMessage, message));
  } finally {
    await close();
  }
});

test('the vectors run in a worker, minified as the product is', () => {
  expect(given.where).toEqual(['ServiceWorkerGlobalScope /background.js']);
});

test('every vector gets its expected answer', () => {
  expect(wrongAnswers(vectors, given)).toEqual([]);
});

test('every answer is that of Node, to the last word of its report', async () => {
  expect(await differencesFromNode(vectors, given)).toEqual([]);
});
