import type { Report } from '../badge/report.ts';
import type { RecognisedLink } from '../links/types.ts';
import type { PageMessage } from '../messages/protocol.ts';
import type { SiteTerms } from '../settings/types.ts';
import type { Mark } from './mark.ts';

/** One badge on this page, however often it stands there. */
export interface Entry {
  /** `platform:id`. */
  key: string;
  link: RecognisedLink;
  /** Text of the link: a stranger's words. */
  label: string;
  state: 'idle' | 'pending' | 'done';
  report: Report | null;
  /** The person of the page at the time the badge was asked about. */
  askedFor: string | null;
  places: Set<Place>;
}

/** One entity of the page that shows a badge: one or more links with the same target, and at most one mark. */
export interface Place {
  entry: Entry;
  anchors: Set<Element>;
  mark: Mark | null;
  /** The anchor the mark stands by. */
  anchor: Element | null;
  /** How often the page took the mark away, moved it or changed it. */
  losses: number;
  /** Asked for by hand: marked even where marks are off. */
  forced: boolean;
  /** `performance.now()` before which the mark is not put back. */
  notBefore: number;
}

/** What the card may use of the page. */
export interface PageForCard {
  entry(key: string): Entry | undefined;
  terms(): SiteTerms | null;
  send(message: PageMessage): void;
  /** Asks anew about a badge. */
  check(key: string): void;
  /** The mark that stands for the badge, for the focus to go back to. */
  markOf(key: string): HTMLElement | null;
  /** Says that an element is ours and no imitation. */
  own(host: Element): void;
}

export interface CardControl {
  /** Opens the badge's card beside `by`, or in the middle. */
  open(key: string, by: HTMLElement | null): void;
  /** Something about the badge has changed. */
  update(key: string): void;
  /** Its picture has come: base64, or null when there is none that may be shown. */
  picture(key: string, data: string | null, mime: string | null): void;
  close(): void;
}
