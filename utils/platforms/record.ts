/** Reading a platform's own JSON record: shared by the adapters whose evidence is no Open Badges document. */
import type { CheckCode } from '../badge/check.ts';
import type { Check } from '../badge/report.ts';
import { isObject, type JsonObject } from '../json/members.ts';
import { fetchDocument, statusCheck } from '../net/fetch-document.ts';
import type { Findings } from '../openbadges/run.ts';
import type { ProofTools } from './types.ts';

export interface RecordAnswer {
  record: JsonObject | null;
  /** HTTP status; 0 when nothing was answered. */
  status: number;
}

/**
 * Asks for a record that only `host` may answer. What goes wrong is told in `findings`; then there is no record. An answer that is no JSON object is
 * the platform's doing (a login page, a new format), never the badge's fault.
 */
export async function readRecord(
  address: string,
  tools: ProofTools,
  findings: Findings,
  judgeStatus: (status: number, host: string) => Check = statusCheck,
): Promise<RecordAnswer> {
  const { hostname: host } = new URL(address);
  const found = await fetchDocument(tools.reader, address, { accept: 'application/json', finalHosts: [host] });
  if (found.kind === 'failed') {
    findings.checks.push(found.check);
    if (found.retryAt !== undefined) findings.retryAt = found.retryAt;
    return { record: null, status: 0 };
  }
  if (found.status < 200 || found.status > 299) {
    findings.checks.push(judgeStatus(found.status, host));
    return { record: null, status: found.status };
  }
  findings.checks.push({ id: 'origin', outcome: 'pass', code: 'origin-ok', detail: host });
  if (found.kind === 'json' && isObject(found.value)) return { record: found.value, status: found.status };
  findings.checks.push(unknownShape());
  return { record: null, status: found.status };
}

/** The platform answered, but not in the shape it used to. `detail`: the member. */
export function unknownShape(detail?: string): Check {
  return { id: 'format', outcome: 'unknown', code: 'format-unknown-shape', ...(detail && { detail }) };
}

export function pass(id: Check['id'], code: CheckCode, detail?: string): Check {
  return { id, outcome: 'pass', code, ...(detail && { detail }) };
}
