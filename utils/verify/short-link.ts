import { decodeEntities } from '../badge/markup.ts';
import type { Check } from '../badge/report.ts';
import { recogniseLink } from '../links/index.ts';
import type { RecognisedLink } from '../links/types.ts';
import { failureCheck, statusCheck } from '../net/fetch-document.ts';
import type { ProofTools } from '../platforms/types.ts';

export type Target = { ok: true; link: RecognisedLink } | { ok: false; check: Check; retryAt?: string };

/** LinkedIn's shortener answers 200 with a page that says where one would go; this anchor has the address. */
const ANCHOR = /<a\b[^<>]{0,4000}>/gi;
const MARKER = /\bdata-tracking-control-name\s*=\s*["']external_url_click["']/i;
const HREF = /\bhref\s*=\s*(?:"([^"]{1,2048})"|'([^']{1,2048})')/i;

/**
 * Opens a short link that the reader clicked, and answers the badge link behind it. Where it ends is believed only as far as it is recognised by
 * itself; another short link is not opened. Pages are read as text, never run.
 */
export async function followShortLink(link: RecognisedLink, tools: ProofTools): Promise<Target> {
  const answer = await tools.reader.read(link.url, { accept: 'text/html, */*;q=0.1' });
  if (!answer.ok) {
    const retryAt = answer.reason === 'rate-limited' ? answer.retryAt : undefined;
    return { ok: false, check: failureCheck(answer), ...(retryAt !== undefined && { retryAt }) };
  }
  const direct = recogniseTarget(answer.url);
  if (direct) return { ok: true, link: direct };
  if (answer.status < 200 || answer.status > 299) {
    return { ok: false, check: statusCheck(answer.status, new URL(answer.url).hostname) };
  }
  const named = recogniseTarget(interstitialTarget(new TextDecoder('utf-8').decode(answer.bytes.subarray(0, 500_000))));
  if (named) return { ok: true, link: named };
  return { ok: false, check: { id: 'origin', outcome: 'unknown', code: 'origin-short-link' } };
}

function interstitialTarget(html: string): string {
  for (const [tag] of html.matchAll(ANCHOR)) {
    const href = MARKER.test(tag) ? HREF.exec(tag) : null;
    if (href) return decodeEntities(href[1] ?? href[2] ?? '');
  }
  return '';
}

function recogniseTarget(address: string): RecognisedLink | null {
  const link = recogniseLink(address);
  return link && link.kind !== 'short-link' ? link : null;
}
