/** Is it the user's own? Everything is compared on this machine. */
import { compareNames } from '../badge/names.ts';
import { matchesRecipient } from '../badge/recipient.ts';
import type { Examined, RecipientIdentity } from '../badge/report.ts';
import type { BadgeRow, Ownership } from './types.ts';

/** Whom the user says they are. */
export interface Self {
  emails: readonly string[];
  /** The name on the user's profile, where one was entered. */
  name?: string;
}

/** `name`: '' where none was entered. */
export function selfOf(emails: readonly string[], name: string): Self {
  return { emails, ...(name !== '' && { name }) };
}

/**
 * An address that fits proves it. A badge that names an e-mail address no address of the user fits is a reference, whatever was said, as is one that
 * plainly names somebody else. Where nothing can be compared the user's own statement counts, and is called that.
 */
export function ownershipOf(
  examined: Pick<Examined, 'recipients' | 'holderName' | 'holderIsHandle'>,
  statement: BadgeRow['statement'],
  self: Self,
): Ownership {
  const { recipients, holderName, holderIsHandle } = examined;
  if (recipients.some((recipient) => matchesRecipient(recipient, self.emails))) {
    return statement === 'mine' ? 'proved' : 'reference';
  }
  if (statement === 'reference' || namesAnAddress({ recipients })) return 'reference';
  const named = holderName !== undefined && !holderIsHandle && self.name !== undefined && self.name.trim() !== '';
  return named && compareNames(holderName, self.name ?? '') === 'differs' ? 'reference' : 'stated';
}

/** Whether knowing more of the user's addresses could settle it. */
export function namesAnAddress({ recipients }: Pick<Examined, 'recipients'>): boolean {
  return recipients.some(isEmail);
}

/** Open Badges 1.x and 2.0 say `email`, 3.0 says `emailAddress`. */
function isEmail({ type }: RecipientIdentity): boolean {
  return /^e-?mail/i.test(type);
}
