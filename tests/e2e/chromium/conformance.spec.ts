import {
  type Answers,
  askBrowser,
  differencesFromNode,
  makeExtension,
  sendMessage,
  wrongAnswers,
} from '../../conformance/in-browser.ts';
import { allVectors } from '../../conformance/vector-world.ts';
import { expect, test } from './fixtures.ts';
import { launchChromium } from './launch.ts';

const vectors = allVectors();
let given: Answers;

// One browser for all: the tests below only look at what it answered.
test.describe.configure({ mode: 'default' });
test.skip(vectors.length === 0, 'no vectors');

test.beforeAll(async ({ world }) => {
  const extension = await makeExtension('chrome');
  const { context, extensionId, close } = await launchChromium({ world: world.port, extension });
  try {
    const page = await context.newPage();
    await page.goto(`chrome-extension://${extensionId}/ask.html`);
    given = await askBrowser(vectors, (message) => page.evaluate(sendMessage, message));
  } finally {
    await close();
  }
});

test('the vectors run in a worker', () => {
  expect(given.where).toEqual(['ServiceWorkerGlobalScope /background.js']);
});

test('the vectors get their expected answers', () => {
  expect(wrongAnswers(vectors, given)).toEqual([]);
});

test('the vectors get the answers that Node gives, to the last word of the reports', async () => {
  expect(await differencesFromNode(vectors, given)).toEqual([]);
});
