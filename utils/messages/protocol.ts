/**
 * Everything that crosses a context boundary. docs/architecture.md has the table of who may send what.
 *
 * A page gives addresses, the background gives reports. Content scripts talk to the background over one port named `page`, because a port tells
 * its other end when the worker dies; the popup reads a page's findings from its content script over a port named `panel`, which works while the worker sleeps.
 */

import type { Report, Tone } from '../badge/report.ts';
import type { LinkKind } from '../links/types.ts';
import type { CheckingMode, SiteTerms } from '../settings/types.ts';

export const PAGE_PORT = 'page';
export const PANEL_PORT = 'panel';
/** Background → content script: opened only to make an idle page say hello, and hung up at once. */
export const NUDGE_PORT = 'nudge';

/** Marks asked for at once; a longer list is refused whole. */
export const MAX_BADGES_PER_MESSAGE = 500;
export const MAX_URL_LENGTH = 2048;
export const MAX_PERSON_LENGTH = 200;

export interface AskedBadge {
  /** From `badgeKey`: `platform:id`, with `@host` where the host matters. `data-badge` has it without the host. */
  key: string;
  /** Clean public address from `recogniseLink`; the background recognises it again and believes only that. */
  url: string;
}

/** Content script → background, over the `page` port. */
export type PageMessage =
  | { type: 'hello'; dark: boolean }
  /** `again`: the reader asked for a fresh check. `byHand`: the reader clicked (allows what is never done by itself: opening a short link). */
  | { type: 'check'; badges: AskedBadge[]; person?: string; again?: boolean; byHand?: boolean }
  | { type: 'forget'; keys: string[] }
  | { type: 'summary'; count: number; tone: Tone | null }
  /** Bring the card's code into this frame. */
  | { type: 'card' }
  /**
   * The badge's picture, by badge key: its address is taken from the report, never from the page. `url` is the badge's own, as in `AskedBadge`,
   * for a line that did not ask about it itself (the worker has died since).
   */
  | { type: 'picture'; key: string; url?: string }
  | { type: 'mode'; checking?: CheckingMode; marks?: boolean }
  /** The reader clicked "Add to my badges": opens the wallet with this badge. Nothing is added by it. */
  | { type: 'claim'; key: string; url: string };

/** Background → content script, over the `page` port. */
export type BackgroundMessage =
  | { type: 'terms'; terms: SiteTerms }
  | { type: 'report'; key: string; report: Report }
  | { type: 'card-ready' }
  /** `data`: base64 of a checked PNG, JPEG, GIF or WebP; null when there is none that may be shown. */
  | { type: 'picture'; key: string; data: string | null; mime: string | null }
  /** Context menu: show the card of this badge, marking it first where needed. */
  | { type: 'show'; key: string; url: string };

/** One badge on a page as the popup sees it. */
export interface Finding {
  key: string;
  platform: string;
  kind: LinkKind;
  url: string;
  /** Text of the link, as the page has it: a stranger's words. */
  label: string;
  state: 'idle' | 'pending' | 'done';
  report: Report | null;
}

/** Popup → content script, over the `panel` port. */
export type PanelMessage =
  | { type: 'scroll'; key: string }
  /** `byHand`: pass on to the background; the popup sets it for a short link that the reader chose to open. */
  | { type: 'check'; keys?: string[]; again?: boolean; byHand?: boolean }
  | { type: 'terms'; terms: SiteTerms };

/** Content script → popup, over the `panel` port. Sent on connect and after every change. */
export interface PanelState {
  type: 'findings';
  person: string | null;
  terms: SiteTerms;
  findings: Finding[];
  /** Marks that the page keeps taking away or rewriting, and that were given up. */
  removedByPage?: number;
}

/** Own pages → background, by `runtime.sendMessage`; each has one answer. */
export interface Requests {
  'check-page': { ask: { tabId: number }; answer: { done: boolean; reason?: 'no-access' } };
  'check-source': {
    /** One of `url`, `text` and `data` (bytes of a file in base64). */
    ask: { url?: string; text?: string; data?: string; again?: boolean; holderName?: string };
    answer: { report: Report };
  };
  picture: { ask: { address: string }; answer: { data: string | null; mime: string | null } };
  /** Options: reads all registries that are switched on. */
  'load-registries': { ask: object; answer: { read: number; of: number } };
  /** Options: a JSON-LD context that the reader thinks of pinning, with its hash; null where there is none. */
  'read-context': { ask: { address: string }; answer: { text: string | null; sha256: string | null } };
  /** Which of these badge keys were issued to an address of the reader, as far as there are answers. No content script is ever told. */
  yours: { ask: { keys: string[] }; answer: { keys: string[] } };
  /** Options: everything this extension keeps, settings and caches alike. Granted sites are withdrawn by the page itself. */
  'delete-everything': { ask: object; answer: { done: boolean } };
  /**
   * Imports have been put into the wallet's database, or given back to be checked: the background works on them. The answer comes when nothing is left, or
   * says why it could not be written on (`WalletTrouble`).
   */
  'wallet-work': { ask: object; answer: { trouble: string | null } };
  /** What was found out about a badge of the wallet when it was last looked at; null where it is not there. */
  'wallet-report': { ask: { id: string }; answer: { report: Report | null } };
  /** Looks at these badges of the wallet now; why not all could be (`WalletTrouble`). */
  'wallet-check': { ask: { ids: string[] }; answer: { trouble: string | null } };
  /** What the daily look does, now: due badges, watched lists, warnings. Why not all of it could be done (`WalletTrouble`, or `offline`). */
  'wallet-look': { ask: object; answer: { trouble: string | null } };
  /** The user's own name has changed: whose badges are whose is judged again. */
  'wallet-rejudge': { ask: object; answer: { done: boolean } };
  'site-changed': { ask: { host: string }; answer: { done: true } };
  /** Forgets every cached answer and every waiting job. */
  'clear-cache': { ask: object; answer: { done: boolean } };
  /** How much is cached, for the options page. */
  'cache-info': { ask: object; answer: { answers: number; jobs: number } };
}
export type RequestName = keyof Requests;
export type RequestMessage = { [N in RequestName]: { type: N } & Requests[N]['ask'] }[RequestName];
