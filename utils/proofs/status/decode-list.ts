import type { Check } from '../../badge/report.ts';
import { isObject, type JsonObject, member, single } from '../../json/members.ts';
import { readJson } from '../../net/json.ts';
import { openPayload } from '../jose/claims.ts';
import { readJws } from '../jose/read-jws.ts';
import { openBits } from './bits.ts';

export type DecodedList =
  | { ok: true; entries: number; valueAt(index: number): number | null }
  | { ok: false; check: Check };

/** Opens a list credential (JSON or compact JWT) without asking whose it is. For conformance runs; the product reads lists through `readList`. */
export async function decodeStatusList(text: string): Promise<DecodedList> {
  const credential = credentialIn(text);
  const subject = credential && single(member(credential, 'credentialSubject'));
  const encoded = isObject(subject) ? member(subject, 'encodedList') : undefined;
  const bits = await openBits(encoded, typeof encoded === 'string' && encoded.startsWith('u'));
  if (bits === null) return { ok: false, check: { id: 'status', outcome: 'unknown', code: 'status-unreadable' } };
  return { ok: true, entries: bits.entries(1), valueAt: (index) => bits.valueAt(index, 1) };
}

function credentialIn(text: string): JsonObject | null {
  const jws = readJws(text);
  if (jws.ok) return openPayload(jws.payload).credential;
  const json = readJson(text, { maxBytes: 4 * 1_048_576 });
  return json.ok && isObject(json.value) ? json.value : null;
}
