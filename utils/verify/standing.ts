import { parseWebAddress, sameAddress } from '../badge/address.ts';
import type { Check, Examined, IssuerJudgement } from '../badge/report.ts';
import { impersonated } from './impostor.ts';
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
  const listed = trusted.find((entry) => isSame(entry, id, host));
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
function isSame(entry: TrustedIssuer, id: string | undefined, host: string | undefined): boolean {
  const wanted = entry.id.trim();
  if (wanted === '') return false;
  if (/^[^:/]+$/.test(wanted)) {
    const named = parseWebAddress(`https://${wanted}`);
    return named !== null && host !== undefined && named.hostname === host;
  }
  if (id === undefined) return false;
  if (!parseWebAddress(wanted)) return wanted === id;
  return sameAddress(wanted, id) || sameAddress(`${wanted.replace(/\/$/, '')}`, id.replace(/\/$/, ''));
}
