import { describe, expect, it } from 'vitest';
import { FORMAT_CHOICES, lookFor } from '../../../../utils/share/embed/choices.ts';
import { EMBED_FORMATS } from '../../../../utils/share/embed/index.ts';
import { type EmbedOptions, LOOKS } from '../../../../utils/share/embed/types.ts';
import { BADGE, OPTIONS } from './hostile.ts';

const TWO = [
  { ...BADGE, holder: 'Mira Lind', credentialId: 'A-1234', url: 'https://badges.example/1' },
  { ...BADGE, holder: 'Mira Lind', credentialId: 'A-1235', url: 'https://badges.example/2' },
];
const KINDS = ['arrangement', 'size', 'theme', 'credentialId', 'lines', 'person'] as const;
const OTHER: Record<(typeof KINDS)[number], [Partial<EmbedOptions>, Partial<EmbedOptions>]> = {
  arrangement: [{ arrangement: 'list' }, { arrangement: 'grid' }],
  size: [{ size: 48 }, { size: 220 }],
  theme: [{ theme: 'light' }, { theme: 'dark' }],
  credentialId: [{ credentialId: false }, { credentialId: true }],
  lines: [{ lines: {} }, { lines: { name: 'Ada Lind' } }],
  person: [{ person: 'Ada Lind' }, { person: 'Bo Lind' }],
};

describe.each(EMBED_FORMATS.map((format) => [format.id, format] as const))('the choices of %s', (id, format) => {
  const knows = FORMAT_CHOICES[id];
  const made = (options: Partial<EmbedOptions>) => format.makes(TWO, { ...OPTIONS, ...options })?.code;

  it.each(KINDS)('offer %s exactly where it makes a difference', (kind) => {
    const look = knows.looks.find((one) => one === 'picture-text') ?? 'text';
    const [one, other] = OTHER[kind].map((options) => made({ look, ...options }));
    expect(one !== other).toBe(knows[kind] === true);
  });

  it('offer looks exactly where they differ', () => {
    const different = new Set(LOOKS.map((look) => made({ look })));
    expect(different.size).toBe(Math.max(1, knows.looks.length));
    expect(new Set(knows.looks.map((look) => made({ look }))).size).toBe(knows.looks.length);
    for (const wanted of [undefined, ...LOOKS])
      expect(knows.looks.length === 0 ? ['text'] : knows.looks).toContain(lookFor(knows, wanted));
  });
});
