/** Endorsements of Open Badges 2.0: what others say about an assertion, a badge class or an issuer. */
import { parseWebAddress, sameAddress } from '../badge/address.ts';
import type { Check } from '../badge/report.ts';
import { hasType, idOf, isObject, type JsonObject, list, member, single, text } from '../json/members.ts';
import { verificationOf } from './detect.ts';
import { descriptionOf } from './fields.ts';
import { badValue, missing } from './reading.ts';

const MAX_ENDORSEMENTS = 10;

export interface EndorsementLink {
  /** Where the endorsement is to be read. Like a hosted badge it proves nothing as a copy: an embedded one gives its address and no more. */
  address: string;
  /** Identifier of the document it hangs on, which it has to be about. */
  about: string;
}

/** The endorsements that hang on these documents. Those without an address of their own cannot be verified and are not among them. */
export function endorsementsOn(...documents: readonly JsonObject[]): EndorsementLink[] {
  const links = documents.flatMap((document) => {
    const about = idOf(document);
    if (about === undefined) return [];
    return list(member(document, 'endorsement')).flatMap((value) => {
      const address = parseWebAddress(isObject(value) ? idOf(value) : text(value))?.href;
      return address === undefined ? [] : [{ address, about }];
    });
  });
  return links.slice(0, MAX_ENDORSEMENTS);
}

export interface EndorsementReading {
  comment?: string;
  /** Where the endorser's Profile stands: an address, or an object. */
  issuer: unknown;
  issuedOn: unknown;
  problems: Check[];
}

/** Reads an Endorsement at its own address (Open Badges 2.0, "Endorsement"): an assertion whose claim is about `about`, and about nothing else. */
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
  const comment = isObject(claim) ? descriptionOf(member(claim, 'endorsementComment')) : undefined;
  return {
    ...(comment !== undefined && { comment }),
    issuer: single(member(document, 'issuer')),
    issuedOn: member(document, 'issuedOn'),
    problems,
  };
}
