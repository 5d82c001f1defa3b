/** One way of answering for each layer of the vectors: how much of the engine it asks for. */
import { createHash } from 'node:crypto';
import { matchesRecipient } from '../../utils/badge/recipient.ts';
import type { Check } from '../../utils/badge/report.ts';
import { isObject, type JsonObject, member, reference } from '../../utils/json/members.ts';
import { createReader } from '../../utils/net/reader.ts';
import type { DocumentTools } from '../../utils/net/types.ts';
import { unbake } from '../../utils/openbadges/baking/unbake.ts';
import { recipientOf } from '../../utils/openbadges/fields.ts';
import { judgeStructure } from '../../utils/openbadges/v3/structure.ts';
import { judgeDocumentProofs } from '../../utils/proofs/data-integrity/judge-document.ts';
import { addressOfDidWeb, resolveDid } from '../../utils/proofs/keys/did.ts';
import { decodeStatusList } from '../../utils/proofs/status/decode-list.ts';
import { verifyBadge } from '../../utils/verify/index.ts';
import { type Answer, allowedOrigins, answerOf, contextsOf, fetchOf, type Vector, vectorFile } from './vector-world.ts';

export interface Answered {
  answer: Answer;
  /** What the engine said, for a miss. */
  why: string;
}

const contexts = contextsOf();
const told = (checks: readonly Check[]) =>
  checks
    .filter(({ outcome }) => outcome !== 'pass')
    .map(({ outcome, code, detail }) => `${outcome} ${code}${detail === undefined ? '' : ` (${detail})`}`)
    .join(', ');

function toolsFor(vector: Vector): DocumentTools {
  const reader = createReader(fetchOf(vector), { allow: allowedOrigins(vector) });
  return { reader, now: new Date(vector.now), contexts };
}

function jsonOf(vector: Vector): JsonObject {
  const value: unknown = JSON.parse(vectorFile(vector.file).toString('utf8'));
  return isObject(value) ? value : {};
}

async function full(vector: Vector): Promise<Answered> {
  const report = await verifyBadge(
    { bytes: new Uint8Array(vectorFile(vector.file)) },
    { fetch: fetchOf(vector), now: new Date(vector.now), contexts, allowOrigins: allowedOrigins(vector) },
  );
  return { answer: answerOf(report.verdict), why: `${report.verdict}: ${told(report.checks)}` };
}

/** The signature alone: whose key it is does not matter here. */
async function proof(vector: Vector): Promise<Answered> {
  const document = jsonOf(vector);
  const proofs = await judgeDocumentProofs(document, reference(member(document, 'issuer')) ?? '', toolsFor(vector));
  const checks = proofs.flatMap((judged) => judged.checks.filter(({ id }) => id !== 'key' && id !== 'dates'));
  const why = told(proofs.flatMap((judged) => judged.checks));
  if (proofs.length > 0 && proofs.every(({ holds }) => holds)) return { answer: 'valid', why };
  return { answer: checks.some(({ outcome }) => outcome === 'fail') ? 'invalid' : 'unverifiable', why };
}

async function structure(vector: Vector): Promise<Answered> {
  const checks = judgeStructure(jsonOf(vector));
  const failed = checks.some(({ id, outcome }) => id === 'format' && outcome === 'fail');
  return { answer: failed ? 'invalid' : 'valid', why: told(checks) };
}

async function extract(vector: Vector): Promise<Answered> {
  const result = await unbake(new Uint8Array(vectorFile(vector.file)));
  if (!result.ok) return { answer: 'invalid', why: told([result.check]) };
  const { payload, keyword } = result.found;
  const { sha256_utf8: wanted, keyword: named } = vector.extract ?? {};
  const digest = createHash('sha256').update(payload).digest('hex');
  const same = (wanted === undefined || wanted === digest) && (named === undefined || named === keyword);
  return { answer: same ? 'valid' : 'invalid', why: `${keyword} ${digest}` };
}

async function statusList(vector: Vector): Promise<Answered> {
  const list = await decodeStatusList(vectorFile(vector.file).toString('utf8'));
  if (!list.ok) return { answer: 'unverifiable', why: told([list.check]) };
  const wrong = Object.entries(vector.bits ?? {}).filter(([index, bit]) => list.valueAt(Number(index)) !== bit);
  const counted = vector.entries_count === undefined || vector.entries_count === list.entries;
  return { answer: wrong.length === 0 && counted ? 'valid' : 'invalid', why: `${list.entries} entries; ${wrong}` };
}

async function did(vector: Vector): Promise<Answered> {
  const name = vectorFile(vector.file).toString('utf8').trim();
  const { document_url: address, publicKeyJwk, assertionMethod, verificationMethod } = vector.did ?? {};
  if (address !== undefined) {
    const built = addressOfDidWeb(name);
    return { answer: built === address ? 'valid' : 'invalid', why: String(built) };
  }
  const resolved = await resolveDid(name, toolsFor(vector));
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

async function recipient(vector: Vector): Promise<Answered> {
  const { identity, claimed } = jsonOf(vector) as { identity: unknown; claimed: Record<string, string | string[]> };
  const who = recipientOf(identity);
  const matches = who !== null && matchesRecipient(who, Object.values(claimed).flat());
  return { answer: matches ? 'valid' : 'invalid', why: '' };
}

export const LAYERS: Record<string, (vector: Vector) => Promise<Answered>> = {
  full,
  proof,
  structure,
  extract,
  'status-list': statusList,
  'status-list-jwt': statusList,
  did,
  recipient,
};
