import { MAX_BADGES_PER_MESSAGE, type PanelState } from '../../utils/messages/protocol.ts';

export interface Yours {
  /** Call it with every state of the page and after every change of the reader's addresses. */
  learn(panel: PanelState, emails: readonly string[]): void;
}

/**
 * Which of a page's badges are the reader's. The page's script is not told, so the popup asks the background: once for each answer, and only where
 * the reader has given an address, so that a sleeping worker is left alone. `onChange` gets the keys whenever they are others than before.
 */
export function createYours(
  ask: (keys: string[]) => Promise<string[]>,
  onChange: (keys: ReadonlySet<string>) => void,
): Yours {
  /** Answers that were asked about: key and instant. */
  const known = new Set<string>();
  let yours: ReadonlySet<string> = new Set();
  let addresses = '';
  let newest: PanelState | null = null;
  let busy = false;

  function become(next: ReadonlySet<string>): void {
    const same = next.size === yours.size && [...next].every((key) => yours.has(key));
    yours = next;
    if (!same) onChange(next);
  }

  const due = () =>
    (addresses === '' ? [] : (newest?.findings ?? []))
      .flatMap(({ key, report }) => (report ? [{ key, answer: `${report.checkedAt} ${key}` }] : []))
      .filter(({ answer }) => !known.has(answer))
      .slice(0, MAX_BADGES_PER_MESSAGE);

  async function askPortion(portion: readonly { key: string; answer: string }[]): Promise<void> {
    const before = addresses;
    const keys = portion.map(({ key }) => key);
    const mine = new Set(await ask(keys));
    if (addresses !== before) return;
    for (const { answer } of portion) known.add(answer);
    become(new Set([...[...yours].filter((key) => !keys.includes(key)), ...keys.filter((key) => mine.has(key))]));
  }

  async function work(): Promise<void> {
    busy = true;
    try {
      for (let portion = due(); portion.length > 0; portion = due()) await askPortion(portion);
    } catch {
      // Nobody answered: the next change of the page asks again.
    } finally {
      busy = false;
    }
  }

  return {
    learn(panel, emails) {
      newest = panel;
      const now = emails.join('\n');
      if (now !== addresses) {
        addresses = now;
        known.clear();
        become(new Set());
      }
      if (!busy) void work();
    },
  };
}
