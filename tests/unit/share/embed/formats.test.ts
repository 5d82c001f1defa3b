import { describe, expect, it } from 'vitest';
import { EMBED_FORMATS } from '../../../../utils/share/embed/index.ts';
import { schemaOrgPerson } from '../../../../utils/share/embed/schema-org.ts';
import {
  ARRANGEMENTS,
  type EmbedFormatId,
  type EmbedOptions,
  LOOKS,
  THEMES,
} from '../../../../utils/share/embed/types.ts';
import type { SharedBadge } from '../../../../utils/share/types.ts';
import { embedWords } from '../../../../utils/words/embed-words.ts';
import { dateFormats } from '../../../../utils/words/format-date.ts';
import { LOCALES, readMessages, translator } from '../../words/translate.ts';
import { BADGE, OPTIONS } from './hostile.ts';
import { htmlTree } from './parsers.ts';

const SECOND: SharedBadge = {
  name: 'Second',
  issuer: { name: 'Other Academy' },
  url: 'https://badges.example/b/2',
  skills: [],
};
const CREDLY_ID = '0d6f3a4e-1b2c-4d5e-8f90-a1b2c3d4e5f6';
const CREDLY: SharedBadge = { ...BADGE, url: `https://www.credly.com/badges/${CREDLY_ID}/public_url` };
const BADGR: SharedBadge = { ...BADGE, url: 'https://api.eu.badgr.io/public/assertions/abcdefghijklmnopqrst_-' };

function made(id: EmbedFormatId, badges: readonly SharedBadge[], options: Partial<EmbedOptions> = {}) {
  return EMBED_FORMATS.find((one) => one.id === id)?.makes(badges, { ...OPTIONS, ...options }) ?? null;
}
const code = (...args: Parameters<typeof made>) => made(...args)?.code;

describe('the list of formats', () => {
  it('names each once, and makes nothing of no badges', () => {
    const ids = EMBED_FORMATS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(EMBED_FORMATS.filter(({ makes }) => makes([], OPTIONS) !== null)).toEqual([]);
  });

  it.each(LOCALES)('has all its words in %s', async (locale) => {
    const keys = [...(await readMessages(locale)).keys()];
    const named = (group: string, names: readonly string[]) =>
      expect(keys.filter((key) => key.startsWith(`embed_${group}_`)).sort()).toEqual(
        names.map((name) => `embed_${group}_${name.replaceAll('-', '_')}`).sort(),
      );
    named('format', [...EMBED_FORMATS.map(({ id }) => id), 'qr_svg', 'qr_png']);
    named('group', [...new Set(EMBED_FORMATS.map(({ group }) => group))]);
    named('look', LOOKS);
    named('arrangement', ARRANGEMENTS);
    named('theme', THEMES);
    const t = translator(await readMessages(locale));
    const words = embedWords(t, dateFormats(locale, 'UTC').date);
    expect(code('resume_text', [BADGE], { words })).toMatch(
      /Cloud Basics — Example Academy.*2024.*2027.*AB-12.*https:/,
    );
  });
});

describe('a website', () => {
  const look = (options: Partial<EmbedOptions>, badges: readonly SharedBadge[] = [BADGE]) =>
    code('website_html', badges, options);

  it('gets a linked picture, without script', () => {
    expect(look({ look: 'picture', size: 150 })).toBe(
      '<a href="https://badges.example/b/1" target="_blank" rel="noopener"><img src="https://badges.example/b/1.png" width="150" height="150" alt="Cloud Basics, issued by Example Academy" style="object-fit:contain;border:0"></a>',
    );
  });

  it('gets words where there is no picture', () => {
    const text = look({ look: 'picture' }, [{ ...BADGE, image: undefined }]);
    expect(text).not.toContain('<img');
    expect(text).toContain('Cloud Basics');
  });

  it('gets a list of several, in their order', () => {
    const [list] = htmlTree(look({ look: 'text', arrangement: 'grid' }, [SECOND, BADGE]) ?? '');
    expect(list).toMatchObject({ is: 'ul', holds: [{ is: 'li' }, { is: 'li' }] });
    expect(JSON.stringify(list)).toMatch(/Second.*Cloud Basics/);
  });

  it('gets colours only where it asks for them', () => {
    for (const one of LOOKS) {
      const styles = (look({ look: one, theme: 'auto' })?.match(/style="[^"]*"/g) ?? []).join(' ');
      expect(styles.replaceAll('color:inherit', '')).not.toMatch(/[^-]color:|background|light-dark|rgb|\(/);
    }
    expect(look({ look: 'card', theme: 'dark' })).toContain('background-color:#1b1b1f"');
    expect(look({ look: 'card', theme: 'light' })).toContain('background-color:#ffffff"');
  });

  it('gets a card with at most 300 characters of description', () => {
    const card = look({ look: 'card' }, [{ ...BADGE, description: '👍'.repeat(400) }]) ?? '';
    expect(card).toContain(`<p style="margin:12px 0 0">${'👍'.repeat(299)}…</p>`);
    expect(look({ look: 'card' }, [{ ...BADGE, description: undefined }])).not.toContain('<p');
  });

  it('gets words for a name without any', () => {
    expect(look({ look: 'text' }, [{ ...BADGE, name: '\u202E \u200B' }])).toContain('>Unnamed badge<');
  });
});

describe('a widget', () => {
  it('of Credly is its element and, once, its script', () => {
    const element = `<div data-iframe-width="150" data-iframe-height="270" data-share-badge-id="${CREDLY_ID}" data-share-badge-host="https://www.credly.com"></div>`;
    expect(code('website_widget', [CREDLY, BADGE, CREDLY])).toBe(
      `${element}\n${element}\n<script type="text/javascript" async="" src="https://cdn.credly.com/assets/utilities/embed.js"></script>`,
    );
  });

  it('of Badgr is a frame of its own server, which is told no e-mail address', () => {
    const [frame] = htmlTree(
      code('website_widget', [{ ...BADGR, url: `${BADGR.url}?identity__email=a%40b.example` }]) ?? '',
    );
    expect(frame).toEqual({
      is: 'iframe',
      with: {
        src: 'https://api.eu.badgr.io/public/assertions/abcdefghijklmnopqrst_-?embedVersion=1&embedWidth=330&embedHeight=186',
        width: '330',
        height: '186',
        title: 'Cloud Basics, issued by Example Academy',
        style: 'border:0',
      },
      holds: [],
    });
  });

  it('is of the badge’s address, never of what its platform is said to be', () => {
    const platform = { id: 'credly', badge: CREDLY_ID };
    for (const url of [
      BADGE.url,
      `https://www.credly.com.evil.example/badges/${CREDLY_ID}`,
      `https://api.eu.badgr.io.evil.example/public/assertions/abcdefghijklmnopqrst_-`,
      'https://www.credly.com/users/ada.beispiel',
      '',
    ]) {
      expect(made('website_widget', [{ ...BADGE, url, platform }])).toBeNull();
    }
  });
});

describe('schema.org', () => {
  it('has a person with credentials', () => {
    expect(JSON.parse(JSON.stringify(schemaOrgPerson([BADGE, SECOND])))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Person',
      name: 'Ada Beispiel',
      hasCredential: [
        {
          '@type': 'EducationalOccupationalCredential',
          name: 'Cloud Basics',
          description: 'Knows clouds.',
          credentialCategory: 'badge',
          recognizedBy: { '@type': 'Organization', name: 'Example Academy', url: 'https://academy.example/' },
          url: 'https://badges.example/b/1',
          image: 'https://badges.example/b/1.png',
          identifier: 'AB-12',
          competencyRequired: ['Clouds'],
          dateCreated: '2024-05-03',
          expires: '2027-05-03',
        },
        {
          '@type': 'EducationalOccupationalCredential',
          name: 'Second',
          credentialCategory: 'badge',
          recognizedBy: { '@type': 'Organization', name: 'Other Academy' },
          url: 'https://badges.example/b/2',
        },
      ],
    });
  });

  it('names the user before whom the badges name, and nobody where these disagree', () => {
    const other = { ...BADGE, holder: 'A. Beispiel' };
    expect(schemaOrgPerson([BADGE, other])).toMatchObject({ name: undefined });
    expect(schemaOrgPerson([BADGE, other], 'Ada')).toMatchObject({ name: 'Ada' });
    expect(schemaOrgPerson([SECOND])).toMatchObject({ name: undefined });
  });
});

describe('a résumé', () => {
  const both = [BADGE, SECOND];
  const details = 'Example Academy, Issued May 3, 2024, Expires May 3, 2027';
  const options = { credentialId: false, look: 'text' } as const;

  it.each([
    [
      'resume_text',
      `Cloud Basics — ${details}, https://badges.example/b/1\nSecond — Other Academy, https://badges.example/b/2`,
    ],
    [
      'resume_markdown',
      `- [Cloud Basics — ${details}](https://badges.example/b/1)\n- [Second — Other Academy](https://badges.example/b/2)`,
    ],
    [
      'resume_asciidoc',
      `* link:https://badges.example/b/1[Cloud Basics — ${details}]\n* link:https://badges.example/b/2[Second — Other Academy]`,
    ],
    [
      'resume_latex',
      `\\begin{itemize}\n  \\item \\href{https://badges.example/b/1}{Cloud Basics} — ${details}\n  \\item \\href{https://badges.example/b/2}{Second} — Other Academy\n\\end{itemize}`,
    ],
    [
      'resume_html',
      `<ul>\n  <li><a href="https://badges.example/b/1">Cloud Basics</a> — ${details}</li>\n  <li><a href="https://badges.example/b/2">Second</a> — Other Academy</li>\n</ul>`,
    ],
    [
      'resume_rich',
      `<p><a href="https://badges.example/b/1"><b>Cloud Basics</b></a><br>${details}</p>\n<p><a href="https://badges.example/b/2"><b>Second</b></a><br>Other Academy</p>`,
    ],
  ] as const)('in %s lists several in their order', (id, written) => expect(code(id, both, options)).toBe(written));

  it('in JSON Resume has what its schema asks for', () => {
    expect(JSON.parse(code('resume_json', both) ?? '')).toEqual({
      certificates: [
        { name: 'Cloud Basics', date: '2024-05-03', issuer: 'Example Academy', url: 'https://badges.example/b/1' },
        { name: 'Second', issuer: 'Other Academy', url: 'https://badges.example/b/2' },
      ],
    });
  });

  it.each([
    [
      'resume_markdown',
      '[![Cloud Basics, issued by Example Academy](https://badges.example/b/1.png)](https://badges.example/b/1)',
    ],
    [
      'resume_asciidoc',
      'image:https://badges.example/b/1.png[Cloud Basics&#44; issued by Example Academy,110,link=https://badges.example/b/1]',
    ],
    [
      'resume_rich',
      '<p><a href="https://badges.example/b/1"><img src="https://badges.example/b/1.png" width="110" height="110" alt="Cloud Basics, issued by Example Academy" border="0"></a></p>',
    ],
  ] as const)('in %s may be a picture', (id, written) => expect(code(id, [BADGE], { look: 'picture' })).toBe(written));

  it('brings plain text along with what is rich', () => {
    for (const id of ['website_html', 'resume_rich', 'resume_html', 'signature_rich'] as const) {
      const snippet = made(id, [BADGE]);
      expect(snippet?.html).toBe(snippet?.code);
      expect(snippet?.plain).toMatch(/^Cloud Basics — Example Academy.*https:\/\/badges\.example\/b\/1$/);
    }
  });

  it('writes only dates that are some, in the day that they name', () => {
    const dated = (issuedOn: string) => code('resume_text', [{ ...SECOND, issuedOn }]);
    expect(dated('2024-02-30')).not.toContain('Issued');
    expect(dated('2024-05-03')).toContain('Issued May 3, 2024');
  });
});
