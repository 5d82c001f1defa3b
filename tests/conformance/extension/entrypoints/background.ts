/** The background of the test extension: the engine and the layers of the vectors, and nothing else. It keeps nothing between two messages. */
import type { Browser } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { answer } from '../../layers.ts';
import type { Batch, Reply } from '../../protocol.ts';

/** Both browsers have it under this name; Chromium takes an answer by callback alone. */
declare const chrome: Browser;

async function replyTo({ cases, contexts }: Batch): Promise<Reply> {
  const answers: Reply['answers'] = [];
  for (const given of cases) answers.push(await answer(given, contexts));
  return { where: `${globalThis.constructor.name} ${location.pathname}`, answers };
}

export default defineBackground(() => {
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    replyTo(JSON.parse(String(message))).then((reply) => respond(JSON.stringify(reply)));
    return true;
  });
});
