/** How the settings as they stand judge the badges of the wallet. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Settings } from '../../settings/types.ts';
import type { TrustLists } from '../../trust/types.ts';
import type { Judge } from '../../wallet/judging.ts';
import { fittingName } from '../../wallet/own-names.ts';
import { selfOf } from '../../wallet/ownership.ts';
import type { Preferences } from '../../wallet/preferences.ts';
import { ownReport } from '../report-for.ts';
import type { ReportOn } from '../types.ts';

export function judgeBy(
  reportOn: ReportOn,
  settings: Settings,
  lists: TrustLists,
  names: Pick<Preferences, 'name' | 'names'>,
): Judge {
  const self = selfOf(settings.emails, names);
  return {
    // Most changes of the settings concern sites: thousands of badges are not judged anew for them.
    by: digestOf([self, trustedDigest(lists.trusted)]),
    self,
    reportOn: (examined) =>
      ownReport(reportOn, examined, settings, lists, fittingName(examined.holderName, self.names ?? [])),
  };
}

const digests = new WeakMap<TrustLists['trusted'], string>();

/** Registries list thousands of issuers, and the lists stay the same ones until they change. */
function trustedDigest(trusted: TrustLists['trusted']): string {
  const digest = digests.get(trusted) ?? digestOf(trusted);
  digests.set(trusted, digest);
  return digest;
}

/** Addresses have no business in the tables where this stands. */
function digestOf(value: unknown): string {
  return bytesToHex(sha256(new TextEncoder().encode(JSON.stringify(value))));
}
