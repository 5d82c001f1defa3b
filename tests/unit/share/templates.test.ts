import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashtagsOf } from '../../../utils/share/targets/hashtags.ts';
import { SHARE_TARGETS } from '../../../utils/share/targets/index.ts';
import { pickLanguage } from '../../../utils/share/targets/post-language.ts';
import { POST_LANGUAGES, POST_WORDS } from '../../../utils/share/targets/post-words.ts';
import { defaultTemplate, fillTemplate, PLACEHOLDERS } from '../../../utils/share/targets/templates.ts';
import type { SharedBadge } from '../../../utils/share/types.ts';
import { BADGE, hostileText } from './badges.ts';

const WORDINGS = ['post', 'short', 'title', 'mail'] as const;
const BARE: SharedBadge = { name: 'Cloud Gardening', issuer: { name: 'Lumen Academy' }, url: BADGE.url, skills: [] };
const fill = (template: string, badge: SharedBadge = BADGE) => fillTemplate(template, badge, { language: 'en' });

describe('templates', () => {
  it('every placeholder', () => {
    expect(fill('{name}|{issuer}|{date}|{expires}|{skills}|{url}|{holder}')).toBe(
      `Cloud Gardening & Care|Lumen Academy|May 31, 2024|January 1, 2027|Kubernetes, Cloud Security, C#|${BADGE.url}|Mira Okonkwo-Lindqvist`,
    );
  });

  it('unknown ones stay, and so do lone brackets', () => {
    expect(fill('{nmae} {NAME} { name } {} {{name}} } {constructor} {toString}')).toBe(
      '{nmae} {NAME} { name } {} {Cloud Gardening & Care} } {constructor} {toString}',
    );
  });

  it('dates and lists in the language of the text', () => {
    expect(fillTemplate('{date}', BADGE, { language: 'de' })).toBe('31. Mai 2024');
    expect(fillTemplate('{date} {skills}', BADGE, { language: 'zh_TW' })).toBe(
      '2024年5月31日 Kubernetes、Cloud Security、C#',
    );
    expect(fillTemplate('{name}', BADGE, { language: 'no such language' })).toBe('Cloud Gardening & Care');
  });

  it('a line that has come to nothing is left out', () => {
    expect(fill('{name}\nValid until {expires}\n\n\nSkills: {skills}\nby {issuer} {holder}', BARE)).toBe(
      'Cloud Gardening\n\nby Lumen Academy',
    );
  });

  it('a name cannot bring a placeholder, an address, a call to somebody, an e-mail address or a second line', () => {
    const name =
      'A {url} {holder}\n{name} $& $1 \u202egnp https://evil.example/?utm_source=x @somebody mira@mail.example';
    expect(fill('“{name}” {date}', { ...BADGE, name })).toBe(
      '“A {url} {holder} {name} $& $1 gnp evil.example/?utm_source=x somebody [e-mail]” May 31, 2024',
    );
  });

  it('whatever a badge says, the template’s own words stand and nothing but its address is one', () => {
    fc.assert(
      fc.property(
        hostileText,
        hostileText,
        hostileText,
        fc.array(hostileText, { maxLength: 4 }),
        (name, issuer, holder, skills) => {
          const badge = { ...BADGE, name: `N${name}`, issuer: { name: `I${issuer}` }, holder: `H${holder}`, skills };
          const text = fillTemplate('<1>{name}<2>{issuer}<3>{holder}<4>{skills}<5>{url}', badge, { language: 'en' });
          expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\ufeff]/u);
          expect(text.split('://')).toHaveLength(2);
          expect(text.endsWith(`<5>${BADGE.url}`)).toBe(true);
          expect(text).not.toMatch(/mail\.example/);
          expect(text.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('hashtags only when they were asked for', () => {
    expect(fill('{name}')).not.toContain('#');
    expect(fillTemplate('{name}', BADGE, { language: 'en', hashtags: true })).toBe(
      'Cloud Gardening & Care\n\n#Kubernetes #CloudSecurity',
    );
    expect(fillTemplate('{name}', BARE, { language: 'en', hashtags: true })).toBe('Cloud Gardening');
  });
});

describe('hashtags', () => {
  it('are letters and digits; what would lose its meaning makes none', () => {
    expect(hashtagsOf(['cloud security', 'Cloud-Security', 'C++', 'C#', '.NET', '2024', 'Web 3'])).toEqual([
      'CloudSecurity',
      'Web3',
    ]);
    expect(hashtagsOf(['雲端 安全', 'تعلم الآلة', 'naïve Bayes'])).toEqual(['雲端安全', 'تعلمالآلة', 'NaïveBayes']);
    expect(hashtagsOf(['a', 'b', 'c', 'd'])).toHaveLength(3);
    expect(hashtagsOf(['x'.repeat(31)])).toEqual([]);
  });

  it('never break out of the word', () => {
    fc.assert(
      fc.property(fc.array(hostileText), (skills) => {
        for (const tag of hashtagsOf(skills)) expect(tag).toMatch(/^[\p{L}\p{M}\p{N}]{1,60}$/u);
      }),
    );
  });
});

describe('the default texts', () => {
  it.each(POST_LANGUAGES)(
    '%s: names badge and issuer, knows its placeholders, and reads whole without the rest',
    (language) => {
      for (const wording of WORDINGS) {
        const template = defaultTemplate(wording, [language]);
        expect(template).toBe(POST_WORDS[language][wording]);
        const used = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(used).toEqual(expect.arrayContaining(['name', 'issuer']));
        expect(used.filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name ?? ''))).toEqual([]);
        const text = fillTemplate(template, BARE, { language });
        expect(text).toContain('Cloud Gardening');
        expect(text).not.toMatch(/[{}]/);
        for (const line of template.split('\n').filter((one) => /\{(?:date|expires|skills)\}/.test(one))) {
          expect(text).not.toContain(line.replace(/\{.*$/, '').trim());
        }
      }
    },
  );

  it('fit every target with room to spare', () => {
    for (const language of POST_LANGUAGES) {
      for (const { wording, measure, limit = Number.POSITIVE_INFINITY } of SHARE_TARGETS) {
        if (!wording) continue;
        const text = fillTemplate(defaultTemplate(wording, [language]), BADGE, { language });
        expect(measure(text, BADGE.url, BADGE.name).used).toBeLessThan(limit);
      }
    }
  });
});

describe('the language to write in', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [[undefined, 'fr'], 'fr'],
    [['zh_TW'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh-Hant'], 'zh-TW'],
    [['zh-CN', 'ja'], 'ja'],
    [['zh-CN'], 'en'],
    [['pt', 'es-MX'], 'es'],
    [['ar-EG'], 'ar'],
    [['', 'not a tag', '日本語', 'ja-JP'], 'ja'],
    [[], 'en'],
  ])('%j → %s', (wanted, language) => {
    expect(pickLanguage(wanted, POST_LANGUAGES)).toBe(language);
  });

  it('takes any list, the user’s own too', () => {
    expect(pickLanguage(['sv'], ['nb', 'sv-FI'])).toBe('sv-FI');
    expect(pickLanguage(['sv'], ['nb'])).toBe('nb');
    expect(pickLanguage(['sv'], [])).toBeUndefined();
  });
});
