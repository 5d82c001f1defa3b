/** Whatever is handed in, brought to the door it belongs to: an address, a document, a compact JWS, a picture. */
import { parseWebAddress } from '../badge/address.ts';
import type { Check, Examined } from '../badge/report.ts';
import { examineHosted } from '../credentials/examine-hosted.ts';
import { examineSigned } from '../credentials/examine-signed.ts';
import { isObject } from '../json/members.ts';
import { recogniseLink } from '../links/index.ts';
import type { LinkKind, RecognisedLink } from '../links/types.ts';
import { readJson } from '../net/json.ts';
import { unbake } from '../openbadges/baking/unbake.ts';
import { detect, detectCompact } from '../openbadges/detect.ts';
import { isPicture } from '../openbadges/picture.ts';
import { READERS } from '../openbadges/versions.ts';
import { proofOf } from '../platforms/proofs.ts';
import { answerWith } from '../platforms/settle.ts';
import type { ProofTools } from '../platforms/types.ts';
import { followShortLink } from './short-link.ts';

/** Addresses that say by themselves that they lead to a badge, on hosts of no platform. */
const ANYBODYS = 'openbadges';

/** What a check may do. */
export interface Ways {
  tools: ProofTools;
  followShortLinks: boolean;
}

/** A file: a picture with a badge in it, or text in UTF-8. */
export async function examineBytes(bytes: Uint8Array, ways: Ways): Promise<Examined> {
  if (isPicture(bytes)) return examinePicture(bytes, ways);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return answerWith({ id: 'format', outcome: 'fail', code: 'format-bad-text' }, ways.tools);
  }
  return examineText(text, ways);
}

/** Text: an address, a compact JWS, a JSON document, or the source of an SVG. */
export async function examineText(input: string, ways: Ways): Promise<Examined> {
  const text = input.replace(/^\uFEFF/, '').trim();
  if (isPicture(new TextEncoder().encode(text.slice(0, 4_096)))) {
    return examinePicture(new TextEncoder().encode(text), ways);
  }
  return examinePayload(text, ways);
}

/** What is baked into a picture is text like any other, but no picture once more. */
async function examinePicture(bytes: Uint8Array, ways: Ways): Promise<Examined> {
  const baked = await unbake(bytes);
  if (!baked.ok) {
    // That a picture has no badge in it is nothing against it.
    const { code } = baked.check;
    const check: Check = code === 'format-no-badge-data' ? { id: 'format', outcome: 'unknown', code } : baked.check;
    return answerWith(check, ways.tools);
  }
  const { payload, more } = baked.found;
  const examined = await examinePayload(payload.replace(/^\uFEFF/, '').trim(), ways);
  return more ? { ...examined, checks: [...examined.checks, SEVERAL] } : examined;
}

/** Another reader may take another of them, so that two people who look at one picture speak of two badges. */
const SEVERAL: Check = { id: 'format', outcome: 'warn', code: 'format-several-badges' };

async function examinePayload(text: string, ways: Ways): Promise<Examined> {
  const { tools } = ways;
  if (/^https?:\/\/\S{1,2048}$/i.test(text)) return examineAddress(text, ways);
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
  return examineDocument(json.value, json.duplicateKeys || json.dropped, ways);
}

/** A document that was handed in. Of a hosted one only the address is believed: the copy at that address is judged. */
async function examineDocument(value: unknown, ambiguous: boolean, { tools }: Ways): Promise<Examined> {
  const compact = typeof value === 'string' ? detectCompact(value) : null;
  if (compact) return examineSigned({ form: compact, document: value, url: '' }, tools);
  const detected = detect(value);
  if (detected.kind === 'signed') {
    return examineSigned({ form: detected.form, document: value, url: '', ambiguous }, tools);
  }
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
  const ways: Ways = { tools: { ...tools, presented: value }, followShortLinks: false };
  return link && proof ? proof.prove(link, ways.tools) : examineAnybodys(address, ways);
}

/** An address: a platform's link, or where a badge of nobody's platform is hosted. */
export async function examineAddress(address: string, ways: Ways): Promise<Examined> {
  const { tools } = ways;
  const link = recogniseLink(address);
  if (!link || link.platform === ANYBODYS) return examineAnybodys(address, ways);
  if (link.kind !== 'short-link') return examineLink(link, tools);
  if (!ways.followShortLinks) return answerWith(notCheckable('short-link'), tools);
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

async function examineAnybodys(address: string, ways: Ways): Promise<Examined> {
  const { tools } = ways;
  const url = parseWebAddress(address);
  if (!url) {
    return answerWith({ id: 'origin', outcome: 'unknown', code: 'origin-refused-address' }, tools);
  }
  const result = await examineHosted(url.href, tools, { presented: tools.presented });
  if (result.kind === 'examined') return result.examined;
  return result.kind === 'signed' ? examineSigned(result, tools) : examinePicture(result.bytes, ways);
}
