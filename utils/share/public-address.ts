import { parseWebAddress } from '../badge/address.ts';
import { isUuid } from '../badge/uuid.ts';
import { recogniseLink } from '../links/index.ts';
import { rulesOf } from '../links/rules.ts';
import { unwrapped } from '../links/unwrap.ts';
import { cleanAddress } from './clean-address.ts';

/** What is known of where a badge can be seen. */
export interface Place {
  /** Folder name under utils/platforms and the id there. */
  platform?: { id: string; badge: string };
  url?: string;
  /** The identifier the document gives itself. */
  id?: string;
}

/** A program's answer, nothing a person would look at. */
const DATA_ONLY = /^https:\/\/(?:api\.accredible\.com|www\.credly\.com\/api)\//;

/**
 * The address at which everybody sees the badge, built anew out of the platform's id where that is enough. Never an earner's own page, a profile, a
 * short link, or another page of a platform; undefined where none is left.
 */
export function publicAddress({ platform, url, id }: Place): string | undefined {
  return (platform && ofPlatform(platform.id, platform.badge)) ?? ofLink(url) ?? ofLink(id);
}

function ofPlatform(platform: string, badge: string): string | undefined {
  const id = badge.toLowerCase();
  return platform === 'credly' && isUuid(id) ? `https://www.credly.com/badges/${id}/public_url` : undefined;
}

function ofLink(address: string | undefined): string | undefined {
  // Whole as it is: what ends with a bracket or a dot here does not stand in a text.
  const url = unwrapped(parseWebAddress(address));
  if (!url) return undefined;
  const link = recogniseLink(url.href);
  if (link) {
    const shows = link.kind === 'badge' || link.kind === 'achievement' || link.kind === 'transcript';
    if (!shows || DATA_ONLY.test(link.url)) return undefined;
    return ofPlatform(link.platform, link.id) ?? cleanAddress(link.url);
  }
  // A platform's host, but none of its credentials: a catalogue page, a template, a sign-in.
  const known = rulesOf(url.hostname).some(({ host, kind }) => host !== '*' && kind !== 'wrapper');
  return known ? undefined : cleanAddress(url.href);
}
