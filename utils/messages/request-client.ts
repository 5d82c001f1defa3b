import { browser } from '../browser.ts';
import type { RequestName, Requests } from './protocol.ts';

/**
 * Asks the background from one of our own pages. Waking a sleeping worker is the browser's business.
 * Rejects when the background did not answer or its handler failed.
 */
export async function ask<N extends RequestName>(name: N, request: Requests[N]['ask']): Promise<Requests[N]['answer']> {
  const answer: unknown = await browser.runtime.sendMessage({ ...request, type: name });
  if (typeof answer !== 'object' || answer === null || 'failed' in answer) throw new Error(`no answer to ${name}`);
  return answer as Requests[N]['answer'];
}
