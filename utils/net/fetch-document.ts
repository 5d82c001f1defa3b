import type { CheckCode } from '../badge/check.ts';
import type { Check } from '../badge/report.ts';
import { CAPS, cleanText } from '../badge/text.ts';
import { readJson } from './json.ts';
import type { Reader, ReadFailure, ReadOptions } from './types.ts';

/** JSON-LD first, plain JSON next, and nothing that makes a badge server answer with its web page (Open Badges 2.0, "Setting Content-Type"). */
export const ACCEPT_BADGE = 'application/ld+json, application/json';

export type Fetched =
  | {
      kind: 'json';
      value: unknown;
      /** Some object in it names a member twice: two readers may read it differently. */
      duplicateKeys: boolean;
      status: number;
      url: string;
      host: string;
    }
  /** Not JSON: a page, a compact JWS, a picture … `claimsJson`: it was sent as JSON or begins like it. */
  | {
      kind: 'other';
      bytes: Uint8Array;
      text: string | null;
      claimsJson: boolean;
      why: CheckCode;
      status: number;
      url: string;
      host: string;
    }
  | { kind: 'failed'; check: Check; retryAt?: string };

const CODES: Record<ReadFailure['reason'], CheckCode> = {
  'refused-address': 'origin-refused-address',
  network: 'origin-network',
  timeout: 'origin-timeout',
  'not-permitted': 'origin-not-permitted',
  'rate-limited': 'origin-rate-limited',
  'too-large': 'origin-too-large',
  'too-many-redirects': 'origin-too-many-redirects',
  'redirected-away': 'origin-redirected-away',
  'too-many-requests': 'origin-too-many-requests',
};

/** The check for a document that could not be read. Never `fail`: the network says nothing about the badge. */
export function failureCheck(failure: ReadFailure): Check {
  const detail = (failure.reason === 'rate-limited' && failure.retryAt) || failure.host;
  return { id: 'origin', outcome: 'unknown', code: CODES[failure.reason], ...(detail && { detail }) };
}

/** The check for an HTTP status other than success. 410 and revoked bodies are for the caller to judge first. */
export function statusCheck(status: number, host: string): Check {
  const unknown = { id: 'origin', outcome: 'unknown' } as const;
  if (status === 404 || status === 410) return { ...unknown, code: 'origin-not-found', detail: host };
  if (status === 401 || status === 403) return { ...unknown, code: 'origin-access-denied', detail: String(status) };
  return { ...unknown, code: 'origin-server-error', detail: String(status) };
}

/** Reads one document. The content type is believed only where the bytes leave a doubt: servers send badges under any type. */
export async function fetchDocument(
  reader: Reader,
  address: string,
  options: Partial<ReadOptions> = {},
): Promise<Fetched> {
  const answer = await reader.read(address, { accept: ACCEPT_BADGE, ...options });
  if (!answer.ok) {
    const retryAt = answer.reason === 'rate-limited' ? answer.retryAt : undefined;
    return { kind: 'failed', check: failureCheck(answer), ...(retryAt && { retryAt }) };
  }
  const place = { status: answer.status, url: answer.url, host: new URL(answer.url).hostname };
  const json = readJson(answer.bytes);
  // Members named twice are no danger where whoever wrote them owns the place. Who reads keys or what is signed must be stricter.
  if (json.ok) return { kind: 'json', value: json.value, duplicateKeys: json.duplicateKeys, ...place };
  const text = json.reason === 'bad-text' ? null : new TextDecoder('utf-8').decode(answer.bytes);
  // A page stays a page, whatever type it was sent under.
  const begins = /^\s*(.)/.exec(text ?? '')?.[1] ?? '';
  const claimsJson = begins === '{' || begins === '[' || (begins !== '<' && /[/+]json\b/i.test(answer.contentType));
  return { kind: 'other', bytes: answer.bytes, text, claimsJson, why: whyNot(json.reason), ...place };
}

function whyNot(reason: 'too-large' | 'bad-text' | 'too-deep' | 'not-json'): CheckCode {
  if (reason === 'bad-text') return 'format-bad-text';
  return reason === 'too-deep' ? 'format-too-deep' : 'format-not-json';
}

/** A stranger's words cut to what fits behind a check's sentence. */
export function detailOf(value: unknown): { detail?: string } {
  const detail = cleanText(typeof value === 'number' ? String(value) : value, CAPS.detail);
  return detail === undefined ? {} : { detail };
}
