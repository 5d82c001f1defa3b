import { parseWebAddress } from '../badge/address.ts';
import { impersonated } from '../badge/impostor.ts';
import type { Check, Examined, IssuerJudgement } from '../badge/report.ts';
import type { TrustedIssuer } from './types.ts';

/** Who says so, and the check that tells it. No check where the badge names no issuer at all. */
export interface Standing {
  judgement: IssuerJudgement;
  check: Check | null;
}

/**
 * The issuer's standing: on the reader's list, vouched for by a platform that checks its issuers, an impostor of a known name, on a platform that
 * checks nobody, or nobody's. What the issuer wrote about itself (name, site) never raises it: only the identifier that was proved counts.
 */
export function standingOf(issuer: Examined['issuer'], trusted: readonly TrustedIssuer[] = []): Standing {
  const { id, name, host, platform } = issuer;
  const who = { ...(name !== undefined && { name }), ...(id !== undefined && { id }) };
  if (name === undefined && id === undefined) {
    // A withdrawn badge may be no more than a number: what is known is how far its platform looks at who issues there.
    return { judgement: { standing: platform ? (platform.vets ? 'vetted' : 'unvetted') : 'unlisted' }, check: null };
  }
  const listed = listedIn(trusted, id, host);
  if (listed) return answer('trusted', 'pass', 'issuer-trusted', listed.listedBy ?? listed.name ?? listed.id);
  if (platform?.vets) return answer('vetted', 'pass', 'issuer-vetted', platform.id);
  // A platform stands between, and what the issuer controls there is not known: nothing to compare the name with.
  const placeless = platform !== undefined && host === undefined;
  const known = name === undefined || placeless ? null : impersonated(name, host, platform?.id);
  if (known !== null) return answer('impostor', 'fail', 'issuer-impostor', known);
  if (platform) return answer('unvetted', 'warn', 'issuer-unvetted', platform.id);
  return answer('unlisted', 'warn', 'issuer-unlisted', host ?? id);

  function answer(
    standing: IssuerJudgement['standing'],
    outcome: Check['outcome'],
    code: Check['code'],
    detail: string | undefined,
  ): Standing {
    return {
      judgement: { standing, ...who },
      check: { id: 'issuer', outcome, code, ...(detail !== undefined && { detail }) },
    };
  }
}

/**
 * A list entry is an identifier, compared whole, or a bare host name, compared with the host that controls the issuer's identifier. A subdomain is
 * another host: on many domains strangers have subdomains of their own.
 */
function listedIn(trusted: readonly TrustedIssuer[], id: string | undefined, host: string | undefined) {
  const index = indexOf(trusted);
  const byId = id === undefined ? undefined : index.get(normal(id));
  const byHost = host === undefined ? undefined : index.get(`host ${host}`);
  if (byId && byHost) return byId.at < byHost.at ? byId.entry : byHost.entry;
  return (byId ?? byHost)?.entry;
}

type Index = ReadonlyMap<string, { entry: TrustedIssuer; at: number }>;
/** Registries list thousands of issuers and a page may have hundreds of badges: each list is sorted once. */
const indexes = new WeakMap<readonly TrustedIssuer[], Index>();

function indexOf(trusted: readonly TrustedIssuer[]): Index {
  const known = indexes.get(trusted);
  if (known) return known;
  const index = new Map<string, { entry: TrustedIssuer; at: number }>();
  for (const [at, entry] of trusted.entries()) {
    const key = keyOf(entry.id.trim());
    if (key !== null && !index.has(key)) index.set(key, { entry, at });
  }
  indexes.set(trusted, index);
  return index;
}

/** Under what an entry is found; null for one that names nobody. */
function keyOf(wanted: string): string | null {
  if (wanted === '') return null;
  if (!/^[^:/]+$/.test(wanted)) return normal(wanted);
  const named = parseWebAddress(`https://${wanted}`);
  return named === null ? null : `host ${named.hostname}`;
}

/** Two spellings of one address are the same issuer; DIDs are compared letter by letter. */
function normal(id: string): string {
  const url = parseWebAddress(id);
  // With a word of its own before it, no identifier can pass for a host.
  if (!url) return `id ${id}`;
  return `address ${url.host}${url.pathname}${url.search}`.replace(/\/$/, '');
}
