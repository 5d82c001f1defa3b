import { expect, it } from 'vitest';
import { judgeBy } from '../../../../utils/background/wallet/judge.ts';
import { DEFAULT_SETTINGS } from '../../../../utils/settings/defaults.ts';
import { reportOn } from '../../../../utils/verify/report-on.ts';
import { credlyExamined } from '../../wallet/support.ts';

const EMAIL = 'marisol@etxeberri.example';
const settings = { ...DEFAULT_SETTINGS, emails: [EMAIL] };
const lists = { trusted: [{ id: 'did:web:kestrel.example', name: 'Kestrel' }], unread: [], contexts: {} };
const nameOf = (...[given, listed, name, names = []]: [typeof settings, typeof lists, string, string[]?]) =>
  judgeBy(reportOn, given, listed, { name, names }).by;

it('settings that judge alike have one name, whatever else is in them', () => {
  const { by } = judgeBy(reportOn, settings, lists, { name: 'Marisol Etxeberri', names: [] });
  const same = { trusted: [...lists.trusted], unread: ['a registry'] as never, contexts: {} };
  expect(nameOf({ ...settings, registries: [] }, same, 'Marisol Etxeberri')).toBe(by);
  const others = [
    nameOf({ ...settings, emails: [] }, lists, 'Marisol Etxeberri'),
    nameOf(settings, { ...lists, trusted: [] }, 'Marisol Etxeberri'),
    nameOf(settings, lists, ''),
    nameOf(settings, lists, 'Marisol Etxeberri', ['M. de la Mar']),
  ];
  expect(new Set([by, ...others]).size).toBe(5);
  // It lies in tables where addresses have no business.
  expect(by).toMatch(/^[\da-f]{64}$/);
});

it('a badge is compared with the name of the user’s that fits it, else with the first', () => {
  const { reportOn: judged } = judgeBy(reportOn, settings, lists, { name: 'Bertil Ahlström', names: ['陳大文'] });
  const matchOf = (holderName: string) =>
    judged(credlyExamined(1, 'verified', { recipients: [], holderName })).holder.match;
  expect([matchOf('陳大文'), matchOf('Bertil Ahlström'), matchOf('Cato Other')]).toEqual(['same', 'same', 'differs']);
});
