import { sameAddress } from '../badge/address.ts';
import { idOf, isObject } from '../json/members.ts';

/** Members that may differ without any difference in what is said. */
const ASIDE = new Set(['@context', 'context', 'verify', 'verification']);

/**
 * Does the copy that somebody handed in say something else than the hosted one? An object and the address that is its id are the same, and so are
 * addresses that differ in their scheme or query. Members that only the hosted copy has are no difference.
 */
export function differs(presented: unknown, hosted: unknown): boolean {
  if (!isObject(presented) || !isObject(hosted)) return true;
  return Object.entries(presented).some(
    ([name, value]) => !ASIDE.has(name) && !(Object.hasOwn(hosted, name) && same(value, hosted[name], 0)),
  );
}

function same(a: unknown, b: unknown, depth: number): boolean {
  if (Object.is(a, b)) return true;
  if (depth > 64) return false;
  if (typeof a === 'string' && typeof b === 'string') return sameAddress(a, b, true);
  if (isObject(a) && typeof b === 'string') return sameText(idOf(a), b);
  if (isObject(b) && typeof a === 'string') return sameText(idOf(b), a);
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => same(item, b[index], depth + 1));
  }
  if (isObject(a) && isObject(b)) {
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every(
      (name) => Object.hasOwn(a, name) && Object.hasOwn(b, name) && same(a[name], b[name], depth + 1),
    );
  }
  return false;
}

function sameText(a: string | undefined, b: string): boolean {
  return a !== undefined && (a === b || sameAddress(a, b, true));
}
