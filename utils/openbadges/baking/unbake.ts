import type { Check } from '../../badge/report.ts';
export type Unbaked = { ok: true; found: { payload: string; keyword: string } } | { ok: false; check: Check };
export async function unbake(_bytes: Uint8Array): Promise<Unbaked> {
  return { ok: false, check: { id: 'format', outcome: 'fail', code: 'format-no-badge-data' } };
}
