import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMBED_FORMATS } from '../../../../utils/share/embed/index.ts';
import { type EmbedFormatId, type EmbedOptions, LOOKS } from '../../../../utils/share/embed/types.ts';
import { plainLine } from '../../../../utils/share/escape/line.ts';
import { httpsAddress } from '../../../../utils/share/escape/url.ts';
import type { SharedBadge } from '../../../../utils/share/types.ts';
import {
  ADDRESS_FIELDS,
  addressField,
  BADGE,
  expectAddressKept,
  expectAllKept,
  expectTextKept,
  hostilePath,
  hostileText,
  OPTIONS,
  type Parsed,
  TEXT_FIELDS,
  textField,
} from './hostile.ts';
import { asciidocTree, htmlTree, latexTree, markdownTree } from './parsers.ts';

const SECOND: SharedBadge = { ...BADGE, name: 'Second', url: 'https://badges.example/b/2', holder: undefined };
const CREDLY = 'https://www.credly.com/badges/0d6f3a4e-1b2c-4d5e-8f90-a1b2c3d4e5f6';

/** Data formats are compared as data; where data stand in a script, the script is read by an HTML parser first. */
const PARSERS: Readonly<Record<EmbedFormatId, (code: string) => unknown>> = {
  website_html: htmlTree,
  website_widget: htmlTree,
  website_schema: (code) => {
    const [script, ...others] = htmlTree(code);
    if (typeof script !== 'object' || others.length > 0) throw new Error('more than one script');
    return { ...script, holds: JSON.parse(String(script.holds?.join(''))) };
  },
  resume_rich: htmlTree,
  resume_text: (code) => code.split('\n'),
  resume_markdown: markdownTree,
  resume_html: htmlTree,
  resume_latex: latexTree,
  resume_asciidoc: asciidocTree,
  resume_json: (code) => JSON.parse(code),
  signature_rich: htmlTree,
  signature_text: (code) => code.split('\n'),
};

/** Those in which the look changes something. */
const LOOKED: ReadonlySet<EmbedFormatId> = new Set<EmbedFormatId>([
  'website_html',
  'resume_rich',
  'resume_markdown',
  'resume_asciidoc',
  'signature_rich',
]);

/** Alone and as the first of two, in each look. */
function variants(id: EmbedFormatId): [string, Parsed][] {
  const format = EMBED_FORMATS.find((one) => one.id === id);
  if (!format) throw new Error(id);
  // A field that a format does not show makes the same source as before, which need not be read again.
  const trees = new Map<string, unknown>();
  const code = async (badges: readonly SharedBadge[], options: Partial<EmbedOptions>) => {
    const made = format.makes(badges, { ...OPTIONS, ...options });
    if (made && !trees.has(made.code)) trees.set(made.code, await PARSERS[id](made.code));
    return made && trees.get(made.code);
  };
  return (LOOKED.has(id) ? LOOKS : (['card'] as const)).flatMap((look): [string, Parsed][] => [
    [`${look}, one`, (badge) => code([badge], { look })],
    [`${look}, two`, (badge) => code([badge, SECOND], { look, arrangement: 'grid', theme: 'dark' })],
  ]);
}

describe.each(EMBED_FORMATS.map(({ id }) => id))('%s', (id) => {
  it.each(variants(id))('carries every text and nothing else: %s', async (_, parsed) => {
    await expectAllKept(parsed);
  });

  it('carries random texts of what formats react to', async () => {
    const [[, one] = [], [, two] = []] = variants(id);
    await fc.assert(
      fc.asyncProperty(textField, hostileText, async (put, text) => {
        const read = plainLine(text);
        fc.pre(read !== '');
        if (one) await expectTextKept(one, put, text, read);
        if (two) await expectTextKept(two, put, text, read);
      }),
      { numRuns: 200 },
    );
  });

  it('carries random addresses', async () => {
    const [, parsed] = variants(id).at(-2) ?? [];
    await fc.assert(
      fc.asyncProperty(addressField, hostilePath, async (put, address) => {
        if (parsed) await expectAddressKept(parsed, put, address);
      }),
      { numRuns: 150 },
    );
  });

  it('links only to https, whatever it is given', async () => {
    const addresses = Object.values(ADDRESS_FIELDS);
    await fc.assert(
      fc.asyncProperty(fc.webUrl({ validSchemes: ['http', 'ftp', 'javascript'] }), async (address) => {
        for (const [, parsed] of variants(id)) {
          const badge = addresses.reduce((one, put) => put(one, address), BADGE);
          expect(httpsAddress(address)).toBeNull();
          expect(JSON.stringify(await parsed(badge))).not.toContain(address.slice(address.indexOf(':') + 1));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the comparison', () => {
  it.each([
    ['website_html', ['name', 'issuer', 'description', 'credentialId', 'url', 'image']],
    [
      'website_schema',
      ['name', 'issuer', 'holder', 'description', 'skill', 'credentialId', 'url', 'image', 'issuerUrl'],
    ],
    ['resume_rich', ['name', 'issuer', 'credentialId', 'url', 'image']],
    ['resume_text', ['name', 'issuer', 'credentialId', 'url']],
    ['resume_markdown', ['name', 'issuer', 'credentialId', 'url', 'image']],
    ['resume_html', ['name', 'issuer', 'credentialId', 'url']],
    ['resume_latex', ['name', 'issuer', 'credentialId', 'url']],
    ['resume_asciidoc', ['name', 'issuer', 'credentialId', 'url', 'image']],
    ['resume_json', ['name', 'issuer', 'url']],
    ['signature_rich', ['name', 'issuer', 'url', 'image']],
    ['signature_text', ['name', 'issuer', 'url']],
  ] as const)('of %s sees each field that it is meant to show', async (id, fields) => {
    const puts = { ...TEXT_FIELDS, ...ADDRESS_FIELDS };
    const all = variants(id);
    for (const [field, put] of Object.entries(puts)) {
      const value = field in TEXT_FIELDS ? 'Seen Words' : 'https://seen.example/words';
      const trees = await Promise.all(all.map(async ([, parsed]) => JSON.stringify(await parsed(put(BADGE, value)))));
      expect([field, trees.some((tree) => tree.includes(value))]).toEqual([
        field,
        (fields as readonly string[]).includes(field),
      ]);
    }
  });

  it.each([
    ['website_html', (text: string) => `<b>${text}</b>`],
    ['resume_markdown', (text: string) => `[${text}](https://a.example)`],
    ['resume_asciidoc', (text: string) => `link:https://a.example[${text}]`],
    ['resume_latex', (text: string) => `\\href{https://a.example}{${text}}`],
    ['website_schema', (text: string) => `<script>${JSON.stringify({ text })}</script>`],
    ['resume_json', (text: string) => `{"text":"${text}"}`],
  ] as const)('of %s notices where nothing is escaped', async (id, unescaped) => {
    await expect(expectAllKept((badge) => PARSERS[id](unescaped(badge.name)))).rejects.toThrow();
  });

  it('of the widget sees its title', () => {
    const widget = EMBED_FORMATS.find(({ id }) => id === 'website_widget');
    expect(widget?.makes([BADGE], OPTIONS)).toBeNull();
    expect(widget?.makes([{ ...BADGE, url: CREDLY }], OPTIONS)?.code).toContain('0d6f3a4e-1b2c-4d5e-8f90-a1b2c3d4e5f6');
  });
});
