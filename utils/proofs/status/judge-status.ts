/** Has a signed badge been withdrawn? Every entry is read, and what cannot be read leaves the question open (DESIGN section 6, policy 5). */
import { parseWebAddress } from '../../badge/address.ts';
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
const MAX_ENTRIES = 20;
const MAX_OFFERS = 3;

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
  const checks = distinct(judged.flatMap((one) => one.checks));
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
  if (!isObject(entry)) return unsupported('', undefined);
  const types = texts(member(entry, 'type'));
  for (const type of types) {
    if (type === 'BitstringStatusListEntry' || type === 'StatusList2021Entry')
      return judgeBitEntry(entry, type, context);
    if (type === '1EdTechRevocationList') return judgeRevocationEntry(entry, context);
  }
  return unsupported(types[0]?.slice(0, 100) ?? '', parseWebAddress(idOf(entry))?.href);
}

function unsupported(type: string, address: string | undefined): JudgedEntry {
  return {
    checks: [{ id: 'status', outcome: 'unknown', code: 'status-unsupported', ...detailOf(type) }],
    fact: { type, purpose: '', list: address ?? '', outcome: 'unknown' },
  };
}

/**
 * A newer copy is offered, never fetched by itself: asking tells the issuer that somebody looks (VC Credential Refresh 1.0). Where only its kind is
 * named, and no address, nothing is offered that could be told.
 */
function refreshOffers(credential: JsonObject): Check[] {
  const services = [...list(member(credential, 'refreshService')), ...list(member(credential, 'credentialRefresh'))];
  const offers = services.slice(0, MAX_OFFERS).flatMap((service): Check[] => {
    const url = isObject(service) ? parseWebAddress(idOf(service)) : null;
    return url ? [{ id: 'status', outcome: 'skipped', code: 'status-refresh-offered', detail: url.hostname }] : [];
  });
  return distinct(offers);
}

function distinct(checks: readonly Check[]): Check[] {
  return [...new Map(checks.map((check) => [`${check.outcome} ${check.code} ${check.detail}`, check])).values()];
}
