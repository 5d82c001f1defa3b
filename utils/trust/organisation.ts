/** What the organisation lays down, read from managed storage. Everything in it is checked like anything else that comes from outside. */
import { browser } from '../browser.ts';
import { isObject, list, member, text } from '../json/members.ts';
import { contextOf, registryOf } from '../settings/trust-entries.ts';
import type { TrustedIssuer } from '../verify/types.ts';
import type { Organisation } from './types.ts';

const NOTHING: Organisation = { trusted: [], registries: [], contexts: [] };

/** Nothing where there is no policy, as on most machines. Never rejects. */
export async function readOrganisation(): Promise<Organisation> {
  const stored = await browser.storage.managed.get(null).catch(() => null);
  return isObject(stored) ? organisationOf(stored) : NOTHING;
}

/** The policy as it is understood; members that are not of the form that public/managed_storage.json has are left out. */
export function organisationOf(policy: Record<string, unknown>): Organisation {
  const name = text(member(policy, 'organisation'))?.slice(0, 300);
  const listedBy = name ?? 'policy';
  return {
    ...(name !== undefined && { name }),
    trusted: list(member(policy, 'trustedIssuers')).flatMap((entry) => trustedOf(entry, listedBy)),
    registries: list(member(policy, 'registries')).flatMap(registryOf),
    contexts: list(member(policy, 'contexts')).flatMap(contextOf),
  };
}

function trustedOf(entry: unknown, listedBy: string): TrustedIssuer[] {
  const id = isObject(entry) ? text(member(entry, 'id')) : text(entry);
  if (id === undefined || id.length > 2_048) return [];
  const name = isObject(entry) ? text(member(entry, 'name')) : undefined;
  return [{ id, listedBy, ...(name !== undefined && { name: name.slice(0, 300) }) }];
}
