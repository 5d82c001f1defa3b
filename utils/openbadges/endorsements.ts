/** Endorsements of Open Badges 2.0: what others say about an assertion, a badge class or an issuer. */
import { parseWebAddress, sameAddress } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import { hasType, idOf, isObject, type JsonObject, list, member, single, text } from '../json/members.ts';
import { detectCompact, verificationOf } from './detect.ts';
import { badValue, missing } from './reading.ts';
import type { PartList } from './v3/parts.ts';

/** Each takes two requests as a rule, which together with the badge's own fit into what one badge may ask for. */
const MAX_ENDORSEMENTS = 5;

/** A document of a badge, and the address it was found to be at home at. */
export interface PlacedDocument {
  document: JsonObject;
  /** Absent: nothing but the document itself says how it is called, and anybody may call his own by another's name. */
  address?: string;
}

/** Where an endorsement is to be read. Like a hosted badge it proves nothing as a copy: an embedded one gives its address and no more. */
export type EndorsementLink = ({ address: string } | { jws: string }) & {
  /** Address of the document it hangs on, which it has to be about. */
  about: string;
};

/** The endorsements that hang on these documents, each once. Those that can be neither fetched nor checked by a signature are only counted. */
export function endorsementsOn(documents: readonly PlacedDocument[]): PartList<EndorsementLink> {
  const entries = documents.flatMap(({ document, address }) =>
    list(member(document, 'endorsement')).map((value) => linkTo(value, address)),
  );
  const readable = entries.filter((link) => link !== null);
  const distinct = [...new Map(readable.map((link) => [JSON.stringify(link), link])).values()];
  const items = distinct.slice(0, MAX_ENDORSEMENTS);
  return { items, unreadable: entries.length - readable.length, omitted: distinct.length - items.length };
}

function linkTo(value: unknown, about: string | undefined): EndorsementLink | null {
  if (about === undefined) return null;
  const words = isObject(value) ? idOf(value) : text(value);
  if (words === undefined) return null;
  if (!isObject(value) && detectCompact(words) === 'jws') return { jws: words, about };
  const address = parseWebAddress(words)?.href;
  return address === undefined ? null : { address, about };
}

export interface EndorsementReading {
  /** Where the endorser's Profile stands: an address, or an object. */
  issuer: unknown;
  issuedOn: unknown;
  expires: unknown;
  problems: Check[];
}

/**
 * Reads an Endorsement (Open Badges 2.0, "Endorsement"): an assertion whose claim is about `about`, and about nothing else. How it is verified
 * is for the caller to judge.
 */
export function readEndorsement(document: JsonObject, about: string): EndorsementReading {
  const claim = single(member(document, 'claim'));
  const subject = isObject(claim) ? idOf(claim) : undefined;
  const problems: Check[] = [];
  if (!hasType(document, 'Endorsement')) problems.push(missing('endorsement.type'));
  if (idOf(document) === undefined) problems.push(missing('endorsement.id'));
  if (subject === undefined) problems.push(missing('endorsement.claim.id'));
  else if (subject !== about && !sameAddress(subject, about)) problems.push(badValue('endorsement.claim.id'));
  for (const name of ['issuer', 'issuedOn'] as const) {
    if (single(member(document, name)) === undefined) problems.push(missing(`endorsement.${name}`));
  }
  if (verificationOf(document) === null) problems.push(missing('endorsement.verification'));
  return {
    issuer: single(member(document, 'issuer')),
    issuedOn: member(document, 'issuedOn'),
    expires: member(document, 'expires'),
    problems,
  };
}
