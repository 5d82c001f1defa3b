import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Answers,
  askBrowser,
  differencesFromNode,
  makeExtension,
  sendMessage,
  wrongAnswers,
} from '../../conformance/in-browser.ts';
import { allVectors } from '../../conformance/vector-world.ts';
import { launchFirefox } from './launch.ts';
import { openOwn } from './pages.ts';

const vectors = allVectors();
let given: Answers;

describe.skipIf(vectors.length === 0)('the vectors', () => {
  beforeAll(async () => {
    const firefox = await launchFirefox({ extension: await makeExtension('firefox') });
    try {
      const page = await openOwn(firefox, 'ask.html');
      given = await askBrowser(vectors, (message) => page.evaluate(sendMessage, message));
    } finally {
      await firefox.close();
    }
  });

  test('run in an event page, minified as the product is', () => {
    expect(given.where).toEqual(['Window /_generated_background_page.html']);
  });

  test('get their expected answers', () => {
    expect(wrongAnswers(vectors, given)).toEqual([]);
  });

  test('get the answers that Node gives, to the last word of the reports', async () => {
    expect(await differencesFromNode(vectors, given)).toEqual([]);
  });
});
