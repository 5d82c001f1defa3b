import { markSentence } from '../words/mark-sentence.ts';
import { isConnected, parentElementOf, previousOf, removeNode } from './dom.ts';
import { isUnreachable, preferredAnchor } from './entities.ts';
import { type Guard, pauseAfter } from './guard.ts';
import { createMark, type Look, type Mark } from './mark.ts';
import { translate } from './native.ts';
import { followAnchors, isInPlace, placeMarks } from './placing.ts';
import type { Entry, Place } from './types.ts';

/** So many marks at a time: placing them makes the browser lay the page out anew a few times, whatever their number. */
const BATCH = 40;

/** What a mark says about an entry. */
export function lookOf({ key, state, label, link, report }: Entry): Look {
  const words = markSentence({ state, label, platform: link.platform, report }, translate);
  if (state === 'done' && report) {
    const { verdict, tone, holder } = report;
    return { key, verdict, tone, holder: holder.match, shape: tone, label: words };
  }
  const shape = state === 'idle' ? 'unchecked' : 'pending';
  return { key, verdict: shape, tone: 'unknown', holder: 'unknown', shape, label: words };
}

export interface Marker {
  /** The place needs a mark, or its mark another anchor. */
  touch(place: Place): void;
  /** Whether any mark was lost, moved or changed since the last look. */
  verify(places: Iterable<Place>): void;
  /** Puts up what is due. Returns milliseconds until more is, or undefined. */
  draw(allowed: (place: Place) => boolean): number | undefined;
  /** The entry's marks say what is known now. */
  refresh(entry: Entry): void;
  /** Takes the mark of a place away. */
  clear(place: Place): void;
  /** The place whose mark was rewritten by the page. */
  tampered(host: Element): void;
  /** Whether any mark is up. */
  stands(): boolean;
  /** How many marks the page has had its way with. */
  lost(): number;
  stop(): void;
}

/** Creates, places and keeps marks. `quietly` wraps our own writes; `press` is called when the reader activates a mark. */
export function makeMarker(
  guard: Guard,
  quietly: (write: () => void) => void,
  press: (place: Place, host: HTMLElement) => void,
  again: () => void,
): Marker {
  const dirty = new Set<Place>();
  const owners = new WeakMap<Element, Place>();
  const sized = new WeakMap<Element, Set<Place>>();
  const watched = new WeakMap<Place, (Element | null)[]>();
  const givenUp = new Set<Place>();
  const standing = new Set<Mark>();
  const write = (run: () => void): void => quietly(() => guard.quietly(run));

  const sizes = globalThis.ResizeObserver
    ? new ResizeObserver((changes) => {
        const places = new Set(changes.flatMap(({ target }) => [...(sized.get(target) ?? [])]));
        write(() => followAnchors(placed(places)));
      })
    : null;

  const placed = (places: Iterable<Place>): { mark: Mark; anchor: Element }[] =>
    [...places].flatMap(({ mark, anchor }) => (mark && anchor && isConnected(mark.host) ? [{ mark, anchor }] : []));

  const watchSize = (place: Place, on: boolean): void => {
    const { anchor, mark } = place;
    if (!anchor || !mark || !sizes) return;
    // The spot too: what holds an anchor may open below it, and carry the mark away.
    if (on) watched.set(place, [anchor, parentElementOf(anchor), previousOf(mark.host)]);
    for (const el of watched.get(place) ?? []) {
      if (!el) continue;
      const places = sized.get(el) ?? new Set();
      sized.set(el, places);
      if (on) places.add(place);
      else places.delete(place);
      if (on) sizes.observe(el);
      else if (places.size === 0) sizes.unobserve(el);
    }
  };

  const clear = (place: Place): void => {
    dirty.delete(place);
    if (place.entry.places.size === 0 || !place.entry.places.has(place)) givenUp.delete(place);
    watchSize(place, false);
    const { mark } = place;
    place.mark = null;
    place.anchor = null;
    if (!mark) return;
    standing.delete(mark);
    write(() => removeNode(mark.host));
  };

  /** The page took the mark away, moved or changed it: a new one comes, later each time, and in the end none. */
  const lose = (place: Place): void => {
    clear(place);
    place.losses++;
    const pause = pauseAfter(place.losses);
    if (pause === null) {
      givenUp.add(place);
      return;
    }
    place.notBefore = performance.now() + pause;
    dirty.add(place);
  };

  const make = (place: Place, anchor: Element): Mark | null => {
    const doc = anchor.ownerDocument;
    try {
      const mark = createMark(doc, (host) => press(place, host));
      mark.show(lookOf(place.entry));
      if (isUnreachable(anchor)) mark.button.tabIndex = -1;
      owners.set(mark.host, place);
      return mark;
    } catch {
      // The page has defined an element of this name that cannot have a shadow root.
      givenUp.add(place);
      return null;
    }
  };

  return {
    touch: (place) => {
      if (!givenUp.has(place)) dirty.add(place);
    },
    verify(places) {
      for (const place of places) {
        const { mark, anchor } = place;
        if (!mark || dirty.has(place)) continue;
        if (!anchor || !isConnected(mark.host) || !isInPlace(mark, anchor) || !guard.isSound(mark)) lose(place);
      }
    },
    draw(allowed) {
      const now = performance.now();
      let next: number | undefined;
      const jobs: Place[] = [];
      for (const place of dirty) {
        if (place.notBefore > now) next = Math.min(next ?? Infinity, place.notBefore - now);
        else if (jobs.length === BATCH) next = 0;
        else {
          dirty.delete(place);
          if (allowed(place)) jobs.push(place);
        }
      }
      const fresh: Place[] = [];
      for (const place of jobs) {
        const anchor = preferredAnchor(place.anchors);
        if (!anchor || (place.mark && place.anchor === anchor)) continue;
        clear(place);
        place.mark = make(place, anchor);
        place.anchor = anchor;
        if (place.mark) fresh.push(place);
      }
      if (fresh.length) {
        const marks = fresh.flatMap(({ mark, anchor }) => (mark && anchor ? [{ mark, anchor }] : []));
        write(() => placeMarks(marks));
        for (const { mark } of marks) {
          guard.keep(mark);
          standing.add(mark);
        }
        for (const place of fresh) watchSize(place, true);
      }
      return next;
    },
    refresh(entry) {
      const look = lookOf(entry);
      write(() => {
        for (const place of entry.places) place.mark?.show(look);
      });
    },
    clear,
    tampered(host) {
      const place = owners.get(host);
      if (place?.mark?.host !== host) return;
      lose(place);
      again();
    },
    stands: () => standing.size > 0,
    lost: () => givenUp.size,
    stop() {
      sizes?.disconnect();
      dirty.clear();
      givenUp.clear();
    },
  };
}
