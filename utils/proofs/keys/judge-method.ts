import { hasPassed, readInstant } from '../../badge/instant.ts';
import type { Check } from '../../badge/report.ts';
import { type JsonObject, list, member, texts } from '../../json/members.ts';
import type { FoundKey, KeyKind } from '../types.ts';
import type { Controller, Method } from './controller.ts';
import { fitKey } from './fit-key.ts';
import { sameId, sameMethod } from './identifiers.ts';
import { sameKey } from './jwk.ts';
import { found, gravest, keyCheck } from './key-check.ts';
import type { KeyReading } from './key-reading.ts';
import { keyOfMethod } from './method-key.ts';

/** Two of a kind are common (once described, once in place), more are not. */
const COPIES = 8;

/**
 * Judges what a controller document says about one method: its key, who controls it, what it may be used for, and whether it is still in use. Where the
 * document describes it more than once, every description must give the same key, and the gravest counts.
 */
export function judgeMethod(id: string, controller: Controller, kinds: readonly KeyKind[], now: Date): FoundKey {
  const { from, methods, selfContained } = controller;
  const descriptions = methods.filter((method) => sameMethod(method.id, id)).map(({ value }) => value);
  const [reading, ...copies] = descriptions.slice(0, COPIES).map(keyOfMethod);
  if (!reading || descriptions.length > COPIES || !copies.every((copy) => agrees(copy, reading))) {
    return found(null, keyCheck('unknown', 'key-malformed', 'two keys'), { from });
  }
  const { key, trouble } = fitKey(reading, id, kinds, selfContained);
  const problems = descriptions.flatMap((value) => [otherController(value, controller.id), ...ended(value, now)]);
  return found(key, gravest([trouble, notAuthorised(id, controller), ...problems], from), { from });
}

/**
 * Judges methods that all seem to be meant. If one of them is the issuer's for vouching, that is the answer; if they hold different keys, nobody can say
 * which is meant. Null when there is none.
 */
export function judgeAny(
  methods: readonly Method[],
  controller: Controller,
  kinds: readonly KeyKind[],
  now: Date,
): FoundKey | null {
  const ids = [...new Set(methods.map(({ id }) => id))].slice(0, COPIES);
  const judged = ids.map((id) => judgeMethod(id, controller, kinds, now));
  const usable = judged.filter(({ key }) => key !== null);
  const [first = judged[0]] = usable;
  if (first?.key && !usable.every(({ key }) => key && first.key && sameKey(key.jwk, first.key.jwk))) {
    return found(null, keyCheck('unknown', 'key-malformed', 'two keys'), { from: controller.from });
  }
  return usable.find(({ bound }) => bound) ?? first ?? null;
}

function agrees(a: KeyReading, b: KeyReading): boolean {
  return a.ok && b.ok ? sameKey(a.jwk, b.jwk) : a.ok === b.ok;
}

/** A method's controller is one identifier (Controlled Identifiers, 2.2): a list that names the issuer beside others is no answer to "whose is it?". */
export function otherController(method: JsonObject, expected: string): Check | null {
  const value = list(member(method, 'controller'));
  const named = texts(value);
  if (!named.some((id) => sameId(id, expected))) {
    return named[0] === undefined
      ? keyCheck('unknown', 'key-malformed', 'controller')
      : keyCheck('fail', 'key-other-controller', named[0]);
  }
  return value.length === 1 ? null : keyCheck('unknown', 'key-malformed', 'controller');
}

function notAuthorised(id: string, controller: Controller): Check | null {
  const listing = controller.listing(id);
  if (listing === 'asserts') return null;
  return listing === 'other'
    ? keyCheck('fail', 'key-not-authorised')
    : keyCheck('unknown', 'key-not-listed', controller.from);
}

/** `revoked` and `expires` (Controlled Identifiers, 2.2): from then on the key "MUST NOT be used", whatever date a signature gives itself. */
export function ended(method: JsonObject, now: Date): (Check | null)[] {
  return ['revoked', 'expires'].map((name) => {
    const value = member(method, name);
    if (value === undefined || value === null) return null;
    const end = readInstant(value);
    if (!end) return keyCheck('unknown', 'key-malformed', name);
    return hasPassed(end, now) ? keyCheck('fail', 'key-withdrawn', end.iso) : null;
  });
}
