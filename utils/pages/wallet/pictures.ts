import { pictureFacts } from '../../bytes/picture-facts.ts';
import { wallet } from './open.ts';
import { useWallet } from './store.ts';

/** More than any window shows at once. The bytes behind an address stay in memory as long as the address does. */
const MOST = 300;

/** Asked for, the longest ago first. */
const asked = new Set<string>();
let waiting: string[] = [];

/** Shows a badge's kept picture, from the wallet alone: no request is made. Called once for each row that comes into view. */
export function needPicture(id: string): void {
  if (asked.has(id)) return;
  asked.add(id);
  waiting.push(id);
  // Rows come into view many at a time: they are read, and shown, together.
  if (waiting.length === 1) queueMicrotask(() => void readWaiting());
}

async function readWaiting(): Promise<void> {
  const ids = waiting;
  waiting = [];
  const kept = await wallet.kept.bulkGet(ids).catch(() => []);
  const found = ids.map((id, i): [string, string | null] => {
    const bytes = kept[i]?.picture?.bytes;
    // What lies in the database passed this check once; a restored backup is a stranger's file all the same.
    const facts = bytes && pictureFacts(bytes);
    if (!facts) asked.delete(id);
    return [id, facts ? URL.createObjectURL(new Blob([bytes.slice()], { type: facts.mime })) : null];
  });
  useWallet.setState(({ pictures }) => {
    const next = { ...pictures, ...Object.fromEntries(found) };
    for (const id of [...asked].slice(0, Math.max(0, asked.size - MOST))) {
      asked.delete(id);
      // Not at once: a row that is still being drawn may be about to load it.
      const address = next[id];
      if (address) setTimeout(() => URL.revokeObjectURL(address), 1_000);
      delete next[id];
    }
    return { pictures: next };
  });
}
