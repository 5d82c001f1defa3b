/** What the wallet keeps. Types only; times are milliseconds since the epoch unless they are said to be ISO instants. */
import type { CheckCode } from '../badge/check.ts';
import type { Badge, Examined, HolderMatch, Proof, Standing, Tone, Verdict } from '../badge/report.ts';

export type Visibility = 'public' | 'private';

/** How a badge came here. */
export type ClaimWay =
  | 'page'
  | 'link'
  | 'text'
  | 'file'
  | 'credly-profile'
  | 'microsoft-transcript'
  | 'badgr-collection'
  | 'json-resume'
  | 'linkedin-export'
  | 'backup'
  | 'watch';

/**
 * Whose is it? `proved`: an address of the user hashes to the recipient; `stated`: nothing in the badge can be compared with the user, and the user says it
 * is theirs; `reference`: somebody else's, or one that names a recipient whom no address of the user fits. A reference is never shared as one's own.
 */
export type Ownership = 'proved' | 'stated' | 'reference';

/** What lists, search and sharing need of a badge; the rest is in `KeptRow`. */
export type BadgeFacts = Pick<
  Badge,
  'name' | 'issuer' | 'recipientName' | 'issuedOn' | 'expires' | 'skills' | 'standard' | 'id' | 'url'
> & {
  /** Address of the picture, where it is https. An embedded one is in `KeptRow`. */
  image?: string;
  /** Folder name under utils/platforms and the id there. */
  platform?: { id: string; badge: string };
};

/** The last answer about a badge, for the user's own eyes. */
export interface AnswerFacts {
  verdict: Verdict;
  tone: Tone;
  proof: Proof;
  match: HolderMatch;
  standing: Standing;
  /** ISO instant. */
  checkedAt: string;
}

export interface BadgeRow {
  /** UUID, ours. */
  id: string;
  /** What makes two claims the same badge, see identity.ts. Indexed entry by entry. */
  identities: string[];
  facts: BadgeFacts;
  answer: AnswerFacts;
  /** What the user said when it was claimed; `ownership` follows from it and from the user's addresses. */
  statement: 'mine' | 'reference';
  ownership: Ownership;
  /** `unclaimed`: the platform lists it, its owner has not accepted it there. */
  acceptance: 'claimed' | 'unclaimed';
  visibility: Visibility;
  /** The user's own order, ascending; any finite number. */
  place: number;
  /** Ids of `CollectionRow`. */
  collections: string[];
  tags: string[];
  note: string;
  way: ClaimWay;
  /** Clean public address at which it is checked again; absent: from the kept credential. */
  source?: string;
  addedAt: number;
  /** Raised by one with each edit of note or tags: an edit of an older state is refused, not written over. */
  revision: number;
  /** When it is to be checked again. */
  dueAt: number;
  /** Checks in a row that ended undecided. */
  failures: number;
  /** 0: it is there. Else when it was deleted; it can be taken back until the daily clean-up. */
  deletedAt: number;
  /** The type is no longer awarded: a fact about the type, which takes nothing from the badge. */
  typeRetired?: boolean;
  /** It came out of a backup, and nobody answered for it here since: what is known of it is what the file says. */
  restored?: true;
  /** Somebody answered for its facts, whatever became of it since: only what is answered for takes their place. */
  factsProved?: true;
}

/** Bytes as they were received, never changed. */
export interface KeptBytes {
  mime: string;
  bytes: Uint8Array;
  /** Address they were read from; absent for a file or text of the user. */
  address?: string;
  /** Of a file out of a backup: no look at this very file has answered for the badge it is kept with, so that it may be anybody's. */
  unproved?: true;
}

/** The heavy part of a badge. */
export interface KeptRow {
  /** Same as the badge's. */
  id: string;
  /** Without `badge.raw`. */
  examined: Examined;
  /** What the user handed in: JSON, a JWT, a baked image. */
  original?: KeptBytes;
  /** What was handed in and is not what the answer rests on: older issues, the same in other forms, what a backup brought. See originals.ts. */
  former?: KeptBytes[];
  /** The documents that the last good answer rests on, as their hosts sent them. */
  documents: KeptBytes[];
  picture?: KeptBytes;
}

/** One answer in a badge's history; the same answer again only moves `until`. */
export interface HistoryRow {
  n?: number;
  badge: string;
  at: number;
  until: number;
  verdict: Verdict;
  proof: Proof;
  /** Codes of the checks that did not pass. */
  codes: CheckCode[];
  asked: string[];
  /** A backup says so; it was not found out here. */
  restored?: true;
}

export type NewsKind =
  | 'added'
  | 'revoked'
  | 'suspended'
  | 'invalid'
  | 'expired'
  | 'expires-60'
  | 'expires-30'
  | 'expires-7'
  | 'gone'
  | 'good-again'
  | 'watch-gone';

/** Something happened while nobody looked. */
export interface NewsRow {
  n?: number;
  kind: NewsKind;
  /** Ids of the badges it is about. */
  badges: string[];
  /** A name or a host for the sentence. */
  detail: string;
  at: number;
  /** 0 or 1 (IndexedDB does not index booleans). */
  seen: 0 | 1;
}

export interface CollectionRow {
  id: string;
  name: string;
  place: number;
}

/** A public list of the user's that is looked at by itself. */
export interface WatchRow {
  id: string;
  kind: 'credly-profile' | 'microsoft-transcript' | 'badgr-collection';
  /** Clean public address. */
  address: string;
  /** `gone`: it was not there several times in a row; nobody asks for it any more. */
  state: 'on' | 'gone';
  addedAt: number;
  /** 0: never yet. */
  checkedAt: number;
  dueAt: number;
  failures: number;
  /** When it was counted as missing last: at once again says nothing new. */
  absentAt?: number;
  /** Badges it listed when it was last read. */
  listed: number;
  /** Listed badges that did not hold when they were checked, by identity, and when: they are left alone for a while. */
  passedOver?: Record<string, number>;
}

/** What a list says about one of its entries, before anything was checked. */
export interface ListedFacts {
  name?: string;
  issuer?: string;
  /** ISO date, as exact as the list is: `2024`, `2024-05`, `2024-05-17`. */
  issuedOn?: string;
  expires?: string;
  credentialId?: string;
}

/** What a badge is read from. */
export type Source = LinkSource | GivenSource;
export interface LinkSource {
  url: string;
}
/** What the user handed in whole. */
export type GivenSource = { text: string } | { bytes: Uint8Array; mime: string };

/** One thing that may be a badge: an address, a text, or bytes. */
export interface Candidate {
  /** What to call it until it was checked: a file's name, a title. */
  label: string;
  /** null: the list names nothing that could be looked up. */
  source: Source | null;
  acceptance: 'claimed' | 'unclaimed';
  listed?: ListedFacts;
  /** Where its owner can accept it, while `unclaimed`. */
  acceptAt?: string;
}

/** One import on its way: what was read, and what became of each entry. Nothing is in the wallet before the user says so. */
export interface DraftRow {
  id: string;
  way: ClaimWay;
  /** What was handed in, for the headline: a file's name, an address. */
  title: string;
  createdAt: number;
  /** `reading`: the list itself is still being fetched. */
  state: 'reading' | 'checking' | 'ready' | 'stopped' | 'failed';
  /** Why the list could not be read, or was not read whole. */
  trouble?: ImportTrouble;
  total: number;
  /** For `reading`: the list to fetch, a clean public address. */
  list?: string;
  /** Times its reading was begun: a list that kills its worker each time is given up. */
  attempts?: number;
  /** Entries of what was handed in that held nothing to check, with the reason. */
  unread?: { label: string; why: ImportTrouble }[];
}

/** One entry of an import, without its bytes: the preview reads all of them again with each that is checked. */
export interface DraftItemRow {
  draft: string;
  n: number;
  /** `given`: the source waits in the entry's `ItemBytesRow`. */
  candidate: Omit<Candidate, 'source'> & { source: LinkSource | 'given' | null };
  state: 'queued' | 'checked';
  /** Runs begun and not ended: an entry that kills its worker each time is given up. */
  attempts: number;
  result?: ItemResult;
}

/** The heavy part of an entry: what the user handed in, and what checking it brought. */
export interface ItemBytesRow extends Partial<BroughtBytes> {
  draft: string;
  n: number;
  source?: GivenSource;
}

export interface BroughtBytes {
  original?: KeptBytes;
  documents: KeptBytes[];
  picture?: KeptBytes;
}

export interface ItemResult {
  identities: string[];
  /** Without `badge.raw`. */
  examined: Examined;
  facts: BadgeFacts | null;
  answer: AnswerFacts;
  /** The settings that the answer was judged by, see judging.ts. */
  judgedBy?: string;
  /** Where it is asked again. */
  source?: string;
}

/** What checking one entry brought. */
export type DraftResult = ItemResult & BroughtBytes;

/** Why a list or file could not be read (whole). The UI has a sentence for each. */
export type ImportTrouble =
  | 'empty'
  | 'not-understood'
  | 'too-large'
  | 'too-many'
  | 'damaged'
  | 'ill-formed'
  | 'unreadable'
  | 'locked'
  | 'newer-version'
  | 'not-found'
  | 'not-public'
  | 'network'
  | 'not-permitted'
  | 'rate-limited'
  | 'incomplete';

/** Why one entry is not added. */
export type Refusal =
  | 'no-address'
  | 'no-badge'
  | 'not-found'
  | 'invalid'
  | 'unsupported'
  | 'undecided'
  | 'not-permitted'
  | 'unchecked';

/** What became of one entry of an import. */
export type Outcome =
  | { kind: 'added'; badge: string }
  | { kind: 'updated'; badge: string }
  | { kind: 'already-there'; badge: string }
  | { kind: 'left-out' }
  | { kind: 'refused'; why: Refusal };

/** Why the wallet cannot do what was asked. */
export const WALLET_TROUBLES = ['full', 'lost', 'newer', 'blocked', 'stale', 'failed'] as const;
export type WalletTrouble = (typeof WALLET_TROUBLES)[number];
