/** What makes two claims the same badge. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Examined } from '../badge/report.ts';
import { badgeKey, recogniseLink } from '../links/index.ts';

const MAX_IDENTITY = 2_100;

/**
 * The names under which a badge may come again, most telling first: a platform's id for every address of it that we know (`platform:id`), and the
 * identifier that the credential gives itself together with its issuer's (an identifier alone could be anybody's). Two claims are the same badge when
 * they share one. `address`: where it was asked for. `original`: what was handed in; its hash names a badge that names nothing itself.
 */
export function identitiesOf(examined: Examined, address?: string, original?: Uint8Array): string[] {
  const { badge, issuer, proof } = examined;
  // What nobody answered for may name whatever address it likes: it must not take another badge's place.
  const proved = proof === 'signed' || proof === 'hosted' || proof === 'record';
  const addresses = [address, ...(proved ? [badge?.id, badge?.url] : [])];
  const keys = addresses.flatMap((each) => keyOf(each));
  const own = proved && badge?.id !== undefined ? [`${issuer.id ?? badge.issuer.id ?? ''}|${badge.id}`] : [];
  const found = [...new Set([...keys, ...own])].filter((identity) => identity.length <= MAX_IDENTITY);
  return found.length > 0 || !original ? found : [`sha256|${bytesToHex(sha256(original))}`];
}

function keyOf(address: string | undefined): string[] {
  const link = address === undefined ? null : recogniseLink(address);
  if (!link || link.kind === 'profile' || link.kind === 'short-link') return [];
  return [badgeKey(link)];
}
