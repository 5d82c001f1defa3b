/** One measured figure and what it is held against. */
export interface Figure {
  /** Heading it stands under in docs/benchmarks.md. */
  area: string;
  name: string;
  unit: 'B' | 'ms' | 'requests';
  /** Median. */
  value: number;
  p90?: number;
  /** Median of the floor or peer, measured in the same run, in the same unit. */
  floor?: number;
  /** Fastest of all rounds over the floor's fastest: other work on the machine can only add. */
  leastRatio?: number;
  /** Most that is allowed: of the value itself, or of value / floor. Without it the figure is only told. */
  target?: { of: 'value' | 'ratio'; most: number };
}

/** Three answers: kept, missed, and null for a figure without a target. */
export function isKept({ value, floor, target }: Figure): boolean | null {
  if (!target) return null;
  if (target.of === 'value') return value <= target.most;
  return floor !== undefined && value / floor <= target.most;
}

/** The value at `share` (0 to 1) of the sorted list; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);

/** A figure out of single measurements, its floor's beside it. */
export function figureOf(
  head: Pick<Figure, 'area' | 'name' | 'target'>,
  values: readonly number[],
  floors?: readonly number[],
): Figure {
  return {
    ...head,
    unit: 'ms',
    value: median(values),
    p90: quantile(values, 0.9),
    ...(floors && { floor: median(floors), leastRatio: Math.min(...values) / Math.min(...floors) }),
  };
}

const number = (value: number) =>
  value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));

/** The cells of a figure as people read them: name, median, p90, floor, ratio, ratio of the fastest, target, kept. */
export function cells(figure: Figure): string[] {
  const { name, unit, value, p90, floor, leastRatio, target } = figure;
  const kept = isKept(figure);
  return [
    name,
    `${number(value)} ${unit}`,
    p90 === undefined ? '' : number(p90),
    floor === undefined ? '' : `${number(floor)} ${unit}`,
    floor === undefined ? '' : (value / floor).toFixed(2),
    leastRatio === undefined ? '' : leastRatio.toFixed(2),
    target ? (target.of === 'ratio' ? `≤ ${target.most} ×` : `≤ ${number(target.most)} ${unit}`) : '',
    kept === null ? '' : kept ? 'pass' : 'MISS',
  ];
}

/** One line for the terminal. */
export function line(figure: Figure): string {
  const [name = '', value, p90, floor, ratio, least, target, kept] = cells(figure);
  const parts = [
    value,
    p90 && `p90 ${p90}`,
    floor && `floor ${floor}`,
    ratio && `ratio ${ratio}`,
    least && `of the fastest ${least}`,
    target,
    kept,
  ];
  return `${name.padEnd(58)} ${parts.filter(Boolean).join(' · ')}`;
}
