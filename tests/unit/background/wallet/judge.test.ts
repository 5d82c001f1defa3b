import { expect, it } from 'vitest';
import { judgeBy } from '../../../../utils/background/wallet/judge.ts';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/defaults.ts';
import { reportOn } from '../../../../utils/verify/report-on.ts';

const EMAIL = 'marisol@etxeberri.example';
const settings = { ...DEFAULT_SETTINGS, emails: [EMAIL] };
const lists = { trusted: [{ id: 'did:web:kestrel.example', name: 'Kestrel' }], unread: [], contexts: {} };
const nameOf = (...[given, listed, name]: [typeof settings, typeof lists, string]) =>
  judgeBy(reportOn, given, listed, name).by;

it('settings that judge alike have one name, whatever else is in them', () => {
  const { by } = judgeBy(reportOn, settings, lists, 'Marisol Etxeberri');
  const same = { trusted: [...lists.trusted], unread: ['a registry'] as never, contexts: {} };
  expect(nameOf({ ...settings, registries: [] }, same, 'Marisol Etxeberri')).toBe(by);
  const others = [
    nameOf({ ...settings, emails: [] }, lists, 'Marisol Etxeberri'),
    nameOf(settings, { ...lists, trusted: [] }, 'Marisol Etxeberri'),
    nameOf(settings, lists, ''),
  ];
  expect(new Set([by, ...others]).size).toBe(4);
  // It lies in tables where addresses have no business.
  expect(by).toMatch(/^[\da-f]{64}$/);
});
