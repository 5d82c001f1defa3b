import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenPlaces, placeBetween } from '../../../utils/wallet/place.ts';

describe('a place', () => {
  it('lies between its neighbours, or there is none', () => {
    const place = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const between = placeBetween(low, high);
        if (between === null) expect(high - low).toBeLessThanOrEqual(Math.abs(high) * 2 ** -51 + Number.MIN_VALUE);
        else expect(between > low && between < high).toBe(true);
        expect(placeBetween(null, low)).toBeLessThan(low);
        expect(placeBetween(high, null)).toBeGreaterThan(high);
      }),
    );
  });

  it('does not exist between the same, or between two in the wrong order', () => {
    expect([placeBetween(1, 1), placeBetween(2, 1)]).toEqual([null, null]);
  });

  it('is given out anew with room between', () => {
    const places = evenPlaces(5);
    expect(places).toHaveLength(5);
    for (const [i, each] of places.entries()) if (i > 0) expect(placeBetween(places[i - 1] ?? 0, each)).not.toBeNull();
  });
});
