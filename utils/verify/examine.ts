import { parseWebAddress } from '../badge/address.ts';
import type { Check, Examined } from '../badge/report.ts';
import { isObject } from '../json/members.ts';
import { recogniseLink } from '../links/index.ts';
import type { LinkKind, RecognisedLink } from '../links/types.ts';
import { examineSigned } from '../credentials/examine-signed.ts';
import { readJson } from '../net/json.ts';
import { type KeptDocuments, keepInMemory } from '../net/kept.ts';
import { createReader } from '../net/reader.ts';
import type { Reader } from '../net/types.ts';
import { detect, detectCompact } from '../openbadges/detect.ts';
import { proveHosted } from '../openbadges/hosted.ts';
import { isPicture } from '../openbadges/picture.ts';
import { READERS } from '../openbadges/versions.ts';
import { platformOfIssuer, proofOf } from '../platforms/proofs.ts';
import { answerWith } from '../platforms/settle.ts';
import type { ProofTools } from '../platforms/types.ts';
import { followShortLink } from './short-link.ts';
import { examinePicture } from './picture.ts';
import type { BadgeSource, ExamineDeps } from './types.ts';

/**
 * Finds out what the platform or the issuer says about a badge: everything but what depends on the reader. Never throws and never rejects; a fault of
 * ours is `undecided` with the code `internal-error`. Every request goes through the guard of net/, at most ten for one badge.
 */
export async function examine(source: BadgeSource, deps: ExamineDeps): Promise<Examined> {
  const now = deps.now ?? new Date();
  const limits = { allow: deps.allowOrigins, kept: deps.kept ?? keptFor(deps.fetch), fresh: deps.fresh };
  const reader = raiseToHttps(createReader(deps.fetch, limits), deps.allowOrigins ?? []);
  const tools: ProofTools = { reader, now, ...(deps.contexts && { contexts: deps.contexts }) };
  try {
    return withPlatform(await examineSource(source, tools, deps));
  } catch {
    return internalError(tools);
  }
}

function examineSource(source: BadgeSource, tools: ProofTools, deps: ExamineDeps): Promise<Examined> {
  if ('bytes' in source) return examineBytes(source.bytes, tools, deps);
  if ('text' in source) return examineText(source.text, tools, deps);
  return examineAddress(source.url, tools, deps);
}

/** A signature made under an identifier that a platform gave out has the platform's standing, wherever the badge was found. */
function withPlatform(examined: Examined): Examined {
  const { issuer, proof } = examined;
  const platform = proof === 'signed' && !issuer.platform ? platformOfIssuer(issuer.host) : undefined;
  return platform ? { ...examined, issuer: { ...issuer, platform } } : examined;
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

async function examineBytes(bytes: Uint8Array, tools: ProofTools, deps: ExamineDeps): Promise<Examined> {
  if (isPicture(bytes)) return examinePicture(bytes, tools, deps);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return answerWith({ id: 'format', outcome: 'fail', code: 'format-bad-text' }, tools);
  }
  return examineText(text, tools, deps);
}

async function examineText(input: string, tools: ProofTools, deps: ExamineDeps): Promise<Examined> {
  const text = input.replace(/^\uFEFF/, '').trim();
  if (/^https?:\/\/\S{1,2048}$/i.test(text)) return examineAddress(text, tools, deps);
  if (isPicture(new TextEncoder().encode(text.slice(0, 4_096))))
    return examinePicture(new TextEncoder().encode(text), tools);
  const compact = detectCompact(text);
  if (compact) return examineSigned({ form: compact, document: text, url: '' }, tools);
  const json = readJson(text);
  if (!json.ok) {
    const code =
      json.reason === 'too-deep'
        ? 'format-too-deep'
        : json.reason === 'too-large'
          ? 'origin-too-large'
          : 'format-not-json';
    return answerWith({ id: 'format', outcome: 'fail', code }, tools);
  }
  return examineDocument(json.value, tools);
}

/** A document that was handed in. Of a hosted one only the address is believed: the copy at that address is judged. */
async function examineDocument(value: unknown, tools: ProofTools): Promise<Examined> {
  const compact = typeof value === 'string' ? detectCompact(value) : null;
  if (compact) return examineSigned({ form: compact, document: value, url: '' }, tools);
  const detected = detect(value);
  if (detected.kind === 'signed') return examineSigned({ form: detected.form, document: value, url: '' }, tools);
  if (detected.kind !== 'hosted' || !isObject(value)) {
    return answerWith({ id: 'format', outcome: 'fail', code: 'format-not-a-badge' }, tools);
  }
  const address = READERS[detected.form].ownAddress(value);
  if (address === undefined) {
    // 0.5 carries no address: without one nobody can be asked. From 1.0 on it is a required member.
    const outcome = detected.form === '0.5' ? 'unknown' : 'fail';
    return answerWith({ id: 'format', outcome, code: 'format-missing-member', detail: 'id' }, tools);
  }
  const link = recogniseLink(address);
  const proof = link?.kind === 'badge' ? proofOf(link.platform) : undefined;
  if (link && proof) return proof.prove(link, { ...tools, presented: value });
  return examineHosted(address, { ...tools, presented: value });
}

async function examineAddress(address: string, tools: ProofTools, deps: ExamineDeps): Promise<Examined> {
  const link = recogniseLink(address);
  if (!link) return examineHosted(address, tools);
  if (link.kind !== 'short-link') return examineLink(link, tools);
  if (!deps.followShortLinks) return answerWith(notCheckable('short-link'), tools);
  const target = await followShortLink(link, tools);
  if (target.ok) return examineLink(target.link, tools);
  const examined = answerWith(target.check, tools);
  return target.retryAt === undefined ? examined : { ...examined, retryAt: target.retryAt };
}

/** Kinds of link that a platform can be asked about, if it publishes anything. */
const ASKABLE: ReadonlySet<LinkKind> = new Set(['badge', 'transcript', 'achievement']);

async function examineLink(link: RecognisedLink, tools: ProofTools): Promise<Examined> {
  const proof = proofOf(link.platform);
  if (proof && ASKABLE.has(link.kind)) return proof.prove(link, tools);
  const check = notCheckable(link.kind);
  return answerWith(check, tools, {}, check.code === 'origin-page-only' ? 'page' : 'none');
}

function notCheckable(kind: LinkKind): Check {
  const unknown = { id: 'origin', outcome: 'unknown' } as const;
  switch (kind) {
    case 'profile':
      return { ...unknown, code: 'origin-profile' };
    case 'owner-only':
      return { ...unknown, code: 'origin-owner-only' };
    case 'short-link':
      return { ...unknown, code: 'origin-short-link' };
    case 'achievement':
      return { ...unknown, code: 'origin-achievement' };
    case 'badge':
    case 'transcript':
      return { ...unknown, code: 'origin-page-only' };
  }
}

async function examineHosted(address: string, tools: ProofTools): Promise<Examined> {
  const url = parseWebAddress(address);
  if (!url) {
    return answerWith({ id: 'origin', outcome: 'unknown', code: 'origin-refused-address' }, tools);
  }
  const result = await proveHosted(url.href, tools, { presented: tools.presented });
  if (result.kind === 'examined') return result.examined;
  return result.kind === 'signed' ? examineSigned(result, tools) : examinePicture(result.bytes, tools);
}

/**
 * Old badges name http addresses. They are asked over https, at the same host and path: what answers there is at least as much the issuer's. Plain http is
 * never asked, anybody between could answer.
 */
function raiseToHttps(reader: Reader, allowed: readonly string[]): Reader {
  return {
    get asked() {
      return reader.asked;
    },
    read(address, options) {
      const url = parseWebAddress(address);
      if (url?.protocol !== 'http:' || allowed.includes(url.origin)) return reader.read(address, options);
      url.protocol = 'https:';
      return reader.read(url.href, options);
    },
  };
}
