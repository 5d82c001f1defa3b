/** What the ways in have in common. Types only. */
import type { Reader } from '../../net/types.ts';
import type { Candidate, ClaimWay, ImportTrouble, WatchRow } from '../types.ts';

/** A public list that has to be fetched before its entries are known. */
export interface ListAddress {
  kind: WatchRow['kind'];
  /** Clean public address. */
  address: string;
}

/** An entry of what was handed in that holds nothing to check, so that every entry is accounted for. */
export interface Unread {
  /** A file's name, the beginning of a line. Cleaned. */
  label: string;
  why: ImportTrouble;
}

/** What was pasted or dropped, understood. Nothing was asked over the network, and nothing was checked. */
export interface InputRead {
  way: ClaimWay;
  candidates: Candidate[];
  unread: Unread[];
  /** Nothing could be read, or not all of it. */
  trouble?: ImportTrouble;
  /** The whole input is the address of a list. */
  list?: ListAddress;
  /** A backup of Touchstone's own, to be opened by utils/wallet/backup; untouched. */
  backup?: Handed;
}

/** A file as the user handed it in. */
export interface Handed {
  name: string;
  bytes: Uint8Array;
}

export interface ListTools {
  /** One reader for the whole list: a profile of 1,200 badges takes up to 52 requests. */
  reader: Reader;
  now: Date;
  /** Ends the reading after the request under way; what was read until then was yielded. */
  signal?: AbortSignal;
}

export interface ListPage {
  candidates: Candidate[];
  /** From 1. */
  page: number;
  /** As far as is known by now. */
  of: number;
}

/** How the reading of a list ended. Without any member: it was read whole. */
export interface ListEnd {
  trouble?: ImportTrouble;
  /** ISO instant before which the host is not to be asked again. */
  retryAt?: string;
  /** The signal ended it. */
  stopped?: true;
}

/** Page by page, so that nothing read is lost when the worker dies. Never throws for what a host answers. */
export type ListReading = AsyncGenerator<ListPage, ListEnd, void>;
