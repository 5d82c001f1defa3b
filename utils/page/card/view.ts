import { answers } from '../../words/answers.ts';
import { askedSentence } from '../../words/asked-sentence.ts';
import { checkSentence } from '../../words/check-sentence.ts';
import { evidenceSentences } from '../../words/evidence-sentences.ts';
import { dateFormats, localeTag } from '../../words/format-date.ts';
import { plain } from '../../words/plain.ts';
import { platformName } from '../../words/platform-name.ts';
import { toneWords } from '../../words/tone-words.ts';
import { native, translate as t, wordsLanguage } from '../native.ts';
import { drawShape } from '../shapes.ts';
import type { Entry, PageForCard } from '../types.ts';
import { h, handButton, handSwitch, outLink } from './element.ts';

export const TITLE_ID = 'title';

export interface CardView {
  content: HTMLElement[];
  canvas: HTMLCanvasElement;
}

/** Dates in the language of the words; in the reader's own variety of it (en-GB, say) where the browser has one. */
function formats(): ReturnType<typeof dateFormats> {
  const { lang } = wordsLanguage();
  const browser = localeTag(native().i18n.getUILanguage()) ?? '';
  return dateFormats(browser.split('-')[0] === lang.split('-')[0] ? browser : lang);
}

const row = (name: string, value: string): Node[] =>
  value ? [h('div', {}, h('dt', {}, name), h('dd', {}, value))] : [];

function overview(entry: Entry, canvas: HTMLCanvasElement): HTMLElement {
  const { report, label, link } = entry;
  const name = plain(report?.badge?.name) || plain(label) || t('common.unnamed_badge');
  const issuer = plain(report?.issuer.name ?? report?.badge?.issuer.name);
  const words = h(
    'div',
    {},
    h('h2', { id: TITLE_ID, dir: 'auto' }, name),
    h('p', { class: 'by', dir: 'auto' }, issuer || platformName(link.platform, t)),
  );
  return h('div', { class: 'overview' }, canvas, words);
}

function verdict({ report, state }: Entry): HTMLElement {
  const waiting = state !== 'done' || !report;
  const words = waiting ? t('card.checking') : toneWords(report, t);
  return h(
    'p',
    { class: `verdict ${waiting ? 'pending' : report.tone}`, role: 'status' },
    drawShape(document, waiting ? 'pending' : report.tone) as unknown as Node,
    h('strong', {}, words),
  );
}

function facts(entry: Entry, date: (iso: string) => string): HTMLElement | null {
  const badge = entry.report?.badge;
  if (!badge) return null;
  const rows = [
    ...row(t('card.issued'), badge.issuedOn ? date(badge.issuedOn) : ''),
    ...row(t('card.ends'), badge.expires ? date(badge.expires) : ''),
  ];
  return rows.length ? h('dl', { class: 'facts' }, ...rows) : null;
}

function findings({ report, link }: Entry): (HTMLElement | null)[] {
  if (!report) return [];
  const { date, moment } = formats();
  const said = answers(report, t, { platform: link.platform, kind: link.kind, formatDate: date });
  const three = (['real', 'theirs', 'who'] as const).flatMap((question) => [
    h('dt', {}, t(`common.${question}`)),
    h('dd', {}, h('strong', {}, said[question].heading), h('span', {}, said[question].text)),
  ]);
  const checks = report.checks.map((check) =>
    h(
      'li',
      { class: check.outcome },
      h('b', {}, t(`check.outcome.${check.outcome}`)),
      h('span', {}, checkSentence(check, t, check.code === 'origin-rate-limited' ? moment : date)),
    ),
  );
  const story = evidenceSentences(report, t, date).map(({ outcome, text }) =>
    h('li', { class: outcome }, h('b', {}, t(`check.outcome.${outcome}`)), h('span', {}, text)),
  );
  return [
    h('dl', { class: 'answers' }, ...three),
    story.length ? h('details', {}, h('summary', {}, t('evidence.title')), h('ul', {}, ...story)) : null,
    h('details', {}, h('summary', {}, t('card.checks')), h('ul', {}, ...checks)),
    h('p', { class: 'asked' }, askedSentence(report, t, moment)),
  ];
}

function actions(entry: Entry, page: PageForCard): HTMLElement {
  const { link, report, state, key } = entry;
  const out = (address: string | undefined, words: string) => outLink(address, words, t('card.new_tab', [words]));
  const again = handButton(
    { class: 'again', ...(state === 'pending' && { 'aria-disabled': 'true' }) },
    () => page.check(key),
    t('card.again'),
  );
  // Nothing is added by it: the wallet opens, and shows what would be.
  const claim = report?.badge
    ? handButton({ class: 'again' }, () => page.send({ type: 'claim', key, url: link.url }), t('common.claim'))
    : null;
  return h(
    'div',
    { class: 'actions' },
    again,
    claim,
    out(link.url, t('card.open_on', [platformName(link.platform, t)])),
    out(report?.badge?.criteria, t('card.criteria')),
  );
}

function switches(page: PageForCard): HTMLElement | null {
  const terms = page.terms();
  if (!terms) return null;
  const onClick = handSwitch(t('card.on_click'), terms.checking === 'click', (on) =>
    page.send({ type: 'mode', checking: on ? 'click' : 'auto' }),
  );
  const hide = handSwitch(
    t('card.hide'),
    !terms.marks,
    (on) => page.send({ type: 'mode', marks: !on }),
    t('card.hide_hint'),
  );
  return h('fieldset', {}, h('legend', {}, t('card.on_site')), onClick, hide);
}

/** Everything the card says about a badge, as fresh elements. */
export function viewOf(entry: Entry, page: PageForCard, close: () => void): CardView {
  const canvas = h('canvas', { class: 'picture', 'aria-hidden': 'true', hidden: '' }) as HTMLCanvasElement;
  const { date } = formats();
  const cross = h('span', { 'aria-hidden': 'true' }, '×');
  const content = [
    h(
      'header',
      {},
      h('span', { class: 'from' }, t('card.from')),
      handButton({ class: 'close', 'aria-label': t('card.close') }, close, cross),
    ),
    overview(entry, canvas),
    verdict(entry),
    facts(entry, date),
    ...findings(entry),
    actions(entry, page),
    switches(page),
  ].filter((part) => part !== null);
  return { content, canvas };
}

/** Accessible name of the dialog. */
export const dialogLabel = ({ report, label }: Entry): string =>
  t('card.label', [plain(report?.badge?.name) || plain(label) || t('common.unnamed_badge')]);
