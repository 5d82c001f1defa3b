import type { Report } from '../badge/report.ts';
import { worstTone } from '../badge/tone.ts';
import type { BackgroundMessage, Finding, PanelMessage } from '../messages/protocol.ts';
import type { SiteTerms } from '../settings/types.ts';
import { type Asked, connectPage } from './client.ts';
import { rectOf, removeNode } from './dom.ts';
import { type Crew, type Finder, SHORTENER } from './finder.ts';
import { guardMarks } from './guard.ts';
import { keepLedger } from './ledger.ts';
import { pointOut } from './mark.ts';
import { makeMarker } from './marker.ts';
import { alive } from './native.ts';
import { servePanel } from './panel.ts';
import { personOf } from './person.ts';
import { isOurs } from './scan.ts';
import type { CardControl, Entry, PageForCard, Place } from './types.ts';

/** Badges on hosts of no platform: marked, and asked about only when the reader wants to know. */
const STRANGERS = 'openbadges';
/** Until the background has said what applies here: nothing is asked and nothing is shown. */
const NO_TERMS: SiteTerms = { checking: 'click', marks: true, off: false };
const PERSON_PAUSE = 1_000;
const SUMMARY_PAUSE = 300;
/** While marks stand, the page is looked at this often (ms) even when nothing happens: the extension may have gone, a mark been restyled. */
const ROUND = 5_000;
/** Looks (ms) after a soft navigation: the new page's name may come without any change that is observed. */
const SETTLING = [300, 1_000, 3_000];

/**
 * What happens on a page with badges: marks, questions to the background, the popup's list. Takes over from the finder, whose `attend` it calls.
 * Short links of no platform's own are listed, not marked, and opened only by hand.
 */
export function runPage(finder: Finder, makeCard: (page: PageForCard) => CardControl): void {
  const { links, observer } = finder;
  let terms: SiteTerms | null = null;
  let person: string | null = null;
  let personAt = Number.NEGATIVE_INFINITY;
  let summary = '0 null';
  let summaryTimer: ReturnType<typeof setTimeout> | undefined;

  const ledger = keepLedger(links);
  const guard = guardMarks((host) => marker.tampered(host));
  const quietly = (write: () => void): void => observer.quietly(write);
  const marker = makeMarker(guard, quietly, press, () => observer.look());
  const client = connectPage(received, () => finder.stop());
  const panel = servePanel(panelState, panelSaid);

  const isListed = ({ places }: Entry): boolean => places.size > 0;
  const isMarked = ({ link }: Entry): boolean => link.platform !== SHORTENER;
  const mayMark = ({ entry, forced }: Place): boolean =>
    forced || Boolean(terms?.marks && !terms.off && isMarked(entry));

  let isFresh = true;

  function found(el: Element): void {
    if (isOurs(el)) {
      if (guard.isFake(el)) quietly(() => removeNode(el));
      return;
    }
    const place = ledger.note(el);
    if (place) touched(place);
  }

  /** A place has gained or lost an anchor. */
  function touched(place: Place): void {
    isFresh = true;
    if (place.anchors.size === 0 || (place.anchor && !place.anchors.has(place.anchor))) marker.clear(place);
    if (place.anchors.size > 0) marker.touch(place);
    else place.entry.places.delete(place);
  }

  function looked(): number | undefined {
    ledger.prune(touched);
    const gone: string[] = [];
    for (const entry of ledger.entries.values()) {
      marker.verify(entry.places);
      if (isListed(entry) || entry.state !== 'pending') continue;
      entry.state = 'idle';
      gone.push(entry.key);
    }
    if (gone.length) client.forget(gone);
    const next = act();
    return marker.stands() ? Math.min(next ?? ROUND, ROUND) : next;
  }

  /** Everything that follows from what is known by now. Returns when there will be more to do (ms). */
  function act(): number | undefined {
    if (![...ledger.entries.values()].some(isListed) && summary === '0 null') return undefined;
    if (!terms) client.hello();
    if (!terms || terms.off) return undefined;
    lookForPerson();
    askAll();
    const next = marker.draw(mayMark);
    tell();
    return next;
  }

  /** Soft navigation leaves the old person's badges mounted for a while; whoever was compared with somebody else is asked about anew. */
  function lookForPerson(): void {
    const now = performance.now();
    if (!isFresh && now - personAt < PERSON_PAUSE) return;
    isFresh = false;
    personAt = now;
    const current = personOf(document, location);
    if (current === person) return;
    person = current;
    const stale = [...ledger.entries.values()].filter(({ state, askedFor }) => state !== 'idle' && askedFor !== person);
    if (stale.length === 0) return;
    // Answers on their way were compared with the person of before: a new port makes sure that none of them counts.
    client.restart();
    for (const entry of stale) entry.report = null;
    check(stale.filter(isListed), {});
    for (const entry of stale) if (!isListed(entry)) entry.state = 'idle';
  }

  function askAll(): void {
    if (terms?.checking !== 'auto' || !(terms.marks || panel.isOpen())) return;
    const idle = [...ledger.entries.values()].filter(
      (entry) => entry.state === 'idle' && isListed(entry) && isMarked(entry) && entry.link.platform !== STRANGERS,
    );
    const seen = (entry: Entry): boolean =>
      [...entry.places].some(({ anchors }) =>
        [...anchors].some((el) => {
          const { top, bottom } = rectOf(el);
          return bottom > 0 && top < innerHeight;
        }),
      );
    const first = new Set(idle.length > 1 ? idle.filter(seen) : idle);
    check([...first, ...idle.filter((entry) => !first.has(entry))], {});
  }

  function check(entries: Entry[], how: Pick<Asked, 'again' | 'byHand'>): void {
    if (entries.length === 0) return;
    for (const entry of entries) {
      entry.state = 'pending';
      entry.askedFor = person;
      marker.refresh(entry);
      card.update(entry.key);
    }
    client.check(entries.map(({ key, link }) => ({ key, url: link.url, ...(person && { person }), ...how })));
    tell();
  }

  function tell(): void {
    panel.changed();
    clearTimeout(summaryTimer);
    summaryTimer = setTimeout(() => {
      const listed = terms?.off
        ? []
        : [...ledger.entries.values()].filter((entry) => isListed(entry) && isMarked(entry));
      const done = listed.flatMap(({ report, state }) => (state === 'done' && report ? [report.tone] : []));
      const tone = worstTone(done);
      const text = `${listed.length} ${tone}`;
      if (text === summary) return;
      summary = text;
      client.send({ type: 'summary', count: listed.length, tone });
    }, SUMMARY_PAUSE);
  }

  function arrived(key: string, report: Report): void {
    const entry = ledger.entries.get(key);
    if (!entry) return;
    entry.report = report;
    entry.state = 'done';
    marker.refresh(entry);
    card.update(key);
    tell();
  }

  function obey(next: SiteTerms): void {
    const before = terms;
    terms = next;
    const hide = next.off || !next.marks;
    for (const entry of ledger.entries.values()) {
      if (next.off && entry.state === 'pending') entry.state = 'idle';
      for (const place of entry.places) {
        if (hide && (next.off || !place.forced)) marker.clear(place);
        else if (!place.mark) marker.touch(place);
      }
    }
    if (next.off) client.forget([...ledger.entries.keys()]);
    if (hide && before) card.close();
    const more = act();
    if (more !== undefined) observer.look(false, more);
    tell();
  }

  function received(message: BackgroundMessage): void {
    if (message.type === 'terms') obey(message.terms);
    else if (message.type === 'report') arrived(message.key, message.report);
    else if (message.type === 'picture') card.picture(message.key, message.data, message.mime);
    else if (message.type === 'show') show(message.key, message.url);
  }

  function press(place: Place, host: HTMLElement): void {
    if (!alive()) {
      finder.stop();
      return;
    }
    if (place.entry.state === 'idle') check([place.entry], { byHand: true });
    card.open(place.entry.key, host);
  }

  /** From the context menu: the badge's card, at its mark if the page has a place for one. */
  function show(key: string, url: string): void {
    const link = links.recognise(url);
    const entry = ledger.entries.get(key) ?? (link && ledger.entryFor(link));
    if (!entry || entry.key !== key) return;
    const [place] = entry.places;
    if (place && !place.mark) {
      place.forced = true;
      marker.touch(place);
      marker.draw(mayMark);
    }
    if (entry.state === 'idle') check([entry], { byHand: true });
    card.open(key, place?.mark?.host ?? null);
  }

  function panelState() {
    const findings = [...ledger.entries.values()].filter(isListed).map(
      ({ key, link, label, state, report }): Finding => ({
        key,
        platform: link.platform,
        kind: link.kind,
        url: link.url,
        label,
        state,
        report,
      }),
    );
    const known = terms ?? NO_TERMS;
    return {
      type: 'findings' as const,
      person,
      terms: known,
      findings: known.off ? [] : findings,
      removedByPage: marker.lost(),
    };
  }

  function panelSaid(message: PanelMessage): void {
    if (message.type === 'terms') obey(message.terms);
    else if (message.type === 'scroll') {
      const entry = ledger.entries.get(message.key);
      const places = [...(entry?.places ?? [])];
      const marked = places.find(({ mark }) => mark);
      if (marked?.mark) pointOut(marked.mark);
      else for (const el of places[0]?.anchors ?? []) el.scrollIntoView({ block: 'center' });
    } else if (message.type === 'check') {
      const { keys, again } = message;
      const asked = [...ledger.entries.values()].filter(
        (entry) => isListed(entry) && (keys ? keys.includes(entry.key) : isMarked(entry)),
      );
      check(again || keys ? asked : asked.filter(({ state }) => state === 'idle'), {
        byHand: true,
        ...(again && { again }),
      });
    }
  }

  /** The page's address has changed without a load. What the page says about its person changes then, or a little later. */
  function navigated(): void {
    isFresh = true;
    act();
    for (const delay of SETTLING) setTimeout(() => observer.look(), delay);
  }

  const returned = (): void => observer.look();

  function stop(): void {
    document.removeEventListener('visibilitychange', returned);
    removeEventListener('focus', returned);
    globalThis.navigation?.removeEventListener('currententrychange', navigated);
    removeEventListener('popstate', navigated);
    guard.stop();
    panel.close();
    client.close();
    clearTimeout(summaryTimer);
    card.close();
    for (const { places } of ledger.entries.values()) for (const { mark } of places) if (mark) removeNode(mark.host);
    marker.stop();
    ledger.entries.clear();
  }

  const card = makeCard({
    entry: (key) => ledger.entries.get(key),
    terms: () => terms,
    send: (message) =>
      client.send(
        message.type === 'picture' ? { ...message, url: ledger.entries.get(message.key)?.link.url } : message,
      ),
    own: (host) => guard.own(host),
    markOf(key) {
      for (const { mark } of ledger.entries.get(key)?.places ?? []) if (mark) return mark.host;
      return null;
    },
    check(key) {
      const entry = ledger.entries.get(key);
      if (entry) check([entry], { again: true, byHand: true });
    },
  });
  const crew: Crew = {
    found,
    looked,
    stop,
    hello: () => client.hello(),
    panel(port) {
      client.hello();
      panel.open(port);
      act();
    },
  };
  // Firefox before 147 has no Navigation API: there only the history's own event, and whatever the page changes on the way.
  globalThis.navigation?.addEventListener('currententrychange', navigated);
  addEventListener('popstate', navigated);
  document.addEventListener('visibilitychange', returned);
  addEventListener('focus', returned);
  const handed = finder.attend(crew);
  client.take(handed.port);
  handed.panels.forEach(crew.panel);
  observer.now();
}
