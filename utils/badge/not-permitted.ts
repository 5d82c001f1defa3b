import type { Check } from './report.ts';

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Hosts that the browser did not let us ask, as far as checks name them. */
export function hostsNotPermitted(checks: readonly Check[]): string[] {
  return checks.flatMap(({ code, detail }) =>
    code === 'origin-not-permitted' && detail !== undefined && HOST.test(detail) ? [detail] : [],
  );
}
