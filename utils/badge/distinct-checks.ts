import type { Check } from './report.ts';

/** Each check once, where several say the very same. */
export function distinctChecks(checks: readonly Check[]): Check[] {
  return [
    ...new Map(
      checks.map((check) => [JSON.stringify([check.id, check.outcome, check.code, check.detail]), check]),
    ).values(),
  ];
}
