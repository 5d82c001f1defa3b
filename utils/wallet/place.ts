/** The user's own order: numbers between which there is nearly always room for another. */

/** Room between two neighbours when places are given out anew. */
const STEP = 1_024;

/** A place between two others (`null`: there is none on that side), or null when there is no room left: then all are given out anew. */
export function placeBetween(before: number | null, after: number | null): number | null {
  if (after === null) return placeAfter(before);
  if (before === null) return after - STEP;
  const middle = before + (after - before) / 2;
  return middle > before && middle < after ? middle : null;
}

/** A place behind the last (`null`: there is none yet). There always is one. */
export function placeAfter(last: number | null): number {
  return last === null ? 0 : last + STEP;
}

/** Places for that many, in order. */
export function evenPlaces(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i * STEP);
}
