import { readBadgrCollection } from './badgr-collection.ts';
import { readCredlyProfile } from './credly-profile.ts';
import { readMicrosoftTranscript } from './microsoft-transcript.ts';
import type { ListAddress, ListEnd, ListPage, ListReading, ListTools } from './types.ts';

const READERS: Record<ListAddress['kind'], (address: string, tools: ListTools) => ListReading> = {
  'credly-profile': readCredlyProfile,
  'microsoft-transcript': readMicrosoftTranscript,
  'badgr-collection': readBadgrCollection,
};

/** Reads a public list page by page. */
export function readList({ kind, address }: ListAddress, tools: ListTools): ListReading {
  return READERS[kind](address, tools);
}

/** A list read to its end, in one piece. `onPage` tells how far it is. */
export async function wholeList(
  reading: ListReading,
  onPage: (page: ListPage) => void = () => {},
): Promise<Pick<ListPage, 'candidates'> & ListEnd> {
  const candidates: ListPage['candidates'] = [];
  for (;;) {
    const step = await reading.next();
    if (step.done) return { candidates, ...step.value };
    candidates.push(...step.value.candidates);
    onPage(step.value);
  }
}
