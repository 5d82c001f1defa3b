/** ecdsa-sd-2023: the issuer signed each statement by itself, so that the holder can leave out what nobody asked for (VC Data Integrity ECDSA). */

import { base58 } from '@scure/base';
import library, { type Term } from 'rdf-canonize';
import { joinBytes } from '../../bytes/join.ts';
import { canonize } from '../json-ld/canonize.ts';
import type { Dataset } from '../json-ld/dataset.ts';
import { digest } from '../json-ld/digest.ts';
import { importKey } from '../keys/crypto-key.ts';
import { readMultikey } from '../keys/multikey.ts';
import type { ReadProof } from './proof-form.ts';
import { malformed } from './proof-form.ts';
import type { DerivedProof } from './proof-value.ts';
import { type Bytes, readLinkedParts, type SignedData, type SignedDocument } from './signed-data.ts';
import { verify } from './verify-signature.ts';

/** What the issuer signed, and whether the statements shown here are among it. */
export interface Disclosed {
  signed: Bytes;
  statementsHold: boolean;
}

export async function disclosedData(
  document: SignedDocument,
  proof: ReadProof,
  derived: DerivedProof,
): Promise<SignedData<Disclosed>> {
  const parts = await readLinkedParts(document, proof);
  if (!parts.ok) return parts;
  const labels = new Map<string, string>();
  const { dataset } = parts.data.document;
  const [options, canonical] = await Promise.all([
    canonize(parts.data.options.dataset, 'SHA-256'),
    canonize(dataset, 'SHA-256', labels),
  ]);
  if (!options.ok) return options;
  if (!canonical.ok) return canonical;
  const statements = relabelled(dataset, labels, derived.labels);
  if (!statements) return { ok: false, problem: malformed('labels') };
  const { mandatory, publicKey, signatures } = derived;
  if ([...mandatory].some((index) => index >= statements.length)) return { ok: false, problem: malformed('indexes') };
  const shown = statements.filter((_, index) => !mandatory.has(index));
  if (shown.length !== signatures.length) return { ok: false, problem: malformed('signatures') };

  const always = statements.filter((_, index) => mandatory.has(index)).join('');
  return {
    ok: true,
    data: {
      signed: joinBytes([await digest('SHA-256', options.text), publicKey, await digest('SHA-256', always)]),
      statementsHold: await eachSigned(shown, derived),
    },
    doubts: parts.doubts,
  };
}

/**
 * The statements with their nameless nodes under the names that the issuer gave them, sorted. Null unless every node has one and every name its node: what is left over
 * could be altered unnoticed.
 */
function relabelled(
  dataset: Dataset,
  canonical: ReadonlyMap<string, string>,
  labels: ReadonlyMap<string, string>,
): string[] | null {
  if (canonical.size !== labels.size || ![...canonical.values()].every((name) => labels.has(name))) return null;
  const relabel = (term: Term): Term =>
    term.termType === 'BlankNode' ? { ...term, value: labels.get(canonical.get(term.value) ?? '') ?? '' } : term;
  const { serializeQuadComponents } = library.NQuads;
  return dataset
    .map(({ subject, predicate, object, graph }) =>
      serializeQuadComponents(relabel(subject), predicate, relabel(object), relabel(graph)),
    )
    .sort();
}

async function eachSigned(statements: readonly string[], { publicKey, signatures }: DerivedProof): Promise<boolean> {
  const reading = readMultikey(`z${base58.encode(publicKey)}`);
  if (!reading.ok || reading.kind !== 'P-256') return false;
  const key = await importKey({ kind: reading.kind, id: '', jwk: reading.jwk }, 'ES256');
  const encoder = new TextEncoder();
  const answers = await Promise.all(
    statements.map((statement, index) => verify(key, signatures[index], encoder.encode(statement))),
  );
  return !answers.includes(false);
}
