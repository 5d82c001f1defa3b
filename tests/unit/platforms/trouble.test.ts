import { describe, expect, it } from 'vitest';
import type { Reply } from '../verify/fixtures/network.ts';
import {
  BADGR_ASKED,
  BADGR_LINK,
  CREDLY_ASSERTION,
  CREDLY_LINK,
  FACTORY_ASSERTION,
} from '../verify/fixtures/platforms.ts';
import { answers, judge } from './judge.ts';

describe('trouble at a platform is never the badge’s fault', () => {
  const answersOf: [string, Reply][] = [
    ['nothing', { type: 'application/json', body: '' }],
    ['204', { status: 204, type: 'application/json', body: null }],
    ['an error', { json: { error: 'maintenance' } }],
    ['words', { type: 'application/json', body: 'Service Unavailable' }],
    ['half a badge', { type: 'application/json', body: '{"@context":"https://w3id.org/openb' }],
    ['bytes', { type: 'application/json', body: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]) }],
    ['null', { json: null }],
    ['a list', { json: [] }],
    ['a page', { type: 'text/html', body: '<html>' }],
  ];
  for (const [name, reply] of answersOf) {
    it(`${name} for a badge: undecided`, async () => {
      for (const [asked, address] of [
        [CREDLY_ASSERTION, CREDLY_LINK],
        [BADGR_ASKED, BADGR_LINK],
        [FACTORY_ASSERTION, FACTORY_ASSERTION],
      ] as const) {
        const report = await judge(address, { [asked]: reply });
        expect(report, address).toEqual(answers('undecided', 'format-unknown-shape'));
        expect(report.tone).toBe('unknown');
      }
    });
  }
});
