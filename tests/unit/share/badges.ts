import fc from 'fast-check';
import type { SharedBadge } from '../../../utils/share/types.ts';

/** A badge of nobody's. */
export const BADGE: SharedBadge = {
  name: 'Cloud Gardening & Care',
  issuer: { name: 'Lumen Academy', url: 'https://lumen.example/' },
  holder: 'Mira Okonkwo-Lindqvist',
  issuedOn: '2024-05-31T23:30:00.000Z',
  expires: '2027-01-01T00:30:00.000Z',
  url: 'https://www.credly.com/badges/3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470/public_url',
  skills: ['Kubernetes', 'Cloud Security', 'C#'],
  credentialId: '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470',
  platform: { id: 'credly', badge: '3f0c9d52-71ab-4e08-9b6d-c25a8e1f4470' },
};

export const SHORT_URL = 'https://badges.example/1';

/** What hostile and merely unusual names are made of. */
const PIECES = [
  '"',
  "'",
  '<b>',
  '&',
  '&amp;',
  '&text=evil',
  '?url=https://evil.example',
  '#',
  '%',
  '%0A',
  '%26',
  '+',
  '=',
  '\\',
  '`',
  '|',
  '$&',
  '$1',
  '\r\n',
  '\n',
  '\r',
  '\u2028',
  '\u0000',
  '\u001b[31m',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udc00',
  '{url}',
  '{name}',
  '{{holder}}',
  '{evil}',
  'https://evil.example/?utm_source=x',
  'javascript:alert(1)',
  '@somebody',
  'mailto:mira@mail.example',
  'Bcc: x@mail.example',
  '徽章',
  'شارة',
  'バッジ',
  '👨‍👩‍👧‍👦',
  '👍🏽',
  '🇹🇼',
  '1️⃣',
  'é',
  'e\u0301',
  'ASP.NET',
  ' ',
  '  ',
  'Mira',
  '…',
];

/** Any text, with every piece that could mean something to an address, a header, a template or a counter. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 12 })),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));
