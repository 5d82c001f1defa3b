/**
 * Points of the two NIST curves, by the arithmetic of @noble/curves. The curves' parameters (NIST SP 800-186, 3.2.1) stand here because the library's
 * own module of them brings signing and hashing along, twice the bytes; a test holds both against each other.
 */
import { type WeierstrassOpts, type WeierstrassPointCons, weierstrass } from '@noble/curves/abstract/weierstrass.js';

export type CurveName = 'P-256' | 'P-384';

export const CURVES: Readonly<Record<CurveName, WeierstrassOpts<bigint>>> = {
  'P-256': {
    p: 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn,
    n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
    h: 1n,
    a: 0xffffffff00000001000000000000000000000000fffffffffffffffffffffffcn,
    b: 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn,
    Gx: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
    Gy: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
  },
  'P-384': {
    p: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffffn,
    n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    h: 1n,
    a: 0xfffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffcn,
    b: 0xb3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aefn,
    Gx: 0xaa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7n,
    Gy: 0x3617de4a96262c6f5d9e98bf9292dc29f8f41dbd289a147ce9da3113b5f0b8c00a60b1ce1d7e819d7a431d7c90ea0e5fn,
  },
};

const points = new Map<CurveName, WeierstrassPointCons<bigint>>();

/** Built when first needed: most badges are signed with Ed25519. */
function pointsOf(curve: CurveName): WeierstrassPointCons<bigint> {
  const before = points.get(curve);
  if (before) return before;
  const made = weierstrass(CURVES[curve]);
  points.set(curve, made);
  return made;
}

/** Bytes of one coordinate. */
export function coordinateLength(curve: CurveName): number {
  return curve === 'P-256' ? 32 : 48;
}

/** The coordinates of a point written as SEC 1 compressed (0x02 or 0x03 and x) or uncompressed (0x04, x, y). Null when it is not on the curve. */
export function readPoint(curve: CurveName, bytes: Uint8Array): { x: Uint8Array; y: Uint8Array } | null {
  try {
    const whole = pointsOf(curve).fromBytes(bytes).toBytes(false);
    const length = coordinateLength(curve);
    return { x: whole.slice(1, 1 + length), y: whole.slice(1 + length) };
  } catch {
    return null;
  }
}
