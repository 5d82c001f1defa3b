import type { Examined } from '../badge/report.ts';
import type { SignedForm } from './detect.ts';
import type { PlacedDocument } from './endorsements.ts';

/** What a platform knows about its own hosting, beyond what the standard says. All members may be left out for a badge of nobody's platform. */
export interface HostedRules {
  /** Does the id that the document gives itself name what was asked for? Default: the same address, scheme and fragment aside. */
  names?(id: string, asked: string): boolean;
  /**
   * Hosts of one operator who answers for everything on them. Badge class and issuer may then stand embedded in the operator's own answer (their
   * `verification` is not read even so), and its hosts speak for each other.
   */
  family?: readonly string[];
  /** Documents outside the family are not fetched: the operator publishes all of them itself. */
  familyOnly?: boolean;
  /** Hosts the assertion may be answered from. */
  finalHosts?: readonly string[];
  platform?: { id: string; vets: boolean };
  /** The public page of the badge. */
  page?: string;
  /** What was handed in; only its address was used, and a difference is told. */
  presented?: unknown;
}

/** A document that turned out to need a signature check. */
export interface SignedFinding {
  kind: 'signed';
  form: SignedForm;
  /** JSON value, or the compact text. */
  document: unknown;
  url: string;
  /** The text named a member twice: two readers may see two badges, and a signature must not rest on that. */
  ambiguous?: boolean;
}

export interface PictureFinding {
  kind: 'picture';
  bytes: Uint8Array;
  url: string;
}

export interface HostedFinding {
  kind: 'examined';
  examined: Examined;
  /** The documents of a 2.0 badge on which endorsements may hang: assertion, class and issuer, as far as they were read. */
  parts: readonly PlacedDocument[];
}

export type HostedResult = HostedFinding | SignedFinding | PictureFinding;
