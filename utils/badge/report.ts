/**
 * The answer that Touchstone gives about a badge: three separate questions, never one green light.
 * Types only.
 */
import type { CheckCode, CheckId, CheckOutcome } from './check.ts';

/** Is it real? See docs/architecture.md, "The answer". */
export const VERDICTS = [
  'verified',
  'expired',
  'not-yet-valid',
  'suspended',
  'revoked',
  'invalid',
  'not-found',
  'undecided',
  'unsupported',
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What kind of proof the verdict rests on, strongest first. `page` is never enough for `verified`. */
export const PROOFS = ['signed', 'hosted', 'record', 'page', 'none'] as const;
export type Proof = (typeof PROOFS)[number];

/** The colour family. Derived by `toneOf`, and by nothing else. */
export const TONES = ['ok', 'caution', 'bad', 'unknown'] as const;
export type Tone = (typeof TONES)[number];

/** Who says so? */
export const STANDINGS = ['trusted', 'vetted', 'unvetted', 'unlisted', 'impostor'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Is it theirs? A comparison of names is a heuristic and is worded as one. */
export const HOLDER_MATCHES = ['yours', 'same', 'similar', 'differs', 'unknown'] as const;
export type HolderMatch = (typeof HOLDER_MATCHES)[number];

export interface Holder {
  match: HolderMatch;
  /** The person the badge (or, weaker, its public page) names. */
  name?: string;
}

export interface IssuerJudgement {
  standing: Standing;
  name?: string;
  /** The issuer's own identifier: an https address or a DID. */
  id?: string;
}

/** The standard a badge was written in. `platform`: a platform's own record, no Open Badges document. */
export type Standard = 'OB0.5' | 'OB1' | 'OB2' | 'OB3' | 'CLR2' | 'VC' | 'platform';

export interface Badge {
  name: string;
  /** Plain text; whatever markup the issuer wrote has been taken out. */
  description?: string;
  /** Address of the picture: https or a `data:image/…` URI. Never shown directly: the background fetches and checks it. */
  image?: string;
  issuer: { id?: string; name: string; url?: string };
  recipientName?: string;
  /** ISO 8601 instants, UTC. */
  issuedOn?: string;
  expires?: string;
  /** https address, or plain text when the issuer wrote a narrative instead. */
  criteria?: string;
  evidence?: string[];
  skills: string[];
  standard: Standard;
  /** The identifier the document gives itself. */
  id?: string;
  /** The clean public address a person can open. */
  url?: string;
  /** The document as it was read (JSON value), for experts. Not kept in the cache. */
  raw: unknown;
}

/** A person as the badge identifies them: clear text or a hash (Open Badges 2.0 IdentityHash). */
export interface RecipientIdentity {
  /** `email`, `url`, `telephone`, `id` …; never assume a person. */
  type: string;
  /** Clear text, `sha256$<hex>` or `md5$<hex>`. */
  identity: string;
  hashed: boolean;
  salt?: string;
}

/** One signature that was looked at: what an expert, or a sentence about it, needs to know. */
export interface SignatureFact {
  /** Cryptosuite (`eddsa-rdfc-2022`) or JWS algorithm (`ES256`). */
  suite: string;
  /** Identifier of the verification method as the proof names it. */
  method?: string;
  /** Where the key was read: a DID, or the host of the document that lists it. */
  keyFrom?: string;
  /** ISO 8601 instants that the proof gives itself. */
  created?: string;
  expires?: string;
  outcome: CheckOutcome;
}

/** One status entry that was looked at. */
export interface StatusFact {
  /** `BitstringStatusListEntry`, `1EdTechRevocationList` … */
  type: string;
  /** `revocation`, `suspension`, `message`, `refresh`. */
  purpose: string;
  /** Address of the list. */
  list: string;
  index?: string;
  /** Who signed the list, where it is signed. */
  signedBy?: string;
  /** ISO 8601 instant until which the list says it holds. */
  until?: string;
  outcome: CheckOutcome;
}

/** The story of a signed badge. */
export interface Evidence {
  signatures: SignatureFact[];
  statuses: StatusFact[];
}

/** A credential inside another one (a CLR, a presentation), verified by itself. */
export interface Contained {
  name: string;
  verdict: Verdict;
  /** Host or DID of who signed it; never the name that the signer gives itself. */
  issuer?: string;
}

export interface Report {
  verdict: Verdict;
  tone: Tone;
  proof: Proof;
  checks: Check[];
  badge: Badge | null;
  holder: Holder;
  issuer: IssuerJudgement;
  /** ISO 8601 instant at which the evidence was read. */
  checkedAt: string;
  /** Hosts that were asked, in order, without repeats. */
  asked: string[];
  /** ISO 8601 instant before which asking again is useless (429 with Retry-After, say). */
  retryAt?: string;
  /** Of a signed badge: its signatures and status entries. */
  evidence?: Evidence;
  /** Of a credential that holds others. */
  contained?: Contained[];
}

/**
 * What was found out about a badge, before anything that depends on the reader: no holder comparison, no trust list.
 * This is what is cached, so that a change of the reader's lists takes effect at once and nothing about the person of a page is kept.
 */
export interface Examined {
  verdict: Verdict;
  proof: Proof;
  checks: Check[];
  badge: Badge | null;
  recipients: RecipientIdentity[];
  /** The person named by the badge itself, or else by its public page (a weaker statement: see check `recipient`). */
  holderName?: string;
  /** `holderName` is a user name: it may agree with a person's name, but that it does not says nothing. */
  holderIsHandle?: boolean;
  issuer: {
    id?: string;
    name?: string;
    /** Host or DID method subject that controls the issuer's identifier; what impostor detection compares. Absent: not known. */
    host?: string;
    /** The platform the evidence came from and whether it checks who its issuers are. Absent: no platform stands between. */
    platform?: { id: string; vets: boolean };
  };
  checkedAt: string;
  asked: string[];
  retryAt?: string;
  /** ISO 8601 instant from which this must be asked anew though the badge itself has no end: something it lists ends then. */
  staleAt?: string;
  evidence?: Evidence;
  contained?: Contained[];
}

export interface Check {
  id: CheckId;
  outcome: CheckOutcome;
  code: CheckCode;
  /** A short fact for the sentence: a host, a date, a reason. Hostile text: show it as text only. */
  detail?: string;
}
