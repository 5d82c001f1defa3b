import type { Check, StatusFact } from '../../badge/report.ts';
import type { JsonObject } from '../../json/members.ts';
import type { DocumentTools } from '../../net/types.ts';
import type { ProvedCredential } from '../types.ts';
import type { ListKind, ListResult } from './read-list.ts';

/** Proves a list as the credential that it is. Handed in, for lists are proved by what asks about lists. */
export type ProveList = (list: { document: JsonObject } | { jwt: string }) => Promise<ProvedCredential>;

export interface StatusContext {
  credential: JsonObject;
  /** The badge's issuer. */
  issuer: string;
  tools: DocumentTools;
  /** The list at an address, read and proved once for all the entries of the badge. */
  listAt(address: string, kind: ListKind): Promise<ListResult>;
}

/** What one entry says. `checks` is empty where it was read and speaks for nothing but that the badge is in force. */
export interface JudgedEntry {
  checks: Check[];
  fact: StatusFact;
  retryAt?: string;
}
