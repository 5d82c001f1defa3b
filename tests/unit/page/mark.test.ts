// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { badgeKey, recogniseLink } from '../../../utils/links/index.ts';
import type { RecognisedLink } from '../../../utils/links/types.ts';
import { createMark } from '../../../utils/page/mark.ts';

it('names the badge as platform:id, also where the host is part of the key', () => {
  const link = recogniseLink('https://eu.badgr.com/public/assertions/qB-cD_eF92gH34iJ56kL7Q') as RecognisedLink;
  const mark = createMark(document, () => {});
  const key = badgeKey(link);
  mark.show({ key, verdict: 'pending', tone: 'unknown', holder: 'unknown', shape: 'pending', label: '' });
  expect(key).toContain('@api.eu.badgr.io');
  expect(mark.host.dataset.badge).toBe('badgr:qB-cD_eF92gH34iJ56kL7Q');
});
