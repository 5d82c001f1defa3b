import { expect } from 'vitest';
import type { Report } from '../../../utils/badge/report.ts';
import { verifyBadge } from '../../../utils/verify/index.ts';
import { fetchFrom, type Network } from '../verify/fixtures/network.ts';
import { NOW } from '../verify/fixtures/open-badges.ts';

/** What is said about this address in this small network, with every address that was asked and the codes of all checks. */
export async function judge(url: string, network: Network, more: Partial<Parameters<typeof verifyBadge>[1]> = {}) {
  const { fetch, asked } = fetchFrom(network);
  const report = await verifyBadge({ url }, { fetch, now: NOW, ...more });
  return { ...report, requests: asked, codes: report.checks.map((check) => check.code) };
}

/** Matches a report with this verdict and, among others, these codes. */
export const answers = (verdict: Report['verdict'], ...codes: string[]) =>
  expect.objectContaining({ verdict, codes: expect.arrayContaining(codes) });
