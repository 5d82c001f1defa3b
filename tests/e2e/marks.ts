import { VERDICTS } from '../../utils/badge/report.ts';

/** What one mark says, as a page (and so a test) can see it. */
export interface SeenMark {
  badge: string;
  verdict: string;
  tone: string;
  holder: string;
  /** Accessible name of its button: the full sentence. */
  sentence: string;
}

/**
 * Runs inside the page: every mark in the document, in open shadow roots and in same-origin frames, in document order. Self-contained, because
 * it is sent to the browser as text. Marks that the page drew itself (`data-fake`) are left out.
 */
export function collectMarks(): SeenMark[] {
  const seen: SeenMark[] = [];
  const walk = (root: ParentNode) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName === 'touchstone-mark' && !element.hasAttribute('data-fake')) {
        const button = element.shadowRoot?.querySelector('button');
        seen.push({
          badge: element.getAttribute('data-badge') ?? '',
          verdict: element.getAttribute('data-verdict') ?? '',
          tone: element.getAttribute('data-tone') ?? '',
          holder: element.getAttribute('data-holder') ?? '',
          sentence: button?.getAttribute('aria-label') ?? button?.textContent?.trim() ?? '',
        });
      } else if (element.shadowRoot) walk(element.shadowRoot);
      else if (element instanceof HTMLIFrameElement) {
        try {
          if (element.contentDocument) walk(element.contentDocument);
        } catch {
          // another origin: not ours to look into
        }
      }
    }
  };
  walk(document);
  return seen;
}

/** True when the mark carries an answer and no longer waits for one. */
export function settled(mark: SeenMark): boolean {
  return (VERDICTS as readonly string[]).includes(mark.verdict);
}

/** How many marks carry each badge. */
export function countByBadge(marks: readonly SeenMark[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const mark of marks) counts[mark.badge] = (counts[mark.badge] ?? 0) + 1;
  return counts;
}
