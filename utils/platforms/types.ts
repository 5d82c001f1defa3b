import type { Examined } from '../badge/report.ts';
import type { RecognisedLink } from '../links/types.ts';
import type { DocumentTools } from '../net/types.ts';

/** What an adapter may use: it can read documents and look at the clock, nothing else. */
export interface ProofTools extends DocumentTools {
  /** What was handed in, where it was a document. Only its address was used; an adapter may tell of differences. */
  presented?: unknown;
}

/** A platform that publishes something that can be checked. One per folder, in `proof.ts`. */
export interface PlatformProof {
  /** Same as in the folder's links.ts. */
  platform: string;
  /** The platform checks who its issuers are (docs/platforms.md says on what this rests). */
  vets: boolean;
  /** Hosts on which every issuer's identifier is the operator's to give: a signature of theirs has the platform's standing. Default: none. */
  issuerHosts?: readonly string[];
  /** Never throws for bad input; builds every request address itself, out of `link.id`. */
  prove(link: RecognisedLink, tools: ProofTools): Promise<Examined>;
}
