/**
 * A page of the user's own in one file: it runs nothing, loads nothing and needs nothing beside it, wherever it is put. Its policy says so to the browser
 * as well. What must not be shown as the user's own and genuine is left out here, whoever asks for it.
 */

import { readInstant } from '../../badge/instant.ts';
import { cut } from '../../badge/text.ts';
import { element } from '../embed/element.ts';
import { htmlText } from '../escape/html.ts';
import { plainLine, plainLines } from '../escape/line.ts';
import { httpsAddress, visibleAddress } from '../escape/url.ts';
import { obstaclesOf } from '../obstacles.ts';
import type { Obstacle, SharedBadge } from '../types.ts';
import { type DataPicture, dataPicture } from './data-picture.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PAGE_WORDS, type PageWords } from './page-words.ts';
import { profileData } from './schema-org.ts';
import type { ProfileBadge, ProfilePerson } from './types.ts';

const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
/** Of all badges' pictures together, in bytes: mail and web space take files of some ten megabytes. */
const MAX_PICTURES = 12 * 1_048_576;
const MAX_DESCRIPTION = 280;
const MAX_SKILLS = 8;
/** Names in the page's description: link previews cut it anyway. */
const MAX_NAMED = 8;

export interface ProfilePage {
  /** The whole document. */
  html: string;
  title: string;
  /** Badges that do not stand on it, by id, with the most important reason. */
  leftOut: readonly { id: string; why: Obstacle }[];
  /** Badges that stand on it without a picture: there is none, of no kind that browsers show, or too large. */
  withoutPicture: readonly string[];
}

interface Shown {
  id: string;
  badge: SharedBadge;
  /** Spelled by `httpsAddress`. */
  url: string;
  picture: DataPicture | null;
}

/** `badges` in the order of the page. `now` dates the page, in milliseconds since the epoch. Days are those of UTC, as on the badges' own pages. */
export function profilePage(person: ProfilePerson, badges: readonly ProfileBadge[], now: number): ProfilePage {
  const words = PAGE_WORDS[person.language];
  const days = new Intl.DateTimeFormat(person.language, { dateStyle: 'long', calendar: 'gregory', timeZone: 'UTC' });
  const day = (iso: string | undefined) => {
    const instant = readInstant(iso);
    return instant ? days.format(instant.ms) : '';
  };
  const { shown, leftOut } = sorted(badges);
  const name = plainLine(person.name);
  const title = name === '' ? words.badges : words.title(name);
  const names = shown.slice(0, MAX_NAMED).map(({ badge }) => plainLine(badge.name) || words.unnamed);
  const description = [plainLine(person.headline), names.length > 0 ? words.including(names.join(words.comma)) : '']
    .filter((part) => part !== '')
    .join(' – ');
  const head = [
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, htmlText(title)),
    element('meta', { name: 'description', content: description }),
    element('meta', { property: 'og:type', content: 'profile' }),
    element('meta', { property: 'og:title', content: title }),
    element('meta', { property: 'og:description', content: description }),
    element('meta', { property: 'og:locale', content: person.language.replace('-', '_') }),
    profileData(
      person,
      shown.map(({ badge }) => badge),
      now,
    ),
    `<style>${PAGE_STYLE}</style>`,
  ];
  const body = [
    header(person, name, words),
    element(
      'main',
      {},
      name === '' || shown.length === 0 ? '' : element('h2', { id: 'badges' }, htmlText(words.badges)),
      shown.length === 0 ? '' : element('ul', { class: 'badges' }, ...shown.map((each) => card(each, words, day))),
    ),
    element('footer', {}, element('p', { class: 'quiet' }, htmlText(words.made(day(new Date(now).toISOString()))))),
  ];
  const { language } = person;
  return {
    html: `<!doctype html>\n${element('html', { lang: language, dir: words.direction }, element('head', {}, ...head), element('body', {}, ...body))}\n`,
    title,
    leftOut,
    withoutPicture: shown.filter(({ picture }) => picture === null).map(({ id }) => id),
  };
}

/** The one gate: nothing gets past it but what is shown to be public, the user's own, accepted and verified. */
function sorted(badges: readonly ProfileBadge[]): { shown: Shown[]; leftOut: ProfilePage['leftOut'] } {
  const shown: Shown[] = [];
  const leftOut: { id: string; why: Obstacle }[] = [];
  let room = MAX_PICTURES;
  for (const { id, badge, facts, picture } of badges) {
    const url = httpsAddress(badge?.url);
    const [why] = obstaclesOf({ ...facts, url: url ?? undefined });
    if (why !== undefined || badge === null || url === null) {
      leftOut.push({ id, why: why ?? 'no-address' });
      continue;
    }
    const made = (picture?.length ?? 0) <= room ? dataPicture(picture) : null;
    if (made) room -= picture?.length ?? 0;
    shown.push({ id, badge, url, picture: made });
  }
  return { shown, leftOut };
}

function header(person: ProfilePerson, name: string, words: PageWords): string {
  const portrait = dataPicture(person.picture);
  const headline = plainLine(person.headline);
  const links = person.links.flatMap(({ label, address }) => {
    const href = httpsAddress(address);
    if (href === null) return [];
    const text = plainLine(label) || visibleAddress(href);
    return [element('li', {}, element('a', { href, rel: 'me noopener', dir: 'auto' }, htmlText(text)))];
  });
  const languages = plainLines(person.languages);
  return element(
    'header',
    {},
    portrait ? image(portrait, 'portrait', name === '' ? '' : words.portrait(name), 132) : '',
    element(
      'div',
      {},
      element('h1', { dir: 'auto' }, htmlText(name === '' ? words.badges : name)),
      headline === '' ? '' : element('p', { class: 'headline', dir: 'auto' }, htmlText(headline)),
      links.length === 0
        ? ''
        : element('nav', { 'aria-label': words.links }, element('ul', { class: 'row' }, ...links)),
      languages.length === 0 ? '' : labelled('quiet row', words.languages, languages, words),
    ),
  );
}

function card({ badge, url, picture }: Shown, words: PageWords, day: (iso: string | undefined) => string): string {
  const name = plainLine(badge.name) || words.unnamed;
  const issuer = plainLine(badge.issuer.name);
  const issued = day(badge.issuedOn);
  const expires = day(badge.expires);
  const dates = [issued && words.issued(issued), expires && words.expires(expires)].filter((part) => part !== '');
  const about = cut(plainLine(badge.description), MAX_DESCRIPTION);
  const skills = plainLines(badge.skills).slice(0, MAX_SKILLS);
  return element(
    'li',
    { class: 'badge' },
    picture === null ? '' : image(picture, null, words.picture(issuer || name), 80),
    element(
      'div',
      {},
      element('h3', { dir: 'auto' }, element('a', { href: url, rel: 'noopener' }, htmlText(name))),
      issuer === '' ? '' : element('p', { dir: 'auto' }, htmlText(words.issuedBy(issuer))),
      dates.length === 0 ? '' : element('p', { class: 'quiet' }, htmlText(dates.join(' · '))),
      about === '' ? '' : element('p', { class: 'about', dir: 'auto' }, htmlText(about)),
      skills.length === 0 ? '' : labelled('quiet', words.skills, skills, words),
      // On paper a link cannot be followed.
      element('p', { class: 'address', dir: 'ltr' }, htmlText(visibleAddress(url))),
    ),
  );
}

/** `address` is of letters that mean nothing to HTML, and longer than any text that is escaped: it stands there as it is. */
function image({ address }: DataPicture, style: string | null, alt: string, side: number): string {
  const rest = element('img', { class: style, alt, width: side, height: side });
  return rest.replace('<img', () => `<img src="${address}"`);
}

/** "Skills: one, two": each in its own direction, so that one in another script does not turn its neighbours. */
function labelled(style: string, label: string, members: readonly string[], words: PageWords): string {
  const list = members.map((member) => element('bdi', {}, htmlText(member))).join(words.comma);
  return element('p', { class: style }, element('span', {}, `${htmlText(label)}${words.colon}${list}`));
}
