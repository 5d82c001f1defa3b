import { create } from 'zustand';
import type { Grants } from '../../components/page-view/site-controls.tsx';
import type { PanelState } from '../../utils/messages/protocol.ts';
import type { Picture } from '../../utils/pages/picture.ts';
import type { Settings } from '../../utils/settings/types.ts';

/** `starting`: not known yet. `linked`: a content script answers. `absent`: none ever did. `gone`: it did until now. */
export type Phase = 'starting' | 'linked' | 'absent' | 'gone';

export interface PopupState {
  /** What is on the page in front, or the reader's own badges. */
  place: 'page' | 'wallet';
  phase: Phase;
  tab: { id: number; url: string | undefined } | null;
  /** Kept while the line is down, so that the list does not flicker through a navigation. */
  panel: PanelState | null;
  settings: Settings | null;
  grants: Grants & { reachable: boolean };
  offline: boolean;
  /** A "check this page" is under way. */
  busy: boolean;
  /** The browser or the page refused us. */
  refused: boolean;
  pictures: Record<string, Picture>;
  /** Keys of the findings that were issued to an address of the reader: known to our own pages, never to the page's. */
  yours: ReadonlySet<string>;
}

export const usePopup = create<PopupState>(() => ({
  place: 'page',
  phase: 'starting',
  tab: null,
  panel: null,
  settings: null,
  grants: { site: false, everywhere: false, fixed: false, reachable: false },
  offline: false,
  busy: false,
  refused: false,
  pictures: {},
  yours: new Set(),
}));
