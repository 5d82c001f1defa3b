import type { Check } from '../../badge/report.ts';
import type { JsonObject } from '../../json/members.ts';
export function judgeSchema(_credential: JsonObject): Check[] {
  return [];
}
