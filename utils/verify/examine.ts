import type { Check, Examined } from '../badge/report.ts';
import { type KeptDocuments, keepInMemory } from '../net/kept.ts';
import { createReader } from '../net/reader.ts';
import type { Answer, Reader } from '../net/types.ts';
import { platformOfIssuer } from '../platforms/proofs.ts';
import type { ProofTools } from '../platforms/types.ts';
import { raiseToHttps } from './raise-to-https.ts';
import { examineAddress, examineBytes, examineText, type Ways } from './sources.ts';
import type { BadgeSource, ExamineDeps } from './types.ts';

/** A signed badge may need class or issuer, key, several status lists, and as much for what hangs on it. */
const MAX_REQUESTS = 16;

/**
 * Finds out what the platform or the issuer says about a badge: everything but what depends on the reader. Never throws and never rejects; a fault of
 * ours is `undecided` with the code `internal-error`. Every request goes through the guard of net/, at most sixteen for one badge.
 */
export async function examine(source: BadgeSource, deps: ExamineDeps): Promise<Examined> {
  const now = deps.now ?? new Date();
  const reader = createReader(deps.fetch, {
    maxRequests: MAX_REQUESTS,
    allow: deps.allowOrigins,
    kept: deps.kept ?? keptFor(deps.fetch),
    fresh: deps.fresh,
  });
  const tools: ProofTools = {
    reader: raiseToHttps(deps.onRead ? overheard(reader, deps.onRead) : reader, deps.allowOrigins ?? []),
    now,
    ...(deps.contexts && { contexts: deps.contexts }),
  };
  try {
    return withPlatform(await examineSource(source, { tools, followShortLinks: deps.followShortLinks ?? false }));
  } catch {
    return internalError(tools);
  }
}

function examineSource(source: BadgeSource, ways: Ways): Promise<Examined> {
  if ('bytes' in source) return examineBytes(source.bytes, ways);
  return 'text' in source ? examineText(source.text, ways) : examineAddress(source.url, ways);
}

/** A signature made under an identifier that a platform gave out has the platform's standing, wherever the badge was found. */
function withPlatform(examined: Examined): Examined {
  const { issuer, proof } = examined;
  const platform = proof === 'signed' && !issuer.platform ? platformOfIssuer(issuer.host) : undefined;
  return platform ? { ...examined, issuer: { ...issuer, platform } } : examined;
}

function overheard(reader: Reader, hear: (answer: Answer) => void): Reader {
  return {
    get asked() {
      return reader.asked;
    },
    async read(address, options) {
      const answer = await reader.read(address, options);
      if (answer.ok) hear(answer);
      return answer;
    },
  };
}

const keptByFetch = new WeakMap<typeof fetch, KeptDocuments>();

/** The same `fetch` means the same network, so what one badge's check read may serve the next. */
function keptFor(fetch: typeof globalThis.fetch): KeptDocuments {
  const known = keptByFetch.get(fetch) ?? keepInMemory();
  keptByFetch.set(fetch, known);
  return known;
}

function internalError(tools: ProofTools): Examined {
  const check: Check = { id: 'format', outcome: 'unknown', code: 'internal-error' };
  return {
    verdict: 'undecided',
    proof: 'none',
    checks: [check],
    badge: null,
    recipients: [],
    issuer: {},
    checkedAt: (Number.isNaN(tools.now.getTime()) ? new Date() : tools.now).toISOString(),
    asked: [...tools.reader.asked],
  };
}
