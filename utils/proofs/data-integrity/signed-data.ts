/** From a document and one of its proofs to the bytes that were signed. */
import canonicalize from 'canonicalize';
import type { Check } from '../../badge/report.ts';
import { joinBytes } from '../../bytes/join.ts';
import { type JsonObject, list, member } from '../../json/members.ts';
import { detailOf } from '../../net/fetch-document.ts';
import { type Canonical, canonize, wellFormed } from '../json-ld/canonize.ts';
import type { PinnedContexts } from '../json-ld/contexts.ts';
import { digest, type Sha } from '../json-ld/digest.ts';
import {
  contextProblem,
  doubtsAbout,
  type LinkedDocument,
  type LinkedResult,
  readLinked,
} from '../json-ld/linked-document.ts';
import { lookThrough } from '../json-ld/look-through.ts';
import { malformed, type ReadProof } from './proof-form.ts';

export type Bytes = Uint8Array<ArrayBuffer>;

/** What a signature is about, made ready; or why it cannot be. */
export type SignedData<T> =
  | {
      ok: true;
      data: T;
      /** What keeps the document from counting although the signature should fit. */
      doubts: readonly Check[];
    }
  | { ok: false; problem: Check };

/** A credential and all its proofs. What several proofs need of it is worked out once. */
export class SignedDocument {
  readonly pinned: PinnedContexts;
  readonly #unsecured: JsonObject;
  readonly #proofs: readonly unknown[];
  #linked: Promise<LinkedResult> | undefined;

  constructor(document: JsonObject, pinned: PinnedContexts) {
    const { proof, ...unsecured } = document;
    this.#unsecured = unsecured;
    this.#proofs = list(proof);
    this.pinned = pinned;
  }

  /** The document as this proof covers it: without proofs, but for those that it names as earlier ones. Null when one of these is not there, or not only once. */
  coveredBy({ previous }: ReadProof): JsonObject | null {
    if (previous.length === 0) return this.#unsecured;
    const earlier: unknown[] = [];
    for (const id of previous) {
      const named = this.#proofs.filter((proof) => (proof as JsonObject | null)?.id === id);
      if (named.length !== 1) return null;
      earlier.push(named[0]);
    }
    return { ...this.#unsecured, proof: earlier };
  }

  read(covered: JsonObject): Promise<LinkedResult> {
    if (covered !== this.#unsecured) return readLinked(covered, this.pinned);
    this.#linked ??= readLinked(covered, this.pinned);
    return this.#linked;
  }
}

/** The two parts of what is signed over RDF, read. */
export interface LinkedParts {
  document: LinkedDocument;
  options: LinkedDocument;
}

/** The document and the proof's own members, both under the document's contexts (VC Data Integrity EdDSA and ECDSA, "Proof Configuration"). */
export async function readLinkedParts(signed: SignedDocument, proof: ReadProof): Promise<SignedData<LinkedParts>> {
  const covered = signed.coveredBy(proof);
  if (!covered) return { ok: false, problem: malformed('previousProof') };
  const own = { ...proof.options, '@context': member(covered, '@context') };
  const [document, options] = await Promise.all([signed.read(covered), readLinked(own, signed.pinned)]);
  if (!document.ok) return document;
  if (!options.ok) return options;
  const doubts = await doubtsAbout(document.linked, signed.pinned);
  const odd = options.linked.looked.odd;
  if (odd !== undefined)
    doubts.push({ id: 'format', outcome: 'unknown', code: 'format-two-readings', ...detailOf(odd) });
  return { ok: true, data: { document: document.linked, options: options.linked }, doubts };
}

/** Hash of the proof's members, then hash of the document, both in canonical RDF. */
export async function rdfData(signed: SignedDocument, proof: ReadProof, sha: Sha): Promise<SignedData<Bytes>> {
  const parts = await readLinkedParts(signed, proof);
  if (!parts.ok) return parts;
  const { document, options } = parts.data;
  const texts = await Promise.all([options, document].map(({ dataset }) => canonize(dataset, sha)));
  return hashed(texts, sha, parts.doubts);
}

/** The same over the JSON itself (RFC 8785). */
export async function jsonData(signed: SignedDocument, proof: ReadProof, sha: Sha): Promise<SignedData<Bytes>> {
  const covered = signed.coveredBy(proof);
  if (!covered) return { ok: false, problem: malformed('previousProof') };
  const looked = lookThrough(covered);
  const problem = contextProblem(covered, looked, signed.pinned) ?? unsignedContext(covered, proof);
  if (problem) return { ok: false, problem };
  const doubts: Check[] = [];
  if (looked.inline.length > 0) doubts.push({ id: 'format', outcome: 'unknown', code: 'format-inline-context' });
  // One context may stand alone or in a list: what was signed is the proof's way of writing it.
  const written = Object.hasOwn(proof.options, '@context') ? proof.options : covered;
  const document = { ...covered, '@context': member(written, '@context') };
  return hashed([proof.options, document].map(canonicalJson), sha, doubts);
}

/**
 * A proof over JSON says which contexts it was made under. The standard lets the document have more, which nobody signed; here it may not (VC Data Integrity
 * EdDSA, "Verify Proof (eddsa-jcs-2022)", and ECDSA likewise).
 */
function unsignedContext(document: JsonObject, { options }: ReadProof): Check | undefined {
  if (!Object.hasOwn(options, '@context')) return undefined;
  const signed = list(member(options, '@context'));
  const present = list(member(document, '@context'));
  if (signed.some((context, index) => !isSame(context, present[index]))) return malformed('@context');
  const more = present[signed.length];
  return more === undefined
    ? undefined
    : { id: 'format', outcome: 'unknown', code: 'format-unknown-context', ...detailOf(more) };
}

function isSame(one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map(canonicalJson);
  return first?.ok === true && second?.ok === true && first.text === second.text;
}

/** canonicalize throws for text that is no Unicode, as RFC 8785 has it. */
function canonicalJson(value: unknown): Canonical {
  try {
    return wellFormed(canonicalize(value) ?? '');
  } catch {
    return wellFormed('\uD800');
  }
}

async function hashed(texts: readonly Canonical[], sha: Sha, doubts: readonly Check[]): Promise<SignedData<Bytes>> {
  const hashes: Bytes[] = [];
  for (const canonical of texts) {
    if (!canonical.ok) return canonical;
    hashes.push(await digest(sha, canonical.text));
  }
  return { ok: true, data: joinBytes(hashes), doubts };
}
