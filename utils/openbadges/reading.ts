import type { Badge, Check, RecipientIdentity, Standard } from '../badge/report.ts';
import type { JsonObject } from '../json/members.ts';

/** What a badge class says, in whatever version it was written. */
export interface ClassReading {
  name?: string;
  description?: string;
  image?: string;
  criteria?: string;
  skills: string[];
  /** Where the issuer stands: an address, or an object that names one. */
  issuer: unknown;
  problems: Check[];
}

export interface IssuerReading {
  name?: string;
  url?: string;
  problems: Check[];
}

/** What an assertion says, in whatever version it was written. */
export interface AssertionReading {
  standard: Standard;
  recipients: RecipientIdentity[];
  holderName?: string;
  issuedOn: unknown;
  expires: unknown;
  image?: string;
  evidence: string[];
  /** Where the badge class stands: an address, or an object. */
  badge: unknown;
  problems: Check[];
}

/** One version of the standard: how its three documents are read. Pure; the network is `hosted.ts`'s business. */
export interface VersionReader {
  /** The address the document gives as its own, if this version has one. */
  ownAddress(assertion: JsonObject): string | undefined;
  assertion(document: JsonObject, base: string): AssertionReading;
  badgeClass(document: JsonObject, base: string): ClassReading;
  issuer(document: JsonObject, base: string): IssuerReading;
}

export function missing(name: string): Check {
  return { id: 'format', outcome: 'fail', code: 'format-missing-member', detail: name };
}

export function badValue(name: string): Check {
  return { id: 'format', outcome: 'fail', code: 'format-bad-value', detail: name };
}

/** Puts a Badge together. Null without a name: there is nothing to show. */
export function badgeOf(
  assertion: AssertionReading,
  badgeClass: ClassReading | null,
  issuer: { id?: string; name?: string; url?: string },
  rest: Pick<Badge, 'id' | 'url' | 'raw' | 'issuedOn' | 'expires'>,
): Badge | null {
  if (badgeClass?.name === undefined) return null;
  const { description, criteria, skills, name } = badgeClass;
  const image = assertion.image ?? badgeClass.image;
  return {
    name,
    ...(description !== undefined && { description }),
    ...(image !== undefined && { image }),
    issuer: {
      ...(issuer.id !== undefined && { id: issuer.id }),
      name: issuer.name ?? '',
      ...(issuer.url !== undefined && { url: issuer.url }),
    },
    ...(assertion.holderName !== undefined && { recipientName: assertion.holderName }),
    ...(criteria !== undefined && { criteria }),
    ...(assertion.evidence.length > 0 && { evidence: assertion.evidence }),
    skills,
    standard: assertion.standard,
    ...rest,
  };
}
