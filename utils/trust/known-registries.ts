import type { Registry } from '../settings/trust-entries.ts';

/**
 * Registries of the field that publish their list as one document. None is loaded until the reader switches it on: each has rules of
 * its own for who gets on it. The consortium's sandbox lists test issuers and is left out for that reason.
 */
export const KNOWN_REGISTRIES: readonly Registry[] = [
  {
    name: 'DCC Community Registry',
    address: 'https://digitalcredentials.github.io/community-registry/registry.json',
  },
  { name: 'DCC Registry', address: 'https://digitalcredentials.github.io/dcc-registry/registry.json' },
];
