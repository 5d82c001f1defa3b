/** The vectors through the background of a browser, and what Node says to them. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, promisify } from 'node:util';
import { type Answered, answer } from './layers.ts';
import type { Batch, Reply } from './protocol.ts';
import { accepted, type Vector } from './vector.ts';
import { caseOf, contextsOf } from './vector-world.ts';

/** Vectors in one message: few enough for a message to stay far below the browsers' limit (64 MiB) and to be answered within a second. */
const AT_A_TIME = 40;

/** What one environment answered to the vectors, in their order. */
export interface Answers {
  /** Where the engine ran; one entry unless something is very wrong. */
  where: string[];
  answers: Answered[];
}

/** Builds the test extension and resolves with its folder. In a process of its own: WXT talks, and takes over globals while it builds. */
export async function makeExtension(browser: 'chrome' | 'firefox'): Promise<string> {
  const script = fileURLToPath(new URL('build-extension.ts', import.meta.url));
  await promisify(execFile)(process.execPath, [script, browser]);
  return fileURLToPath(new URL(`../../.output/conformance/${browser}/built/${browser}-mv3`, import.meta.url));
}

/** Asks the background for all of them. `send` carries one message there and its reply back. */
export async function askBrowser(
  vectors: readonly Vector[],
  send: (message: string) => Promise<string>,
): Promise<Answers> {
  const contexts = contextsOf();
  const replies: Reply[] = [];
  for (let from = 0; from < vectors.length; from += AT_A_TIME) {
    const batch: Batch = { cases: vectors.slice(from, from + AT_A_TIME).map(caseOf), contexts };
    replies.push(JSON.parse(await send(JSON.stringify(batch))));
  }
  return {
    where: [...new Set(replies.map(({ where }) => where))],
    answers: replies.flatMap(({ answers }) => answers),
  };
}

/** Runs in a page of the extension: one message to the background. */
export function sendMessage(message: string): Promise<string> {
  const { chrome } = globalThis as unknown as { chrome: { runtime: { sendMessage(text: string): Promise<string> } } };
  return chrome.runtime.sendMessage(message);
}

/** One line for each vector that got an answer it should not get, or none. */
export function wrongAnswers(vectors: readonly Vector[], { answers }: Answers): string[] {
  return vectors.flatMap((vector, index) => {
    const given = answers[index];
    if (given && accepted(vector).includes(given.answer)) return [];
    return `${vector.id}: ${given?.answer}, not ${accepted(vector).join(' or ')} (${given?.why})`;
  });
}

/** The vectors that Node answers with anything else than these answers: another reason or another report is a difference too. */
export async function differencesFromNode(
  vectors: readonly Vector[],
  { answers }: Answers,
): Promise<{ id: string; here: Answered | undefined; node: Answered }[]> {
  const contexts = contextsOf();
  const differences = [];
  for (const [index, vector] of vectors.entries()) {
    const here = answers[index];
    const node: Answered = JSON.parse(JSON.stringify(await answer(caseOf(vector), contexts)));
    if (!isDeepStrictEqual(here, node)) differences.push({ id: vector.id, here, node });
  }
  return differences;
}
