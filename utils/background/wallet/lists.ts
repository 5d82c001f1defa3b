/** Reading the public lists that badges are imported from and watched in. */
import { createReader } from '../../net/reader.ts';
import { listAddressOf } from '../../wallet/imports/list-address.ts';
import { readList, wholeList } from '../../wallet/imports/read-list.ts';
import type { ListReading } from '../../wallet/imports/types.ts';
import type { ReadList } from './draft-runner.ts';
import type { ListReading as Whole } from './watching.ts';

/** A profile of 25 pages, with as much again for badges that were imported to it from elsewhere, and redirects. */
const MAX_REQUESTS = 60;

/** Page by page; ends at once where the draft was stopped or removed meanwhile. */
export async function readDraftList(
  address: string,
  fetch: typeof globalThis.fetch,
  onPage: Parameters<ReadList>[1],
): ReturnType<ReadList> {
  const reading = open(address, fetch);
  if (!reading) return 'not-understood';
  for (;;) {
    const step = await reading.next();
    if (step.done) return step.value.trouble;
    if (!(await onPage(step.value.candidates))) {
      await reading.return({});
      return undefined;
    }
  }
}

export async function readWholeList(address: string, fetch: typeof globalThis.fetch): Promise<Whole> {
  const reading = open(address, fetch);
  if (!reading) return { candidates: [], trouble: 'not-understood' };
  const { candidates, trouble, retryAt } = await wholeList(reading);
  const again = retryAt === undefined ? Number.NaN : Date.parse(retryAt);
  return { candidates, ...(trouble && { trouble }), ...(!Number.isNaN(again) && { retryAt: again }) };
}

function open(address: string, fetch: typeof globalThis.fetch): ListReading | null {
  const list = listAddressOf(address);
  return list && readList(list, { reader: createReader(fetch, { maxRequests: MAX_REQUESTS }), now: new Date() });
}
