import { keyOf } from '../../cast/badge.ts';
import { bulkBadge, GENUINE } from '../../cast/catalogue.ts';
import { uuid } from '../../cast/ids.ts';

export interface HostileLink {
  text: string;
  href: string;
  /** The mark it must get, or null for none. */
  key: string | null;
}

const id = uuid('never issued');
const enc = encodeURIComponent;
const [one, two, three] = [bulkBadge(4001), bulkBadge(4002), bulkBadge(4003)];
const go = (target: string) => `https://www.linkedin.com/safety/go/?url=${enc(target)}`;

/** Links made by somebody who wishes us ill, and a few that look odd but are honest. */
export const HOSTILE_LINKS: readonly HostileLink[] = [
  { text: 'A host that ends like Credly', href: `https://notcredly.com/badges/${id}`, key: null },
  { text: 'A host that starts like Credly', href: `https://www.credly.com.hostile.example/badges/${id}`, key: null },
  { text: 'Credly as user name', href: `https://www.credly.com@hostile.example/badges/${id}`, key: null },
  { text: 'User name at Credly', href: `https://admin:secret@www.credly.com/badges/${id}`, key: null },
  { text: 'An odd port', href: `https://www.credly.com:8443/badges/${id}`, key: null },
  { text: 'A homograph (Cyrillic е)', href: `https://www.crеdly.com/badges/${id}`, key: null },
  { text: 'A script', href: `javascript:location='https://www.credly.com/badges/${id}'`, key: null },
  { text: 'A data address', href: `data:text/html,https://www.credly.com/badges/${id}`, key: null },
  {
    text: 'The badge in another site’s query',
    href: `https://hostile.example/?u=https://www.credly.com/badges/${id}`,
    key: null,
  },
  { text: 'Private host behind the wrapper', href: go(`https://169.254.169.254/badges/${id}`), key: null },
  { text: 'A path that climbs', href: `https://www.credly.com/badges/../../api/v1/secrets/${id}`, key: null },
  {
    text: 'A wrapper on another host',
    href: `https://linkedin.com.hostile.example/safety/go/?url=${enc(GENUINE.address)}`,
    key: null,
  },
  { text: 'Five wrappers deep', href: go(go(go(go(go(GENUINE.address))))), key: null },
  {
    text: 'A badge type, nobody’s badge',
    href: 'https://www.credly.com/org/northlight/badge/cloud-practitioner',
    key: null,
  },
  { text: 'A placeholder', href: 'https://www.credly.com/badges/YOUR_BADGE_ID/public_url', key: null },
  { text: 'Very long', href: `https://www.credly.com/badges/${'a'.repeat(6000)}`, key: null },
  {
    text: '<img src=x onerror=alert(1)> " onmouseover="alert(2)',
    href: 'https://hostile.example/"><script>alert(3)</script>',
    key: null,
  },
  { text: 'Honest: two wrappers deep', href: go(go(GENUINE.address)), key: keyOf(GENUINE) },
  { text: 'Honest: clear text scheme', href: one.address.replace('https:', 'http:'), key: keyOf(one) },
  { text: 'Honest: upper case', href: two.address.replace(two.id, two.id.toUpperCase()), key: keyOf(two) },
  { text: 'Honest: cut-off tail', href: `${three.address}/linked_i`, key: keyOf(three) },
];
