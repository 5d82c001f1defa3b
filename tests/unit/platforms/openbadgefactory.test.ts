import { describe, expect, it } from 'vitest';
import { EARNER, hashOf } from '../verify/fixtures/open-badges.ts';
import { FACTORY_ASSERTION, factory } from '../verify/fixtures/platforms.ts';
import { judge } from './judge.ts';

describe('Open Badge Factory', () => {
  it('is verified from the page’s address or the record’s', async () => {
    for (const link of [FACTORY_ASSERTION, `${FACTORY_ASSERTION}.html`]) {
      const report = await judge(link, factory(), { holder: { emails: [EARNER.email] } });
      expect(report).toMatchObject({
        verdict: 'verified',
        tone: 'caution',
        holder: { match: 'yours' },
        issuer: { standing: 'unvetted', name: 'Aspen Lane' },
      });
      expect(report.requests[0]).toBe(FACTORY_ASSERTION);
    }
  });

  it('withdrawn and unknown', async () => {
    expect(
      await judge(FACTORY_ASSERTION, { ...factory(), [FACTORY_ASSERTION]: { status: 410, body: '' } }),
    ).toMatchObject({ verdict: 'revoked' });
    expect(await judge(FACTORY_ASSERTION, {})).toMatchObject({ verdict: 'not-found' });
  });

  it('a recipient in another hash', async () => {
    const recipient = { type: 'email', hashed: true, identity: hashOf(EARNER.email.toUpperCase()) };
    const report = await judge(FACTORY_ASSERTION, factory({ assertion: { recipient } }), {
      holder: { emails: [EARNER.email.toUpperCase()] },
    });
    expect(report.holder.match).toBe('yours');
  });
});
