/**
 * One way of answering for each layer of the vectors: how much of the engine it asks for. Nothing here needs Node: Node, Chromium's worker and Firefox's
 * event page run this same code.
 */
import { matchesRecipient } from '../../utils/badge/recipient.ts';
import type { Check, Report } from '../../utils/badge/report.ts';
import { isObject, type JsonObject, member, reference } from '../../utils/json/members.ts';
import { createReader } from '../../utils/net/reader.ts';
import type { DocumentTools } from '../../utils/net/types.ts';
import { unbake } from '../../utils/openbadges/baking/unbake.ts';
import { recipientOf } from '../../utils/openbadges/fields.ts';
import { judgeStructure } from '../../utils/openbadges/v3/structure.ts';
import { judgeDocumentProofs } from '../../utils/proofs/data-integrity/judge-document.ts';
import { hexDigest } from '../../utils/proofs/json-ld/digest.ts';
import { addressOfDidWeb, resolveDid } from '../../utils/proofs/keys/did.ts';
import { decodeStatusList } from '../../utils/proofs/status/decode-list.ts';
import { verifyBadge } from '../../utils/verify/index.ts';
import { type Answer, allowedOrigins, answerOf, type Case, type Contexts, fetchIn, fileOf } from './vector.ts';

export interface Answered {
  /** `nothing`: the layer is not known, or the engine threw. */
  answer: Answer | 'nothing';
  /** What the engine said, for a miss. */
  why: string;
  /** Of the layer `full`. */
  report?: Report;
}

type Layer = (given: Case, contexts: Contexts) => Promise<Answered>;

const told = (checks: readonly Check[]) =>
  checks
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ outcome, code, detail }) => `${outcome} ${code}${detail === undefined ? '' : ` (${detail})`}`)
    .join(', ');

const worldOf = (given: Case) => fetchIn(given.vector, (name) => fileOf(given, name));

function toolsFor(given: Case, contexts: Contexts): DocumentTools {
  const reader = createReader(worldOf(given), { allow: allowedOrigins(given.vector) });
  return { reader, now: new Date(given.vector.now), contexts };
}

const bytesOf = (given: Case) => fileOf(given, given.vector.file);
const textOf = (given: Case) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesOf(given));

function jsonOf(given: Case): JsonObject {
  const value: unknown = JSON.parse(textOf(given));
  return isObject(value) ? value : {};
}

async function full(given: Case, contexts: Contexts): Promise<Answered> {
  const { vector } = given;
  const report = await verifyBadge(
    { bytes: bytesOf(given) },
    { fetch: worldOf(given), now: new Date(vector.now), contexts, allowOrigins: allowedOrigins(vector) },
  );
  return { answer: answerOf(report.verdict), why: `${report.verdict}: ${told(report.checks)}`, report };
}

/** The signature alone: whose key it is does not matter here. */
async function proof(given: Case, contexts: Contexts): Promise<Answered> {
  const document = jsonOf(given);
  const issuer = reference(member(document, 'issuer')) ?? '';
  const proofs = await judgeDocumentProofs(document, issuer, toolsFor(given, contexts));
  const checks = proofs.flatMap((judged) => judged.checks.filter(({ id }) => id !== 'key' && id !== 'dates'));
  const why = told(proofs.flatMap((judged) => judged.checks));
  if (proofs.length > 0 && proofs.every(({ holds }) => holds)) return { answer: 'valid', why };
  return { answer: checks.some(({ outcome }) => outcome === 'fail') ? 'invalid' : 'unverifiable', why };
}

async function structure(given: Case): Promise<Answered> {
  const checks = judgeStructure(jsonOf(given));
  const failed = checks.some(({ id, outcome }) => id === 'format' && outcome === 'fail');
  return { answer: failed ? 'invalid' : 'valid', why: told(checks) };
}

async function extract(given: Case): Promise<Answered> {
  const result = await unbake(bytesOf(given));
  if (!result.ok) return { answer: 'invalid', why: told([result.check]) };
  const { payload, keyword } = result.found;
  const { sha256_utf8: wanted, keyword: named } = given.vector.extract ?? {};
  const digest = await hexDigest('SHA-256', payload);
  const same = (wanted === undefined || wanted === digest) && (named === undefined || named === keyword);
  return { answer: same ? 'valid' : 'invalid', why: `${keyword} ${digest}` };
}

async function statusList(given: Case): Promise<Answered> {
  const { vector } = given;
  const list = await decodeStatusList(textOf(given));
  if (!list.ok) return { answer: 'unverifiable', why: told([list.check]) };
  const wrong = Object.entries(vector.bits ?? {}).filter(([index, bit]) => list.valueAt(Number(index)) !== bit);
  const counted = vector.entries_count === undefined || vector.entries_count === list.entries;
  return { answer: wrong.length === 0 && counted ? 'valid' : 'invalid', why: `${list.entries} entries; ${wrong}` };
}

async function did(given: Case, contexts: Contexts): Promise<Answered> {
  const name = textOf(given).trim();
  const { document_url: address, publicKeyJwk, assertionMethod, verificationMethod } = given.vector.did ?? {};
  if (address !== undefined) {
    const built = addressOfDidWeb(name);
    return { answer: built === address ? 'valid' : 'invalid', why: String(built) };
  }
  const resolved = await resolveDid(name, toolsFor(given, contexts));
  // In this layer there is no third answer: a DID that cannot be resolved is none.
  if (!resolved.ok) return { answer: 'invalid', why: told([resolved.check]) };
  const methods = [member(resolved.document, 'verificationMethod')].flat().filter(isObject);
  const method = methods.find((entry) => member(entry, 'id') === verificationMethod);
  const may = JSON.stringify(member(resolved.document, 'assertionMethod') ?? []).includes(String(verificationMethod));
  const jwk = method && member(method, 'publicKeyJwk');
  const right = method !== undefined && may === assertionMethod && (!jwk || sameJwk(jwk, publicKeyJwk));
  return { answer: right ? 'valid' : 'invalid', why: JSON.stringify(resolved.document) };
}

function sameJwk(found: unknown, wanted: JsonWebKey = {}): boolean {
  return isObject(found) && (['kty', 'crv', 'x', 'y', 'n', 'e'] as const).every((name) => found[name] === wanted[name]);
}

async function recipient(given: Case): Promise<Answered> {
  const { identity, claimed } = jsonOf(given) as { identity: unknown; claimed: Record<string, string | string[]> };
  const who = recipientOf(identity);
  const matches = who !== null && matchesRecipient(who, Object.values(claimed).flat());
  return { answer: matches ? 'valid' : 'invalid', why: '' };
}

const LAYERS: Readonly<Record<string, Layer>> = {
  full,
  proof,
  structure,
  extract,
  'status-list': statusList,
  'status-list-jwt': statusList,
  did,
  recipient,
};

/** The engine's answer to one vector. Never rejects: that the engine threw is an answer, and a wrong one. */
export async function answer(given: Case, contexts: Contexts): Promise<Answered> {
  const { layer } = given.vector;
  const ask = LAYERS[layer];
  if (!ask) return { answer: 'nothing', why: `no layer ${layer}` };
  return ask(given, contexts).catch((error: unknown) => ({ answer: 'nothing', why: `threw ${error}` }));
}
