import type { RequestName, Requests } from '../messages/protocol.ts';
import { ask as askOnce } from '../messages/request-client.ts';

/**
 * Asks the background one thing, from one of our own pages. A worker that dies at work breaks the call off, so it is tried once more:
 * every request may be done twice. Rejects when there is still no answer.
 */
export async function ask<N extends RequestName>(name: N, request: Requests[N]['ask']): Promise<Requests[N]['answer']> {
  try {
    return await askOnce(name, request);
  } catch {
    return askOnce(name, request);
  }
}
