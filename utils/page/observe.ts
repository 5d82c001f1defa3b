import { isConnected, nodeType, shadowOf, tagOf, walk } from './dom.ts';
import { hitsIn, isOurs, odditiesIn, type Root, type Targets } from './scan.ts';

/** Makes an editor of whatever is in the element, or none any more. */
const EDITABLE = 'contenteditable';
/** Attributes that can turn an element into a badge link or make it another one. */
const WATCHED = ['href', 'src', 'data-share-badge-id', EDITABLE];
/** More additions than this since the last look: one pass over everything is cheaper than one for each. */
const MANY = 4_000;
/** A look at the page takes at most this long at a time (ms); what is left waits for the next idle moment. */
const SLICE = 8;
/** Between two looks at least this long, and twenty times as long as the last one took: a page that never rests costs under 5 %. */
const PAUSE = 120;
/** Moments (ms) at which the whole page is looked at again: a shadow root that is attached to an element in place tells nobody. */
const LATE = [1_000, 4_000, 12_000];
const MAX_LATE = 300;

export interface Watch {
  /** Every element that matches the selector, once when it appears and again when a watched attribute of it changes. */
  found(el: Element): void;
  /** After each look, however little it saw: things may have gone. Returns when it would like another look (ms), or nothing. */
  looked(): number | undefined;
}

export interface Observer {
  /** First look, at once. */
  start(): void;
  /** Another look when the page is idle. `all`: at every root anew. */
  look(all?: boolean, delay?: number): void;
  /** A look at every root anew, this instant. */
  now(): void;
  /** Writes of our own, which must not look like the page's. */
  quietly(write: () => void): void;
  stop(): void;
}

const idle = (run: () => void): void => void requestIdleCallback(run, { timeout: 400 });

/** Watches a document, its open shadow roots and its same-origin frames for elements that match. Looks only at what was added. */
export function watchPage(page: Document, targets: Targets, watch: Watch): Observer {
  const roots = new Set<Document | ShadowRoot>();
  const hooked = new WeakSet<Element>();
  const late = new Set<Element>();
  let added: Element[] = [];
  /** Elements of which a watched attribute was written. */
  const changed = new Set<Element>();
  let queue: Element[] = [];
  const deep: Root[] = [];
  let walker: TreeWalker | null = null;
  let all = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next look is due; Infinity: none is. */
  let due = Number.POSITIVE_INFINITY;
  let lastEnd = 0;
  let pause = PAUSE;
  let stopped = false;

  const take = (more: MutationRecord[]): void => {
    for (const { attributeName, target, addedNodes } of more) {
      all ||= attributeName === EDITABLE || added.length > MANY;
      // A look at everything finds what is a link now; only this tells of one that is none any more.
      if (attributeName) changed.add(target as Element);
      else if (!all) for (const node of addedNodes) if (nodeType(node) === 1) added.push(node as Element);
    }
  };
  const observer = new MutationObserver((more) => {
    take(more);
    schedule();
  });

  const schedule = (delay = 0): void => {
    const now = performance.now();
    const at = Math.max(now + delay, lastEnd + pause);
    if (stopped || at >= due) return;
    due = at;
    clearTimeout(timer);
    const run = (): void => idle(look);
    if (at > now) timer = setTimeout(run, at - now);
    else run();
  };

  const addRoot = (root: Document | ShadowRoot): void => {
    if (roots.has(root)) return;
    roots.add(root);
    observer.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: WATCHED });
    queue.push(...hitsIn(root, targets));
    deep.push(root);
  };

  const addFrame = (frame: HTMLIFrameElement): void => {
    if (!hooked.has(frame)) {
      hooked.add(frame);
      frame.addEventListener('load', () => !stopped && addFrame(frame));
    }
    // Null for another origin, whose content is not ours to read.
    const inner = frame.contentDocument;
    if (!inner) return;
    addRoot(inner);
    schedule();
  };

  /** Open shadow roots can hang on any element: the one thing that no selector finds, so every element is asked, a slice at a time. */
  const walkOn = (start: number): void => {
    while (walker) {
      for (let n = 0; n < 200; n++) {
        const el = walker.currentNode as Element;
        if (!isConnected(el)) {
          walker = null;
          break;
        }
        const shadow = shadowOf(el);
        if (shadow && !isOurs(el)) addRoot(shadow);
        if (walker.nextNode()) continue;
        walker = null;
        break;
      }
      if (performance.now() - start > SLICE) return;
    }
  };

  const goDeep = (root: Root): void => {
    if (!isConnected(root)) return;
    for (const el of odditiesIn(root)) {
      const tag = tagOf(el);
      if (tag === 'iframe') addFrame(el as HTMLIFrameElement);
      else if (isOurs(el)) watch.found(el);
      else if (late.size < MAX_LATE) late.add(el);
    }
    walker = walk(root, NodeFilter.SHOW_ELEMENT);
    // The walk of a document begins at its element, that of a shadow root at its first.
    if (nodeType(root) !== 1 && !walker.nextNode()) walker = null;
  };

  const lookLate = (): void => {
    for (const el of late) {
      const shadow = shadowOf(el);
      if (shadow) addRoot(shadow);
      if (shadow || !isConnected(el)) late.delete(el);
    }
  };

  /** Turns what happened into elements to look at. */
  const sort = (): void => {
    const fresh = added;
    added = [];
    queue.push(...changed);
    changed.clear();
    if (all) {
      all = false;
      for (const root of roots) {
        queue.push(...hitsIn(root, targets));
        deep.push(root);
      }
      return;
    }
    for (const el of fresh) {
      if (!isConnected(el)) continue;
      queue.push(...hitsIn(el, targets));
      deep.push(el);
    }
  };

  const look = (): void => {
    due = Number.POSITIVE_INFINITY;
    if (stopped) return;
    const start = performance.now();
    sort();
    for (const root of roots) {
      // The document of a frame that is gone has no window any more; a shadow root never had one.
      if (!isConnected(root) || (root as Document).defaultView === null) roots.delete(root);
    }
    drain(start);
    lookLate();
    walkOn(start);
    while (deep.length && performance.now() - start < SLICE) {
      goDeep(deep.shift() as Root);
      walkOn(start);
    }
    drain(start);
    const again = watch.looked();
    lastEnd = performance.now();
    pause = Math.max(PAUSE, 20 * (lastEnd - start));
    if (queue.length || deep.length || walker || again === 0) {
      pause = 0;
      schedule();
    } else if (again !== undefined) schedule(again);
  };

  const drain = (start: number): void => {
    let done = 0;
    for (const el of queue) {
      if (performance.now() - start > SLICE) break;
      done++;
      if (isConnected(el)) watch.found(el);
    }
    queue = done === queue.length ? [] : queue.slice(done);
  };

  const api: Observer = {
    start() {
      addRoot(page);
      drain(performance.now());
      schedule();
      for (const delay of LATE) setTimeout(() => api.look(true), delay);
    },
    look(everything = false, delay = 0) {
      all ||= everything;
      schedule(delay);
    },
    now() {
      all = true;
      look();
    },
    quietly(write) {
      take(observer.takeRecords());
      write();
      observer.takeRecords();
      if (all || added.length || changed.size) schedule();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      observer.disconnect();
      roots.clear();
    },
  };
  return api;
}
