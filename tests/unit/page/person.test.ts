// @vitest-environment jsdom
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { personOf } from '../../../utils/page/person.ts';

const page = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const on = (address: string, html: string) => personOf(page(html), new URL(address));
const PROFILE = 'https://www.linkedin.com/in/ada-example/';
const SITE = 'https://ada.example/';

describe('captured LinkedIn pages', () => {
  const folder = '../shared/samples/linkedin';
  const present = existsSync(folder);
  if (!present && process.env.CI === 'true') throw new Error(`${folder} is missing`);
  if (!present) console.warn(`skipped: ${folder} is not there`);
  const read = (name: string) => page(readFileSync(`${folder}/${name}`, 'utf8'));
  it.skipIf(!present).each([
    ['public-2024-profile1.html', 'Marco Silva Petersen'],
    ['loggedin-2024-profile1.html', null],
    ['loggedin-2024-profile2.html', null],
  ])('%s', (name, known) => {
    const doc = read(name);
    const heading = doc.querySelector('main h1')?.textContent?.replace(/\s+/g, ' ').trim();
    const person = personOf(doc, new URL(PROFILE));
    expect(person).toBe(known ?? heading);
    expect(person).toBeTruthy();
    expect(personOf(doc, new URL('https://www.linkedin.com/feed/'))).toBeNull();
  });
});

describe('LinkedIn', () => {
  const cases: [what: string, html: string, person: string | null][] = [
    ['h1 and title agree', '<title>Ada Example | LinkedIn</title><main><h1>Ada Example</h1></main>', 'Ada Example'],
    [
      'notifications in the title',
      '<title>(12) Ada Example | LinkedIn</title><main><h1> Ada\n Example </h1></main>',
      'Ada Example',
    ],
    [
      '99+ notifications',
      '<title>(99+) Ada Example | LinkedIn</title><main><h1>Ada Example</h1></main>',
      'Ada Example',
    ],
    [
      'public title with role and firm',
      '<title>Ada Example - Keeper - Harbour | LinkedIn</title><main><h1>Ada Example</h1></main>',
      'Ada Example',
    ],
    ['title says nothing yet', '<title>LinkedIn</title><main><h1>Ada Example</h1></main>', 'Ada Example'],
    ['Chinese title', '<title>陳小明 | LinkedIn</title><main><h1>陳小明</h1></main>', '陳小明'],
    ['Chinese name of the site', '<title>陈小明 | 领英</title><main><h1>陈小明</h1></main>', '陈小明'],
    ['Arabic', '<title>ليلى مثال | LinkedIn</title><main><h1>ليلى مثال</h1></main>', 'ليلى مثال'],
    ['the old profile still stands', '<title>Rurik Sample | LinkedIn</title><main><h1>Ada Example</h1></main>', null],
    ['two h1', '<title>LinkedIn</title><main><h1>Ada Example</h1><h1>Rurik Sample</h1></main>', null],
    ['h1 is no name', '<title>LinkedIn</title><main><h1>Join 900 million people</h1></main>', null],
    ['out of network', '<title>LinkedIn Member | LinkedIn</title><main><h1>LinkedIn Member</h1></main>', null],
    [
      'layout B: paragraph confirms',
      '<title>(3) Ada Example | LinkedIn</title><main><p>Ada Example</p><p>Keeper</p></main>',
      'Ada Example',
    ],
    [
      'layout B: heading confirms',
      '<title>Ada Example | LinkedIn</title><main><h2>Ada Example</h2></main>',
      'Ada Example',
    ],
    [
      'layout B: role heading confirms',
      '<title>Ada Example | LinkedIn</title><main><div role="heading">Ada  Example</div></main>',
      'Ada Example',
    ],
    ['layout B: nothing confirms', '<title>Ada Example | LinkedIn</title><main><p>Rurik Sample</p></main>', null],
    [
      'layout B: only part of a paragraph',
      '<title>Ada Example | LinkedIn</title><main><p>Ada Example is open to work</p></main>',
      null,
    ],
    [
      'layout B: name outside main',
      '<title>Ada Example | LinkedIn</title><main><p>Hi</p></main><aside><p>Ada Example</p></aside>',
      null,
    ],
    [
      'details, section first',
      '<title>Licenses | Ada Example | LinkedIn</title><main><p>Ada Example</p></main>',
      'Ada Example',
    ],
    [
      'details, both stand there',
      '<title>Licenses | Ada Example | LinkedIn</title><main><h2>Licenses</h2><p>Ada Example</p></main>',
      null,
    ],
    ['empty page', '<title></title>', null],
  ];
  it.each(cases)('%s', (_, html, person) => expect(on(PROFILE, html)).toBe(person));

  it.each([
    'https://www.linkedin.com/feed/',
    'https://www.linkedin.com/company/harbour/',
    'https://www.linkedin.com/search/results/people/?keywords=ada',
    'https://www.linkedin.com/in/',
    'https://www.linkedin.com/pulse/in/ada',
  ])('is silent on %s', (address) => {
    expect(on(address, '<title>Ada Example | LinkedIn</title><main><h1>Ada Example</h1></main>')).toBeNull();
  });

  it('knows country hosts and details pages', () => {
    const html = '<title>Ada Example | LinkedIn</title><main><h1>Ada Example</h1></main>';
    expect(on('https://se.linkedin.com/in/ada', html)).toBe('Ada Example');
    expect(on('https://www.linkedin.com/in/ada/details/certifications/', html)).toBe('Ada Example');
    expect(on('https://linkedin.com.evil.example/in/ada', html)).toBeNull();
  });
});

const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const person = { '@type': 'Person', name: 'Ada Example' };

describe('other sites', () => {
  const cases: [what: string, html: string, person: string | null][] = [
    ['JSON-LD person', ld({ '@context': 'https://schema.org', ...person }), 'Ada Example'],
    ['JSON-LD list', ld([person]), 'Ada Example'],
    ['JSON-LD graph', ld({ '@graph': [{ '@type': 'WebSite', name: 'Ada’s site' }, person] }), 'Ada Example'],
    ['JSON-LD profile page', ld({ '@type': 'ProfilePage', mainEntity: person }), 'Ada Example'],
    ['JSON-LD full type', ld({ '@type': ['http://schema.org/Person'], name: 'Ada Example' }), 'Ada Example'],
    [
      'profile page outranks other persons',
      ld([
        { '@type': 'ProfilePage', mainEntity: person },
        { '@type': 'Person', name: 'Rurik Sample' },
      ]),
      'Ada Example',
    ],
    ['two persons', ld([person, { '@type': 'Person', name: 'Rurik Sample' }]), null],
    ['an article’s author is not the page’s person', ld({ '@type': 'Article', author: person }), null],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type":"Person","name":</script>', null],
    ['JSON-LD name is no text', ld({ '@type': 'Person', name: { a: 1 } }), null],
    ['JSON-LD of nulls', ld([null, 3, 'x', { '@graph': null }]), null],
    ['organisation', ld({ '@type': 'Organization', name: 'Ada Example' }), null],
    ['h-card', '<div class="h-card"><span class="p-name">Ada Example</span></div>', 'Ada Example'],
    ['h-card, implied name', '<a class="h-card" href="/">Ada Example</a>', 'Ada Example'],
    [
      'h-resume',
      '<div class="h-resume"><div class="p-contact h-card"><b class="p-name">Ada Example</b></div></div>',
      'Ada Example',
    ],
    [
      'h-card of an author',
      '<div class="h-entry"><div class="h-card"><span class="p-name">Ada Example</span></div></div>',
      null,
    ],
    ['two h-cards', '<i class="h-card">Ada Example</i><i class="h-card">Rurik Sample</i>', null],
    ['two h-cards of one person', '<i class="h-card">Ada Example</i><i class="h-card">ADA  EXAMPLE</i>', 'Ada Example'],
    [
      'og profile',
      '<meta property="og:type" content="profile"><meta property="profile:first_name" content="Ada"><meta property="profile:last_name" content="Example">',
      'Ada Example',
    ],
    [
      'og profile by title',
      '<meta property="og:type" content="profile"><meta property="og:title" content="Ada Example">',
      'Ada Example',
    ],
    ['og article', '<meta property="og:type" content="article"><meta property="og:title" content="Ada Example">', null],
    ['sources that contradict each other', `${ld(person)}<i class="h-card">Rurik Sample</i>`, null],
    ['résumé title', '<title>Ada Example – Résumé</title>', 'Ada Example'],
    ['CV title', '<title>CV | Ada Example</title>', 'Ada Example'],
    ['possessive', '<title>Ada Example’s Resume</title>', 'Ada Example'],
    ['Chinese résumé', '<title>陳小明 - 履歷</title>', '陳小明'],
    ['name repeated by the only h1', '<title>Ada Example | Portfolio</title><h1>Ada Example</h1>', null],
    ['title is the name and so is h1, on no résumé', '<title>Ada Example</title><h1>Ada Example</h1>', null],
    ['résumé and h1 agree', '<title>Ada Example | Online CV</title><h1>Ada Example</h1>', 'Ada Example'],
    ['title alone', '<title>Ada Example</title>', null],
    ['a shop', '<title>Harbour Lamps - Home</title><h1>Harbour Lamps</h1>', null],
    ['an article about a résumé', '<title>How to write a resume that works</title>', null],
    ['a résumé with another h1', '<title>Ada Example – Résumé</title><h1>Rurik Sample</h1>', null],
    ['nothing', '', null],
    ['clobbered document', '<title>x</title><img name="querySelectorAll"><form name="title"></form>', null],
  ];
  it.each(cases)('%s', (_, html, name) => expect(on(SITE, html)).toBe(name));

  it('reads GitHub’s profile page and no repository', () => {
    const html = (user: string) =>
      `<meta property="og:type" content="profile"><meta property="profile:username" content="${user}"><title>ada-x (Ada Example) · GitHub</title><main><h1><span itemprop="name">Ada Example</span></h1></main>`;
    expect(on('https://github.com/ada-x', html('ada-x'))).toBe('Ada Example');
    expect(on('https://github.com/ada-x/lamps', html('ada-x'))).toBeNull();
    expect(on('https://github.com/ada-x', '<strong itemprop="name">lamps</strong><title>ada-x</title>')).toBeNull();
  });

  it('reads a JSON Resume that is the page itself', () => {
    const doc = page(`<pre>${JSON.stringify({ basics: { name: 'Ada Example' } })}</pre>`);
    Object.defineProperty(doc, 'contentType', { value: 'application/json' });
    expect(personOf(doc, new URL('https://ada.example/resume.json'))).toBe('Ada Example');
    const other = page('<pre>{"basics":[]}</pre>');
    Object.defineProperty(other, 'contentType', { value: 'application/json' });
    expect(personOf(other, new URL('https://ada.example/resume.json'))).toBeNull();
  });

  it('comes to an end on a hostile page', () => {
    const html = `${ld({ '@graph': Array.from({ length: 5_000 }, () => person) })}${'<i class="h-card">Ada Example</i>'.repeat(500)}<title>${'a - '.repeat(20_000)}</title>`;
    const doc = page(html);
    expect(personOf(doc, new URL(SITE))).toBe('Ada Example');
  });
});
