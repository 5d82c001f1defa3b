import { isObject, type JsonObject } from '../../json/members.ts';
import { readJson } from '../../net/json.ts';
import type { ReadFailure } from '../../net/types.ts';
import type { ImportTrouble } from '../types.ts';
import type { ListEnd, ListTools } from './types.ts';

export type ListAnswer = { ok: true; value: JsonObject } | { ok: false; end: ListEnd };

/** A page of 48 badges with all their skills and activities is about 300 kB. */
const MAX_BYTES = 4 * 1_048_576;
/** Lists that are not public send their reader there instead of answering 403. */
const SIGN_IN = /\/(?:sign_?in|log_?in|users\/session)\b/i;

const TROUBLES: Record<ReadFailure['reason'], ImportTrouble> = {
  'refused-address': 'not-understood',
  network: 'network',
  timeout: 'network',
  'not-permitted': 'not-permitted',
  'rate-limited': 'rate-limited',
  'too-large': 'too-large',
  'too-many-redirects': 'not-understood',
  'redirected-away': 'not-understood',
  'too-many-requests': 'incomplete',
};

/** Asks for one page of a list, which only the host that was asked may answer, as a JSON object. */
export async function askList(address: string, tools: ListTools, accept = 'application/json'): Promise<ListAnswer> {
  const asked = new URL(address);
  if (tools.signal?.aborted) return { ok: false, end: { stopped: true } };
  const reading = tools.reader.read(address, { accept, maxBytes: MAX_BYTES, finalHosts: [asked.hostname] });
  const answer = await untilStopped(reading, tools.signal);
  if (answer === 'stopped') return { ok: false, end: { stopped: true } };
  if (!answer.ok) {
    const retryAt = answer.reason === 'rate-limited' ? answer.retryAt : undefined;
    return { ok: false, end: { trouble: TROUBLES[answer.reason], ...(retryAt !== undefined && { retryAt }) } };
  }
  const { pathname } = new URL(answer.url);
  if (pathname !== asked.pathname && SIGN_IN.test(pathname)) return failed('not-public');
  if (answer.status < 200 || answer.status > 299) return failed(troubleOf(answer.status));
  const json = readJson(answer.bytes, { maxBytes: MAX_BYTES });
  return json.ok && isObject(json.value) ? { ok: true, value: json.value } : failed('not-understood');
}

function failed(trouble: ImportTrouble): ListAnswer {
  return { ok: false, end: { trouble } };
}

function troubleOf(status: number): ImportTrouble {
  if (status === 404 || status === 410) return 'not-found';
  if (status === 401 || status === 403) return 'not-public';
  return status >= 500 ? 'network' : 'not-understood';
}

/** The reader knows no signals: its answer is left behind, and runs into its own time limit. */
async function untilStopped<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | 'stopped'> {
  if (!signal) return work;
  let stop = () => {};
  const stopped = new Promise<'stopped'>((resolve) => {
    stop = () => resolve('stopped');
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
