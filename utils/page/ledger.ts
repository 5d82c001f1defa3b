import type { RecognisedLink } from '../links/types.ts';
import { isConnected } from './dom.ts';
import { isEditable, isInEditor } from './editable.ts';
import { labelOf, placeFor } from './entities.ts';
import type { Links } from './links.ts';
import type { Entry, Place } from './types.ts';

/** Badges that are no longer in the page are remembered up to this many: a list that scrolls back finds its answers again. */
const MAX_REMEMBERED = 500;
/** One badge on one page is marked at most this often. */
const MAX_PLACES = 200;

export interface PageLedger {
  entries: Map<string, Entry>;
  /** Takes note of an element the selector found, or finds no longer. Returns the place it belongs to when that has changed. */
  note(el: Element): Place | null;
  /** The badge, noted even if no element shows it. */
  entryFor(link: RecognisedLink): Entry;
  /** Drops what is no longer in the page, leads elsewhere or has come into an editor; calls back with each place that lost or won an anchor. */
  prune(changed: (place: Place) => void): void;
}

/** Book of badges and the places of the page that show them. Holds on to no element that has left the page. */
export function keepLedger({ selector, linkOf, keyOf }: Links): PageLedger {
  const entries = new Map<string, Entry>();
  const placeOf = new WeakMap<Element, Place>();

  const elementKey = (el: Element): string | null => {
    const link = linkOf(el);
    return link && keyOf(link);
  };

  const entryFor = (link: RecognisedLink): Entry => {
    const key = keyOf(link);
    const known = entries.get(key);
    if (known) return known;
    const entry: Entry = { key, link, label: '', state: 'idle', report: null, askedFor: null, places: new Set() };
    entries.set(key, entry);
    return entry;
  };

  const note = (el: Element): Place | null => {
    const carried = isConnected(el) ? linkOf(el) : null;
    const link = carried && !isEditable(el) ? carried : null;
    const before = placeOf.get(el);
    if (before && link && before.entry.key === keyOf(link)) return null;
    if (before) {
      placeOf.delete(el);
      before.anchors.delete(el);
    }
    if (!link) return before ?? null;
    const entry = entryFor(link);
    entry.label ||= labelOf(el);
    let place = placeFor(el, entry.places, selector, elementKey);
    if (!place) {
      if (entry.places.size >= MAX_PLACES) return null;
      place = { entry, anchors: new Set(), mark: null, anchor: null, losses: 0, forced: false, notBefore: 0 };
      entry.places.add(place);
    }
    place.anchors.add(el);
    placeOf.set(el, place);
    return place;
  };

  const prune = (changed: (place: Place) => void): void => {
    for (const entry of entries.values()) {
      for (const place of entry.places) {
        for (const el of place.anchors) {
          const stays = isConnected(el) && !isInEditor(el);
          // Read anew each time: a mark that speaks about another badge than its link would be a false answer.
          if (stays && elementKey(el) === entry.key) continue;
          place.anchors.delete(el);
          placeOf.delete(el);
          changed(place);
          const moved = stays && note(el);
          if (moved) changed(moved);
        }
        if (place.anchors.size > 0) continue;
        entry.places.delete(place);
        changed(place);
      }
      if (entry.places.size === 0 && entries.size > MAX_REMEMBERED) entries.delete(entry.key);
    }
  };

  return { entries, note, entryFor, prune };
}
