import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../../utils/bytes/base64.ts';
import { httpsAddress } from '../../../../utils/share/escape/url.ts';
import { MAX_PICTURE } from '../../../../utils/share/profile/data-picture.ts';
import { profilePage } from '../../../../utils/share/profile/page.ts';
import { PAGE_LANGUAGES, PAGE_WORDS } from '../../../../utils/share/profile/page-words.ts';
import type { ProfileBadge, ProfilePerson } from '../../../../utils/share/profile/types.ts';
import type { SharedBadge } from '../../../../utils/share/types.ts';
import { chunk, png } from '../../openbadges/baking/pictures.ts';
import {
  ADDRESS_FIELDS,
  BAD_ADDRESSES,
  BADGE,
  HOSTILE,
  hostileText,
  ODD_ADDRESSES,
  TEXT_FIELDS,
} from '../embed/hostile.ts';
import { fullGifFile, fullJpegFile, fullPngFile, fullWebpFile, SECRET } from '../metadata.ts';

const NOW = Date.UTC(2026, 4, 3, 12);
/** One transparent pixel. */
const PIXEL = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);
const PERSON: ProfilePerson = {
  name: 'Ada Beispiel',
  headline: 'Looks after clouds',
  picture: PIXEL,
  links: [{ label: 'Diary', address: 'https://diary.example/' }],
  languages: ['English', 'Deutsch'],
  language: 'en',
};
const GOOD: ProfileBadge['facts'] = {
  visibility: 'public',
  ownership: 'proved',
  acceptance: 'claimed',
  verdict: 'verified',
  standing: 'vetted',
};

function entry(badge: SharedBadge | null = BADGE, change: Partial<ProfileBadge> = {}): ProfileBadge {
  return { id: 'one', badge, facts: GOOD, picture: PIXEL, ...change };
}

const { document } = new JSDOM('').window;
/** Parsed as a browser would, without the cost of a window for each. */
function opened(html: string): Document {
  const page = document.implementation.createHTMLDocument();
  page.open();
  page.write(html);
  page.close();
  return page;
}

function pageWith(person: Partial<ProfilePerson> = {}, badges: readonly ProfileBadge[] = [entry()]): Document {
  return opened(profilePage({ ...PERSON, ...person }, badges, NOW).html);
}

/** Everything a page is made of but its words and addresses. */
function shape(page: Document): string[] {
  return [...page.querySelectorAll('*')].map(
    (each) =>
      `${each.localName} ${[...each.attributes].map(({ name }) => name).join()} ${each.parentElement?.localName ?? ''}`,
  );
}

/** What a page must not have, whoever wrote the words on it. */
function expectHarmless(page: Document): void {
  expect([...page.scripts].map(({ type }) => type)).toEqual(['application/ld+json']);
  expect(page.querySelectorAll('link,iframe,object,embed,form,base,svg,video,audio,source,template').length).toBe(0);
  expect([...page.querySelectorAll('style')].map((each) => each.textContent).join()).not.toMatch(
    /url\(|@import|expression/,
  );
  expect(page.querySelectorAll('style').length).toBe(1);
  for (const each of page.querySelectorAll('*')) {
    for (const { name, value } of each.attributes) {
      expect(name).not.toMatch(/^on|^style$|^srcset$|^background$|^formaction$|^ping$/);
      if (name === 'src') expect(value).toMatch(/^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/]+=*$/);
      if (name === 'href') expect(value).toMatch(/^https:\/\/[^/@?\s]+(?:[/?]\S*)?$/);
    }
  }
  expect(page.querySelectorAll('meta[http-equiv]').length).toBe(1);
}

const data = (page: Document) => JSON.parse(page.scripts[0]?.textContent ?? '');

describe('a profile page', () => {
  it('says who it is, in an outline that can be walked', () => {
    const page = pageWith();
    expect(page.title).toBe('Ada Beispiel: digital badges');
    expect([...page.querySelectorAll('h1,h2,h3')].map((each) => [each.localName, each.textContent])).toEqual([
      ['h1', 'Ada Beispiel'],
      ['h2', 'Digital badges'],
      ['h3', 'Cloud Basics'],
    ]);
    expect([...page.body.children].map(({ localName }) => localName)).toEqual(['header', 'main', 'footer']);
    expect([...page.images].map(({ alt }) => alt)).toEqual(['Picture of Ada Beispiel', 'Badge from Example Academy']);
    expect(page.querySelector('nav')?.getAttribute('aria-label')).toBe('On the web');
    expect(page.querySelector('.badge')?.textContent).toContain('Issued May 3, 2024 · Valid until May 3, 2027');
    expect(page.querySelector('.address')?.textContent).toBe('badges.example/b/1');
    expect(page.querySelector('footer')?.textContent).toContain('May 3, 2026');
  });

  it('leads from each badge to its public proof', () => {
    const link = pageWith().querySelector('h3 a');
    expect(link?.getAttribute('href')).toBe('https://badges.example/b/1');
    expect(link?.getAttribute('rel')).toBe('noopener');
  });

  it('forbids everything but what is in it, before anything else', () => {
    const { head } = pageWith();
    expect(head.children[1]?.getAttribute('content')).toBe(
      "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
    );
    expect(head.children[1]?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
  });

  it('tells machines the same', () => {
    const page = pageWith();
    const { mainEntity, ...about } = data(page);
    expect(about).toEqual({
      '@context': 'https://schema.org',
      '@type': 'ProfilePage',
      inLanguage: 'en',
      dateCreated: '2026-05-03',
    });
    expect(mainEntity).toMatchObject({
      '@type': 'Person',
      name: 'Ada Beispiel',
      description: 'Looks after clouds',
      sameAs: ['https://diary.example/'],
      knowsLanguage: ['English', 'Deutsch'],
      hasCredential: [{ name: 'Cloud Basics', url: 'https://badges.example/b/1' }],
    });
    const meta = (name: string) => page.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
    expect(meta('og:title')).toBe('Ada Beispiel: digital badges');
    expect(meta('og:description')).toBe('Looks after clouds – Digital badges: Cloud Basics');
    expect(page.querySelector('meta[name=description]')?.getAttribute('content')).toBe(meta('og:description'));
  });

  it('names nobody where the person gave no name', () => {
    const page = pageWith({ name: ' \u202E ' });
    expect(page.title).toBe('Digital badges');
    expect(page.querySelector('h1')?.textContent).toBe('Digital badges');
    expect(page.documentElement.outerHTML).not.toContain('Ada');
    expect(data(page).mainEntity).not.toHaveProperty('name');
  });

  it.each(PAGE_LANGUAGES)('is whole in %s', (language) => {
    const page = pageWith({ language });
    const words = PAGE_WORDS[language];
    expect(page.documentElement.lang).toBe(language);
    expect(page.documentElement.dir).toBe(language === 'ar' ? 'rtl' : 'ltr');
    expect(page.querySelector('h2')?.textContent).toBe(words.badges);
    // The day of issue, in this language's own writing.
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', calendar: 'gregory', timeZone: 'UTC' });
    expect(page.querySelector('.badge')?.textContent).toContain(words.issued(day.format(Date.UTC(2024, 4, 3))));
    const texts = Object.values(words).map((word) => (typeof word === 'function' ? word('§') : word));
    for (const text of texts) expect(text.trim()).not.toBe('');
    if (language !== 'en') {
      const english = Object.values(PAGE_WORDS.en).map((word) => (typeof word === 'function' ? word('§') : word));
      expect(texts.filter((text) => text.length > 6 && english.includes(text))).toEqual([]);
    }
  });
});

describe('what is not shown', () => {
  it.each([
    ['private', { facts: { ...GOOD, visibility: 'private' } }, 'private'],
    ['somebody else’s', { facts: { ...GOOD, ownership: 'reference' } }, 'reference'],
    ['not accepted', { facts: { ...GOOD, acceptance: 'unclaimed' } }, 'unclaimed'],
    ['ended', { facts: { ...GOOD, verdict: 'expired' } }, 'expired'],
    ['withdrawn', { facts: { ...GOOD, verdict: 'revoked' } }, 'revoked'],
    ['suspended', { facts: { ...GOOD, verdict: 'suspended' } }, 'revoked'],
    ['not decided', { facts: { ...GOOD, verdict: 'undecided' } }, 'not-verified'],
    ['wrong', { facts: { ...GOOD, verdict: 'invalid' } }, 'not-verified'],
    ['under a borrowed name', { facts: { ...GOOD, standing: 'impostor' } }, 'impostor'],
    ['of a kind this version does not know', { facts: { ...GOOD, ownership: 'lent' as 'proved' } }, 'reference'],
    ['without an address', { badge: null }, 'no-address'],
    ['at an address that is no link', { badge: { ...BADGE, url: 'javascript:alert(1)' } }, 'no-address'],
  ] as const)('a badge %s', (_, change, why) => {
    const made = profilePage(
      PERSON,
      [entry(BADGE, change), entry({ ...BADGE, name: 'The other' }, { id: 'two' })],
      NOW,
    );
    expect(made.leftOut).toEqual([{ id: 'one', why }]);
    const page = opened(made.html);
    expect([...page.querySelectorAll('h3')].map((each) => each.textContent)).toEqual(['The other']);
    expect(made.html).not.toContain('Cloud Basics');
    expect(data(page).mainEntity.hasCredential).toHaveLength(1);
  });

  it('a picture that is none, one that could run, and one that is too large', () => {
    const large = new Uint8Array(MAX_PICTURE + 1);
    large.set(PIXEL);
    for (const picture of [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      Buffer.from('<!doctype html>'),
      large,
    ]) {
      const made = profilePage({ ...PERSON, picture }, [entry(BADGE, { picture })], NOW);
      expect(opened(made.html).images.length).toBe(0);
      expect(made.withoutPicture).toEqual(['one']);
    }
  });

  it('pictures beyond what a file should hold: the badge stays', () => {
    const heavy = Array.from({ length: 13 }, (_, n) => {
      const picture = new Uint8Array(MAX_PICTURE);
      picture.set(PIXEL);
      return entry(BADGE, { id: `${n}`, picture });
    });
    const made = profilePage(PERSON, heavy, NOW);
    expect(made.withoutPicture).toEqual(['12']);
    expect(made.html.match(/<h3/g)?.length).toBe(13);
  });

  it('pictures that lie elsewhere: none is loaded', () => {
    const made = profilePage(PERSON, [entry(BADGE, { picture: undefined })], NOW);
    expect(opened(made.html).images.length).toBe(1);
  });
});

describe('the bytes of a picture', () => {
  it('are those that are drawn: what is baked or written into it does not leave', () => {
    for (const picture of [fullPngFile(), fullJpegFile(), fullGifFile(), fullWebpFile()]) {
      const page = pageWith({ picture }, [entry(BADGE, { picture })]);
      const published = [...page.images].map(({ src }) => Buffer.from(src.split(',')[1] ?? '', 'base64'));
      expect(published).toHaveLength(2);
      for (const bytes of published) expect(bytes.includes(SECRET)).toBe(false);
    }
  });

  it('stay as they were given where they say nothing besides', () => {
    const [portrait] = pageWith().images;
    expect(portrait?.getAttribute('src')).toBe(`data:image/png;base64,${toBase64(PIXEL)}`);
  });

  it('are never cut, up to the last that is taken', () => {
    // Pixels are taken as they are, however many there are.
    const picture = png(
      [],
      [chunk('IDAT', new Uint8Array(MAX_PICTURE - png([], [chunk('IDAT', '')]).length).fill(0xfb))],
    );
    expect(picture.length).toBe(MAX_PICTURE);
    const page = pageWith({ picture }, [entry(BADGE, { picture })]);
    const wanted = `data:image/png;base64,${Buffer.from(picture).toString('base64')}`;
    for (const image of page.images) expect(image.getAttribute('src') === wanted).toBe(true);
    expect(page.images.length).toBe(2);
  });
});

type PutPerson = (text: string) => Partial<ProfilePerson>;
const PERSON_FIELDS: readonly [string, PutPerson, (page: Document) => string | undefined][] = [
  ['name', (name) => ({ name }), (page) => page.querySelector('h1')?.textContent],
  ['headline', (headline) => ({ headline }), (page) => page.querySelector('.headline')?.textContent],
  [
    'label of a link',
    (label) => ({ links: [{ label, address: 'https://diary.example/' }] }),
    (page) => page.querySelector('nav a')?.textContent,
  ],
  ['language', (language) => ({ languages: [language] }), (page) => page.querySelector('header bdi')?.textContent],
];

describe('hostile words', () => {
  const usual = shape(pageWith());

  it.each(PERSON_FIELDS)('of the person, as %s, are words', (_, put, find) => {
    for (const [pasted, read] of HOSTILE) {
      const page = pageWith(put(pasted));
      expectHarmless(page);
      expect(find(page)).toBe(read);
      if (_ !== 'language') expect(shape(page)).toEqual(usual);
    }
  });

  it.each(Object.entries(TEXT_FIELDS))('of a badge, as its %s, are words', (field, put) => {
    for (const [pasted, read] of HOSTILE) {
      const page = pageWith({}, [entry(put(BADGE, pasted))]);
      expectHarmless(page);
      expect(shape(page).filter((each) => !each.startsWith('bdi'))).toEqual(
        usual.filter((each) => !each.startsWith('bdi')),
      );
      if (field === 'name') expect(page.querySelector('h3')?.textContent).toBe(read);
      if (field === 'issuer') expect(page.querySelector('.badge p')?.textContent).toBe(`Issued by ${read}`);
    }
  });

  it('in an address are no address, or an encoded one', () => {
    for (const address of [...BAD_ADDRESSES, ...ODD_ADDRESSES]) {
      const links = pageWith({ links: [{ label: '', address }] });
      expectHarmless(links);
      expect(links.querySelector('nav a')?.getAttribute('href') ?? null).toBe(httpsAddress(address));
      for (const put of Object.values(ADDRESS_FIELDS)) expectHarmless(pageWith({}, [entry(put(BADGE, address))]));
    }
  });

  it('in any field at once never become anything else', () => {
    const wordFields = fc.constantFrom(...Object.values(TEXT_FIELDS), ...Object.values(ADDRESS_FIELDS));
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, wordFields, (one, two, three, put) => {
        const page = pageWith(
          {
            name: one,
            headline: two,
            languages: [one, three],
            links: [
              { label: two, address: three },
              { label: one, address: `https://x.example/${two}` },
            ],
          },
          [
            entry(put(put(BADGE, one), two)),
            entry({ ...BADGE, description: three, issuedOn: two, expires: one }, { id: one }),
          ],
        );
        expectHarmless(page);
        expect(() => data(page)).not.toThrow();
      }),
      { numRuns: 150 },
    );
  });
});
