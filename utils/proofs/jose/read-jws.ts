/** A compact JWS taken apart (RFC 7515, 3.1). Nothing in it is believed yet. */
import type { CheckCode, CheckOutcome } from '../../badge/check.ts';
import type { Check } from '../../badge/report.ts';
import { fromBase64Url } from '../../bytes/base64.ts';
import { isObject, type JsonObject, member } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { readJson } from '../../net/json.ts';
import type { KeyUse } from '../keys/crypto-key.ts';
import { createMemo } from '../keys/memo.ts';
import { keyUseFor, provesNothing } from './algorithms.ts';

export interface ReadJws {
  ok: true;
  /** Without the white space that editors leave around it. */
  compact: string;
  header: JsonObject;
  payload: JsonObject;
  alg: string;
}

export type JwsReading = ReadJws | { ok: false; check: Check };

/** A badge with an embedded picture, in base64url. */
const MAX_LENGTH = 1_400_000;
const PART = /^[A-Za-z0-9_-]+$/;
/** What may stand behind the last group of four: bits that make no whole byte are zero (RFC 4648, 3.5), or one signature could be written in many ways. */
const END = /^(?:|.[AQgw]|..[AEIMQUYcgkosw048])$/;
/** All badges of one key begin with the same words. */
const headers = createMemo<ObjectReading>();

/**
 * Reads header and payload. Members named twice are refused: who signed may have meant the one and who reads may take the other (RFC 7515, 4: "MUST"
 * be unique or rejected). Extensions that must be understood (`crit`) are not.
 */
export function readJws(text: string): JwsReading {
  const compact = text.trim();
  if (compact.length > MAX_LENGTH) return refuse('fail', 'signature-malformed', 'length');
  const parts = compact.split('.');
  const [first = '', second = '', third = ''] = parts;
  // A missing signature is the business of `none`, if that is what the header says.
  if (parts.length !== 3 || !isPart(first) || !isPart(second) || !(third === '' || isPart(third))) {
    return refuse('fail', 'signature-malformed', 'JWS');
  }
  const header = headers.of(first, () => objectIn(first));
  if (!header.ok) return header;
  const payload = objectIn(second);
  if (!payload.ok) return payload;
  for (const name of ['crit', 'b64', 'zip']) {
    if (member(header.value, name) !== undefined) return refuse('fail', 'signature-malformed', name);
  }
  const alg = member(header.value, 'alg');
  if (typeof alg !== 'string' || alg === '') return refuse('fail', 'signature-malformed', 'alg');
  if (provesNothing(alg)) return refuse('fail', 'signature-algorithm', alg);
  if (third === '') return refuse('fail', 'signature-malformed', 'JWS');
  return { ok: true, compact, header: header.value, payload: payload.value, alg };
}

/** How a JWS's key is used, by its algorithm: only then is a key looked for. */
export function keyUseOf({ alg }: ReadJws): KeyUse | Check {
  return keyUseFor(alg) ?? { id: 'signature', outcome: 'unknown', code: 'signature-unsupported', ...detailOf(alg) };
}

function isPart(part: string): boolean {
  return PART.test(part) && END.test(part.slice(part.length - (part.length % 4)));
}

type ObjectReading = { ok: true; value: JsonObject } | { ok: false; check: Check };

function objectIn(part: string): ObjectReading {
  const json = readJson(decodePart(part), { maxBytes: MAX_LENGTH });
  if (!json.ok) return refuse('fail', 'signature-malformed', 'JSON');
  if (json.duplicateKeys || json.dropped) {
    return { ok: false, check: { id: 'format', outcome: 'fail', code: 'format-duplicate-members' } };
  }
  return isObject(json.value) ? { ok: true, value: json.value } : refuse('fail', 'signature-malformed', 'JSON');
}

/** Bytes of a part in base64url; one byte that is no text where it cannot be read. */
export function decodePart(part: string): Uint8Array<ArrayBuffer> {
  return fromBase64Url(part) ?? new Uint8Array([0xff]);
}

function refuse(outcome: CheckOutcome, code: CheckCode, detail: string): { ok: false; check: Check } {
  return { ok: false, check: { id: 'signature', outcome, code, ...detailOf(detail) } };
}
