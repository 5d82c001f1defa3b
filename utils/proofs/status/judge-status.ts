/** Has a signed badge been withdrawn? Every entry is read, and what cannot be read leaves the question open (DESIGN section 6, policy 5). */
import { parseWebAddress } from '../../badge/address.ts';
import { distinctChecks } from '../../badge/distinct-checks.ts';
import type { Check } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, texts } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import type { DocumentTools } from '../../net/types.ts';
import type { JudgedStatus } from '../types.ts';
import { judgeBitEntry } from './bit-entry.ts';
import { type ListResult, readList } from './read-list.ts';
import { judgeRevocationEntry } from './revocation-list.ts';
import type { JudgedEntry, ProveList, StatusContext } from './types.ts';

/** More entries are not looked at, and then nothing is known. */
const MAX_ENTRIES = 10;
const KNOWN: ReadonlySet<string> = new Set([
  'BitstringStatusListEntry',
  'StatusList2021Entry',
  '1EdTechRevocationList',
]);

/** Judges `credentialStatus`. `issuer`: the badge's. Never throws for bad input. */
export async function judgeStatus(
  credential: JsonObject,
  issuer: string,
  prove: ProveList,
  tools: DocumentTools,
): Promise<JudgedStatus> {
  const entries = list(member(credential, 'credentialStatus'));
  const offers = refreshOffers(credential);
  if (entries.length === 0) {
    return { checks: [{ id: 'status', outcome: 'pass', code: 'status-none-declared' }, ...offers], facts: [] };
  }
  const context: StatusContext = { credential, issuer, tools, listAt: listsOnce(prove, tools) };
  const judged = await Promise.all(entries.slice(0, MAX_ENTRIES).map((entry) => judgeEntry(entry, context)));
  const checks = distinctChecks(judged.flatMap((one) => one.checks));
  if (entries.length > MAX_ENTRIES) checks.push({ id: 'status', outcome: 'unknown', code: 'format-too-many-parts' });
  if (!checks.some(({ outcome }) => outcome === 'fail' || outcome === 'unknown')) {
    checks.unshift({ id: 'status', outcome: 'pass', code: 'status-ok' });
  }
  // As soon as one of them may be asked again, asking is not useless any more.
  const [retryAt] = judged.flatMap((one) => one.retryAt ?? []).sort();
  return {
    checks: [...checks, ...offers],
    facts: judged.map(({ fact }) => fact),
    ...(retryAt !== undefined && { retryAt }),
  };
}

/** Revocation and suspension often stand in one list: it need not be proved for each. */
function listsOnce(prove: ProveList, tools: DocumentTools): StatusContext['listAt'] {
  const read = new Map<string, Promise<ListResult>>();
  return (address, kind) => {
    const key = `${kind.credentialType} ${address}`;
    const found = read.get(key) ?? readList(address, kind, prove, tools);
    read.set(key, found);
    return found;
  };
}

function judgeEntry(entry: unknown, context: StatusContext): Promise<JudgedEntry> | JudgedEntry {
  const types = isObject(entry) ? texts(member(entry, 'type')) : [];
  const [known, another] = new Set(types.filter((type) => KNOWN.has(type)));
  // What says that it is of two kinds has two answers.
  if (isObject(entry) && known !== undefined && another === undefined) {
    return known === '1EdTechRevocationList'
      ? judgeRevocationEntry(entry, context)
      : judgeBitEntry(entry, known, context);
  }
  const type = types[0]?.slice(0, 100) ?? '';
  const address = isObject(entry) ? parseWebAddress(idOf(entry))?.href : undefined;
  return {
    checks: [{ id: 'status', outcome: 'unknown', code: 'status-unsupported', ...detailOf(type) }],
    fact: { type, purpose: '', list: address ?? '', outcome: 'unknown' },
  };
}

/** A newer copy is offered, never fetched by itself: asking tells the issuer that somebody looks (VC Credential Refresh 1.0). */
function refreshOffers(credential: JsonObject): Check[] {
  return list(member(credential, 'refreshService'))
    .slice(0, 3)
    .flatMap((service): Check[] => {
      const url = isObject(service) ? parseWebAddress(idOf(service)) : null;
      return url ? [{ id: 'status', outcome: 'skipped', code: 'status-refresh-offered', detail: url.hostname }] : [];
    });
}
