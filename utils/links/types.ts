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

/**
 * One shape of address that a platform uses, as `hosts/path`, `hosts/path name=value` or either with ` -> address`. This is all that the
 * content script bundles of a platform, and it is on every page: hence one short string instead of an object with a pattern.
 *
 * - `hosts`: exact names, lower case, commas between. `www.` in front stands for the bare name too, `??.` for one label of two letters,
 *   `*.` for one or more labels of any kind, `*` alone for every public name that no shape
 *   names. A host that is named exactly anywhere has only the shapes that name it so: that is how a platform
 *   takes its API host out of its own `*.`.
 * - `path`: a regular expression for the whole pathname (its last slash taken off) with exactly one group, the id. `@u` stands for a UUID,
 *   `@32` for that many hexadecimal digits, `@c` for a character of a code (upper case or digit), `@w` for a name. Where there is a UUID or a
 *   hexadecimal number, the pathname is read, and the id spelled, in lower case. With `*` at the end anything may follow that does not make
 *   the id longer.
 * - ` name=value`: this query parameter is part of the shape, and of the clean address.
 * - The clean address is what matched, on the first host; or on the link's own host, where the first is a `*.`.
 *   ` -> address` says otherwise: `$h` is the link's own host, `$` the id.
 */
export type LinkShape = string;

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
  shapes: Readonly<Partial<Record<LinkKind, readonly LinkShape[]>>>;
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
  /** Hosts of clean addresses that share their ids. On any other host an id may be another badge, or the answer another. Absent: all share. */
  home?: RegExp;
}
