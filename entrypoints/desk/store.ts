import { create } from 'zustand';
import type { DeskItem } from '../../components/desk/desk-row.tsx';
import { t } from '../../components/text.ts';
import { browser } from '../../utils/browser.ts';
import { recogniseLink } from '../../utils/links/index.ts';
import { ask } from '../../utils/pages/ask.ts';
import { loadPicture } from '../../utils/pages/load-picture.ts';
import type { Picture } from '../../utils/pages/picture.ts';
import { readFileSources, readSources, type Source } from '../../utils/pages/read-sources.ts';

/** Asked at once from here; the background keeps its own, stricter manners towards each host. */
const AT_ONCE = 4;

interface Job {
  source: { url: string } | { text: string } | { data: string };
  holderName?: string;
}

interface DeskState {
  items: DeskItem[];
  pictures: Record<string, Picture>;
}

export const useDesk = create<DeskState>(() => ({ items: [], pictures: {} }));
const { setState } = useDesk;

const jobs = new Map<string, Job>();
let queue: string[] = [];
let running = 0;
let next = 0;

function change(id: string, to: Partial<DeskItem>): void {
  setState(({ items }) => ({ items: items.map((item) => (item.id === id ? { ...item, ...to } : item)) }));
}

function add(sources: readonly Source[], holderName: string): void {
  const items = sources.map((source): DeskItem => {
    next += 1;
    const id = String(next);
    const { label } = source;
    if ('problem' in source) return { id, label, platform: '', state: 'done', report: null, problem: source.problem };
    jobs.set(id, {
      source: askOf(source),
      holderName: holderName.trim() || undefined,
    });
    queue.push(id);
    const link = 'url' in source ? recogniseLink(source.url) : null;
    const host = 'url' in source ? new URL(source.url).hostname : undefined;
    return {
      id,
      label,
      platform: link?.platform ?? '',
      host,
      url: link?.url,
      state: 'idle',
      report: null,
      problem: null,
    };
  });
  setState((state) => ({ items: [...items, ...state.items] }));
  work();
}

function askOf(source: Exclude<Source, { problem: unknown }>): Job['source'] {
  if ('url' in source) return { url: source.url };
  return 'text' in source ? { text: source.text } : { data: source.data };
}

function work(): void {
  while (running < AT_ONCE) {
    const id = queue.shift();
    if (id === undefined) return;
    running += 1;
    void check(id, false).finally(() => {
      running -= 1;
      work();
    });
  }
}

async function check(id: string, again: boolean): Promise<void> {
  const job = jobs.get(id);
  if (!job) return;
  change(id, { state: 'pending', problem: null });
  try {
    const { report } = await ask('check-source', { ...job.source, again, holderName: job.holderName });
    change(id, { state: 'done', report });
  } catch {
    change(id, { state: 'done', problem: 'no-answer' });
  }
}

export const addText = (text: string, holderName: string): void => add(readSources(text, t('desk.pasted')), holderName);

export async function addFiles(files: readonly File[], holderName: string): Promise<void> {
  for (const file of files) add(await readFileSources(file), holderName);
}

export const checkAgain = (id: string): void => void check(id, true);

/** Called in the click itself: the browser takes the question only then. */
export function allowAndCheck(host: string, id: string): void {
  void browser.permissions.request({ origins: [`https://${host}/*`] }).then((granted) => {
    if (granted) void check(id, true);
  });
}

/** Nothing new is asked; what has been asked already still comes in. */
export function stop(): void {
  const waiting = new Set(queue);
  queue = [];
  setState(({ items }) => ({
    items: items.map((item) => (waiting.has(item.id) ? { ...item, state: 'done', problem: 'stopped' } : item)),
  }));
}

export function clear(): void {
  jobs.clear();
  setState({ items: [] });
}

export function needPicture(address: string): void {
  void loadPicture(address, (picture) =>
    setState(({ pictures }) => ({ pictures: { ...pictures, [address]: picture } })),
  );
}

/** `#check=<encoded address>`: how the context menu hands over a link. Taken out of the address once read. */
export function checkFromAddress(): void {
  const wanted = /^#check=(.+)$/.exec(location.hash)?.[1];
  if (!wanted) return;
  history.replaceState(null, '', location.pathname);
  try {
    addText(decodeURIComponent(wanted), '');
  } catch {
    // Not an encoded address: nothing to check.
  }
}
