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

/** True when the mark carries an answer. `unchecked` (nobody asked yet) and `pending` are none. */
export function settled(mark: SeenMark): boolean {
  return mark.verdict !== '' && mark.verdict !== 'pending' && mark.verdict !== 'unchecked';
}

/**
 * Runs inside the page: brings the first mark without an answer into view, as links are checked when they come into view. Self-contained.
 */
export function scrollToWaiting(): void {
  const waiting = [...document.querySelectorAll('touchstone-mark')].find((mark) =>
    ['', 'pending', 'unchecked'].includes(mark.getAttribute('data-verdict') ?? ''),
  );
  waiting?.scrollIntoView({ block: 'center', behavior: 'instant' });
}

/** What a test says when marks do not come. */
export function complaint(marks: readonly SeenMark[], count: number, timeout: number): string {
  const waiting = marks.filter((mark) => !settled(mark)).map((mark) => `${mark.badge} (${mark.verdict || 'none'})`);
  return `${marks.length} of ${count} marks after ${timeout} ms; without an answer: ${waiting.join(', ') || 'none'}`;
}

/** How many marks carry each badge. */
export function countByBadge(marks: readonly SeenMark[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const mark of marks) counts[mark.badge] = (counts[mark.badge] ?? 0) + 1;
  return counts;
}
