/** What a link to a credential can be. Only `badge` and `transcript` and `achievement` name something a platform can be asked about. */
export type LinkKind = 'badge' | 'profile' | 'achievement' | 'transcript' | 'owner-only' | 'short-link';

export interface RecognisedLink {
  /** Folder name under utils/platforms. */
  platform: string;
  /** The platform's own identifier, spelled as platform pages spell it. */
  id: string;
  /** The clean public address: https, no trackers, no e-mail, no fragment. */
  url: string;
  kind: LinkKind;
}

/** One shape of address that a platform uses. Plain data: this is all that the content script bundles of a platform. */
export interface LinkShape {
  /** Exact host names, lower case. `*.` in front stands for one or more further labels. */
  hosts: readonly string[];
  /** Matched against the whole pathname. The first group is the id unless `query` gives it. */
  path: RegExp;
  /** The id (or a condition) stands in this query parameter instead. */
  query?: { name: string; value: RegExp };
  kind: LinkKind;
  /** Clean public address; `$1`… are the groups of `path`, `$h` the host of the link, `$q` the query value, `$id` the id. */
  url: string;
  /** Ids are compared and spelled in lower case (UUIDs). */
  lowerCase?: boolean;
}

export interface PlatformLinks {
  platform: string;
  shapes: readonly LinkShape[];
}
