/**
 * Firefox's own window, where the popup, the context menus and the notifications of the extension really are: no page sees them, and so no test that only
 * drives pages. Reached over WebDriver BiDi in the scope `chrome`, which `--remote-allow-system-access` opens.
 */
import type { Browser } from 'puppeteer-core';

/** What puppeteer has and does not declare. */
interface Connected {
  connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}

interface Tree {
  contexts: { context: string; url: string }[];
}

type Evaluated = { type: 'success'; result: { value?: string } } | { type: 'exception'; exceptionDetails: object };

/**
 * Runs a function in the window, with the power of the browser itself. Self-contained, because it is sent as text; arguments and answer are JSON.
 */
export async function inWindow<Args extends readonly unknown[], Answer>(
  firefox: Browser,
  run: (...args: Args) => Answer,
  ...args: Args
): Promise<Awaited<Answer>> {
  const { connection } = firefox as unknown as Connected;
  const tree = (await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })).result as Tree;
  const window = tree.contexts.find(({ url }) => url === 'chrome://browser/content/browser.xhtml');
  if (!window) throw new Error('Firefox has no window');
  const expression = `(async () => JSON.stringify(await (${run})(...${JSON.stringify(args)})) ?? 'null')()`;
  const evaluated = (
    await connection.send('script.evaluate', {
      expression,
      target: { context: window.context },
      awaitPromise: true,
    })
  ).result as Evaluated;
  if (evaluated.type === 'exception') throw new Error(JSON.stringify(evaluated.exceptionDetails));
  return JSON.parse(evaluated.result.value ?? 'null');
}
