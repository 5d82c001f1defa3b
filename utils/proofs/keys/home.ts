import { addressOfDidWeb } from './did.ts';
import { addressOf } from './identifiers.ts';

/** The origin where an identifier lives: of a web address its own, of a did:web its document's. Null for one that lives nowhere. */
export function homeOf(id: string): string | null {
  const didWeb = addressOfDidWeb(id);
  return (didWeb === null ? addressOf(id) : new URL(didWeb))?.origin ?? null;
}

/** Does the address stand on the issuer's own origin? */
export function livesAt(address: string, issuer: string): boolean {
  const home = homeOf(issuer);
  return home !== null && addressOf(address)?.origin === home;
}
