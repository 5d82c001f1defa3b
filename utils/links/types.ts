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
  /**
   * Exact host names, lower case. `*.` in front stands for one or more further labels. A host that is named exactly anywhere
   * has only the shapes that name it so: that is how a platform takes its API or marketing host out of its own `*.`.
   */
  hosts: readonly string[];
  /** Matched against the whole pathname. The first group is the id unless `id` or `query` gives it. */
  path: RegExp;
  /** The id (or a condition) stands in this query parameter instead. */
  query?: { name: string; value: RegExp };
  kind: LinkKind;
  /** The id, where it is not the first group alone: a template like `url`. */
  id?: string;
  /** Clean public address; `$1`… are the groups of `path`, `$h` the host of the link, `$q` the query value, `$id` the id. */
  url: string;
  /** The pathname is matched, and the id spelled, in lower case (UUIDs): `path` is written in lower case and without `i`. */
  lowerCase?: boolean;
}

/** A platform's own embed markup: an element that has the id in an attribute, and may have the host in another. */
export interface EmbedShape {
  id: string;
  host: string;
  /** What stands before the id in the address: used where the host attribute is missing. */
  page: string;
  /** Pathname that leads from a host to the badge. */
  path: string;
}

export interface PlatformLinks {
  platform: string;
  shapes: readonly LinkShape[];
  /**
   * Fragments of which every address of this platform contains at least one: what the page is searched for. Each distinct fragment costs
   * about 30 ns for each link of a page, so share one with other platforms (`cred`, `badg`, `ertif`) wherever possible.
   */
  find: readonly string[];
  /** Fragments of image addresses that name the credential itself. */
  images?: readonly string[];
  embed?: EmbedShape;
  /** Ids of badges are the same number to the platform in upper or lower case and without leading zeros: digits a key is filled up to. */
  hexDigits?: number;
}
