import {
  attribute,
  closest,
  contains,
  follows,
  parentElementOf,
  query,
  queryAll,
  rootOf,
  tagOf,
  textOf,
  walk,
} from './dom.ts';
import type { Place } from './types.ts';

const ITEMS = 'li,article,[role=listitem],[role=article]';
/** Never one entity, whatever they hold. */
const WHOLE_PAGES = 'html,body,main,[role=main],[role=feed],[role=list],ul,ol,table,tbody';
/** A card of a profile or a post has fewer elements than two posts together. */
const MAX_ENTITY_SIZE = 200;
const MAX_CLIMB = 16;
/** Copies of one badge further back than this are not looked at: keeps a page with thousands of them cheap. */
const MAX_COMPARED = 4;

/** Nearest common ancestor within `MAX_CLIMB` steps, or null. */
function commonAncestor(a: Element, b: Element): Element | null {
  let up: Element | null = a;
  for (let step = 0; up && step < MAX_CLIMB; step++, up = parentElementOf(up)) if (contains(up, b)) return up;
  return null;
}

/**
 * Whether two links with the same target belong to one entity. LinkedIn prints a credential's link two or three times (name, button), but the
 * same badge in two posts is two entities. Decided by structure only: list items and articles are boundaries unless one holds the other,
 * nothing between the two may lead to another badge, and what holds both must be small.
 */
function isSameEntity(a: Element, b: Element, selector: string, keyOf: (el: Element) => string | null): boolean {
  const holder = commonAncestor(a, b);
  if (!holder || matchesWholePage(holder)) return false;
  const itemA = closest(a, ITEMS);
  const itemB = closest(b, ITEMS);
  if (itemA !== itemB) {
    const nested = itemA && itemB ? contains(itemA, itemB) || contains(itemB, itemA) : true;
    const outer = closest(holder, ITEMS);
    if (!nested || (outer !== itemA && outer !== itemB)) return false;
  }
  if (queryAll(holder, '*').length > MAX_ENTITY_SIZE) return false;
  const key = keyOf(a);
  return !Array.from(queryAll(holder, selector)).some((el) => (keyOf(el) ?? key) !== key);
}

function matchesWholePage(el: Element): boolean {
  return Element.prototype.matches.call(el, WHOLE_PAGES);
}

/** The place among a badge's known ones that `el` belongs to, or null when it is a place of its own. */
export function placeFor(
  el: Element,
  places: Set<Place>,
  selector: string,
  keyOf: (el: Element) => string | null,
): Place | null {
  const root = rootOf(el);
  for (const place of [...places].slice(-MAX_COMPARED).reverse()) {
    for (const anchor of place.anchors) {
      if (rootOf(anchor) === root && isSameEntity(anchor, el, selector, keyOf)) return place;
      break;
    }
  }
  return null;
}

const isShown = (el: Element): boolean => (el.checkVisibility ? el.checkVisibility() : true);

/** Whether nobody is meant to come here by keyboard or screen reader: the picture beside a name that leads to the same place. */
export const isUnreachable = (el: Element): boolean =>
  attribute(el, 'tabindex') === '-1' || closest(el, '[aria-hidden=true],[inert]') !== null;

/** The anchor the mark stands by: of those that are shown and can be reached, the last, which is the stand-alone button where there is one. */
export function preferredAnchor(anchors: Iterable<Element>): Element | null {
  let best: Element | null = null;
  let bestRank = 0;
  for (const el of anchors) {
    const rank = (isShown(el) ? 2 : 0) + (isUnreachable(el) ? 0 : 1);
    if (!best || rank > bestRank || (rank === bestRank && follows(best, el))) {
      best = el;
      bestRank = rank;
    }
  }
  return best;
}

/** The link's own words, shortened: the first text in it, else the name of its picture or of itself. LinkedIn prints each text twice. */
export function labelOf(el: Element): string {
  const texts = walk(el, NodeFilter.SHOW_TEXT);
  let words = '';
  while (!words && texts.nextNode()) words = (texts.currentNode.nodeValue ?? '').trim();
  if (!words) {
    const picture = tagOf(el) === 'a' ? query(el, 'img[alt],svg[aria-label],[title]') : el;
    const named = (of: Element | null, name: string) => (of ? (attribute(of, name) ?? '').trim() : '');
    words = named(picture, 'alt') || named(el, 'aria-label') || named(el, 'title') || named(picture, 'title');
  }
  return (words || (textOf(el) ?? '').trim()).replace(/\s+/g, ' ').slice(0, 120);
}
