/**
 * Controller documents (Controlled Identifiers 1.0, DID Core 1.1): which keys speak for an identifier, and what for. Only the document at the
 * identifier's own place says so.
 */
import type { Check } from '../../badge/report.ts';
import { idOf, isObject, type JsonObject, list, member, text } from '../../json/members.ts';
import type { DocumentTools } from '../../net/types.ts';
import { isSelfContained, resolveDid } from './did.ts';
import { absoluteId, addressOf, isDid, isWeb, placeOf, sameId, sameMethod, schemeOf } from './identifiers.ts';
import { keyCheck } from './key-check.ts';
import { readKeyDocument } from './key-document.ts';
import { createMemo } from './memo.ts';

/** Looked at in each list. Issuers have a handful of keys; what lies beyond is as good as not read. */
const MOST = 500;
const OTHERS = ['authentication', 'keyAgreement', 'capabilityInvocation', 'capabilityDelegation'];

/** A verification method that is written out, under its absolute identifier. */
export interface Method {
  id: string;
  value: JsonObject;
}

export interface Controller {
  /** Its identifier as the document itself writes it. */
  id: string;
  /** DID or host, for words. */
  from: string;
  /** Everything in it follows from the identifier, so that no other document can be right. */
  selfContained: boolean;
  /** One may be written out in several lists. */
  methods: readonly Method[];
  /** It says for what its keys are, or has keys at all. */
  publishesKeys: boolean;
  listing(methodId: string): Listing;
}

/**
 * What a document says about a method: `asserts`, it may vouch for credentials; `other`, the document knows it, and not for that; `unsaid`, the document
 * does not know it, or has no list of those that may vouch, or not all of the list could be read.
 */
export type Listing = 'asserts' | 'other' | 'unsaid';

export type ControllerResult =
  | { ok: true; controller: Controller }
  | {
      ok: false;
      check: Check;
      retryAt?: string;
      /** The place was reached, and nothing there speaks for the identifier. */
      absent: boolean;
    };

/** Reads the controller document of a DID or a web identifier. */
export async function readController(id: string, tools: DocumentTools): Promise<ControllerResult> {
  if (isDid(id)) {
    const resolved = await resolveDid(id, tools);
    if (!resolved.ok) return { absent: false, ...resolved };
    return { ok: true, controller: controllerOfDid(resolved.document, id) };
  }
  if (!isWeb(id)) {
    return { ok: false, absent: false, check: keyCheck('unknown', 'key-unsupported', schemeOf(id) || id) };
  }
  const address = addressOf(id);
  if (!address) return { ok: false, absent: false, check: keyCheck('unknown', 'key-unavailable', id) };
  const answer = await readKeyDocument(address, tools);
  if (!answer.ok) return answer;
  const controller = controllerOf(answer.value, idOf(answer.value) ?? '', false);
  if (sameId(controller.id, id)) return { ok: true, controller };
  // Somebody's list of keys is not nothing: the same place may answer to several spellings of the issuer.
  const absent = !controller.publishesKeys;
  return { ok: false, absent, check: keyCheck('unknown', 'key-unavailable', address.host) };
}

/** What a DID that is its own key says follows from its name alone. */
const known = createMemo<Controller>();

function controllerOfDid(document: JsonObject, did: string): Controller {
  return isSelfContained(did)
    ? known.of(did, () => controllerOf(document, did, true))
    : controllerOf(document, did, false);
}

function controllerOf(document: JsonObject, id: string, selfContained: boolean): Controller {
  const described = read(document, id, ['verificationMethod']);
  const asserting = read(document, id, ['assertionMethod']);
  const others = read(document, id, OTHERS);
  const has = (entries: Entries, methodId: string) => entries.ids.some((entry) => sameMethod(entry, methodId));
  return {
    id,
    from: placeOf(id),
    selfContained,
    methods: [...described.methods, ...asserting.methods, ...others.methods],
    publishesKeys: [described, asserting, others].some((entries) => entries.given),
    listing(methodId) {
      if (has(asserting, methodId)) return 'asserts';
      if (!asserting.complete) return 'unsaid';
      return has(others, methodId) || (asserting.given && has(described, methodId)) ? 'other' : 'unsaid';
    },
  };
}

interface Entries {
  ids: string[];
  methods: Method[];
  /** The document has such a member. */
  given: boolean;
  /** Every entry of it could be read. */
  complete: boolean;
}

/** A relationship lists methods by identifier or has them written out in place. */
function read(document: JsonObject, documentId: string, names: readonly string[]): Entries {
  const entries: Entries = { ids: [], methods: [], given: false, complete: true };
  for (const name of names) {
    const value = member(document, name);
    const all = list(value);
    entries.given ||= value !== undefined && value !== null;
    entries.complete &&= all.length <= MOST;
    for (const entry of all.slice(0, MOST)) {
      const id = isObject(entry) ? idOf(entry) : text(entry);
      if (id === undefined) {
        entries.complete = false;
        continue;
      }
      const whole = absoluteId(id, documentId);
      entries.ids.push(whole);
      if (isObject(entry)) entries.methods.push({ id: whole, value: entry });
    }
  }
  return entries;
}
