/** Is it the user's own? Everything is compared on this machine. */
import { matchesRecipient } from '../badge/recipient.ts';
import type { Examined, RecipientIdentity } from '../badge/report.ts';
import { isOwnName } from './own-names.ts';
import type { Preferences } from './preferences.ts';
import type { BadgeRow, Ownership } from './types.ts';

/** Whom the user says they are. */
export interface Self {
  emails: readonly string[];
  /** Names that the user has said to be theirs, the one that they go by first. */
  names?: readonly string[];
}

export function selfOf(emails: readonly string[], { name, names }: Pick<Preferences, 'name' | 'names'>): Self {
  return { emails, names: [...new Set([name, ...names])].filter((each) => each.trim() !== '') };
}

type Named = Pick<Examined, 'recipients' | 'holderName' | 'holderIsHandle'>;

/**
 * An address that fits proves it. A badge that names an e-mail address no address of the user fits is a reference, whatever was said, as is one that
 * names a person as long as the user has not said to be of that name. Where nothing can be compared the user's own statement counts, and is called that.
 */
export function ownershipOf(examined: Named, statement: BadgeRow['statement'], self: Self): Ownership {
  if (statement === 'reference') return 'reference';
  if (fitsAnAddress(examined, self)) return 'proved';
  if (namesAnAddress(examined)) return 'reference';
  const holder = namedHolder(examined);
  if (holder === undefined) return 'stated';
  return isOwnName(holder, self.names ?? []) ? 'stated' : 'reference';
}

/** The person by whose name alone it can be known whose a badge is; undefined where an address says it, or nothing does. */
export function namedHolder(examined: Named): string | undefined {
  const { holderName, holderIsHandle } = examined;
  // A user name is chosen freely.
  return namesAnAddress(examined) || holderIsHandle ? undefined : holderName;
}

/** Names of which the user has not said "this is me" yet, with the number of badges that bear each; the most frequent first. */
export function unconfirmedNames(badges: readonly Named[], self: Self): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const badge of badges) {
    const name = fitsAnAddress(badge, self) ? undefined : namedHolder(badge);
    if (name !== undefined && !isOwnName(name, self.names ?? [])) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

function fitsAnAddress({ recipients }: Named, { emails }: Self): boolean {
  return recipients.some((recipient) => matchesRecipient(recipient, emails));
}

/** Whether knowing more of the user's addresses could settle it. */
export function namesAnAddress({ recipients }: Pick<Examined, 'recipients'>): boolean {
  return recipients.some(isEmail);
}

/** Open Badges 1.x and 2.0 say `email`, 3.0 says `emailAddress`. */
function isEmail({ type }: RecipientIdentity): boolean {
  return /^e-?mail/i.test(type);
}
