import { describe, expect, test } from 'vitest';
import { recogniseLink } from '../../../utils/links/index.ts';
import { keyOf } from '../../world/cast/badge.ts';
import { bulkBadge, CATALOGUE } from '../../world/cast/catalogue.ts';
import { HOSTILE_LINKS } from '../../world/sites/linkedin/hostile-links.ts';

describe('the catalogue', () => {
  test.each([...CATALOGUE, bulkBadge(0), bulkBadge(4999)].map((badge) => [badge.role, badge] as const))(
    '%s is recognised under the key it is listed with',
    (_, badge) => {
      const link = recogniseLink(badge.address);
      expect(link && `${link.platform}:${link.id}`).toBe(keyOf(badge));
    },
  );

  test('has no key twice, and one of each answer a reader can get', () => {
    expect(new Set(CATALOGUE.map(keyOf)).size).toBe(CATALOGUE.length);
    const verdicts = new Set(CATALOGUE.map((badge) => badge.expect.verdict));
    for (const verdict of ['verified', 'expired', 'revoked', 'not-found', 'undecided', 'unsupported']) {
      expect(verdicts).toContain(verdict);
    }
    expect(new Set(CATALOGUE.map((badge) => badge.expect.tone))).toEqual(new Set(['ok', 'caution', 'bad', 'unknown']));
  });

  test.each(HOSTILE_LINKS.map((link) => [link.text, link] as const))('hostile link: %s', (_, { href, key }) => {
    const link = recogniseLink(href, 'https://www.linkedin.com/pulse/hostile-links/');
    expect(link && `${link.platform}:${link.id}`).toBe(key);
  });
});
