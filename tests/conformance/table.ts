import { writeFile } from 'node:fs/promises';

export interface Outcome {
  kind: string;
  expected: string;
  right: boolean;
}

/** What the vectors of a kind are, and which of the peers say or show in their source that they check such a thing (docs, read in November 2026). */
const KINDS: Record<string, { words: string; peers: string }> = {
  'ob0.5-hosted': { words: 'Open Badges 0.5, hosted', peers: 'validator-core (Python), Mozilla' },
  'ob1-hosted': { words: 'Open Badges 1.0, hosted', peers: 'validator-core (Python), Mozilla' },
  'ob1.1-hosted': { words: 'Open Badges 1.1, hosted', peers: 'validator-core (Python), Mozilla' },
  'ob1-signed': { words: 'Open Badges 1.x, signed', peers: 'validator-core (Python), Mozilla' },
  'ob2-hosted': {
    words: 'Open Badges 2.0, hosted',
    peers: 'validator-core (Python); 1EdTech (copy in hand not fetched anew)',
  },
  'ob2-signed': { words: 'Open Badges 2.0, signed', peers: 'validator-core (Python); 1EdTech (any RSA algorithm)' },
  'ob3-di': {
    words: 'Open Badges 3.0 with Data Integrity proofs',
    peers:
      '1EdTech (key from the fragment believed), verifier-core (eddsa-rdfc-2022, Ed25519Signature2020), Digital Bazaar',
  },
  'ob3-jwt': { words: 'Open Badges 3.0 as VC-JWT', peers: '1EdTech (RS256, ES256; header key believed)' },
  'ob3-status': {
    words: 'Status lists of Open Badges 3.0',
    peers: '1EdTech and verifier-core (first entry only), Digital Bazaar (no minimum length)',
  },
  'status-list': { words: 'Status lists, decoded', peers: 'Digital Bazaar' },
  clr2: { words: 'CLR 2.0', peers: '1EdTech' },
  endorsement: { words: 'Endorsement credentials', peers: '1EdTech' },
  'baked-png': { words: 'Badges baked into PNG', peers: '1EdTech, validator-core (Python)' },
  'baked-svg': { words: 'Badges baked into SVG', peers: '1EdTech (`verify` before the body), validator-core (Python)' },
  'di-proof': { words: 'Data Integrity proofs of any credential', peers: 'Digital Bazaar' },
  'di-proof-sd': { words: 'Selective disclosure, ecdsa-sd-2023', peers: '1EdTech, Digital Bazaar' },
  'did-resolution': { words: 'DIDs: did:key, did:jwk, did:web', peers: '1EdTech and verifier-core (no did:jwk)' },
  'recipient-hash': { words: 'Hashed recipients', peers: 'validator-core (Python)' },
  'vc-di': { words: 'Other credentials with Data Integrity proofs', peers: 'Digital Bazaar' },
  'vc-jose': { words: 'Other credentials as JWT', peers: '—' },
  'vc-sdjwt': { words: 'SD-JWT: recognised, not supported', peers: '—' },
  'vcdm2-structure': { words: 'Structure of W3C credentials', peers: '1EdTech' },
};

/** Writes docs/conformance.md: how many vectors of each kind and expected answer this engine answers right. */
export async function writeTable(outcomes: readonly Outcome[]): Promise<void> {
  const rows = [...new Set(outcomes.map(({ kind }) => kind))].sort().map((kind) => {
    const { words, peers } = KINDS[kind] ?? { words: kind, peers: '' };
    const cell = (expected: string) => {
      const those = outcomes.filter((outcome) => outcome.kind === kind && outcome.expected === expected);
      return those.length === 0 ? '' : `${those.filter(({ right }) => right).length} of ${those.length}`;
    };
    return `| ${words} | ${cell('valid')} | ${cell('invalid')} | ${cell('unverifiable')} | ${peers} |`;
  });
  const right = outcomes.filter((outcome) => outcome.right).length;
  const text = `# Conformance

Written by \`npm run conformance -- --table\`; do not edit. The vectors are other projects' test inputs (with their real signatures) and attacks that no project ships; they are not part of this repository. A cell says how many of the vectors that should be answered so are answered so (or by another answer that the vector calls acceptable). The counts are Node’s; Chromium’s worker and Firefox’s event page give the same answers and the same reports, which the end-to-end tests compare (tests/e2e/*/conformance.*). The last column is what the peers' own source or documentation says that they check, not a measurement.

| kind | valid | invalid | cannot be decided | peers that check it |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

${right} of ${outcomes.length} in all.
`;
  await writeFile(new URL('../../docs/conformance.md', import.meta.url), text);
}
