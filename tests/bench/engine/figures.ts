import type { Figure } from '../figure.ts';
import { dataIntegrity } from './data-integrity.ts';
import { jwt } from './jwt.ts';
import { oneIssuer } from './one-issuer.ts';
import { whole } from './whole.ts';

/** Everything about checking a badge once it is here: no browser, no network. */
export async function engineFigures(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const measure of [jwt, dataIntegrity, whole, oneIssuer]) figures.push(...(await measure()));
  return figures;
}
