import type { KeyKind } from '../types.ts';

/** A key as it was written down: usable, or why not. */
export type KeyReading =
  | {
      ok: true;
      kind: KeyKind;
      /** Only public members, in one spelling: two readings of one key have the same values. */
      jwk: JsonWebKey;
    }
  | KeyTrouble;

/** `other-use`: its owner says that it is not for signatures. */
export interface KeyTrouble {
  ok: false;
  why: 'malformed' | 'unsupported' | 'other-use';
  /** A short fact: the member, the length, the kind of key. */
  what: string;
}

/** Frozen: what follows from a text is remembered, and shared by all badges that carry it. */
export function usable(kind: KeyKind, jwk: JsonWebKey): KeyReading {
  return { ok: true, kind, jwk: Object.freeze(jwk) };
}

export function malformed(what: string): KeyTrouble {
  return { ok: false, why: 'malformed', what };
}

export function unsupported(what: string): KeyTrouble {
  return { ok: false, why: 'unsupported', what };
}

export function otherUse(what: string): KeyTrouble {
  return { ok: false, why: 'other-use', what };
}
