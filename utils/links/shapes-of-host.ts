import { PLATFORM_LINKS } from '../platforms/links.ts';
import type { LinkShape, PlatformLinks } from './types.ts';

type Rule = readonly [PlatformLinks, LinkShape];

const RULES = new Map<string, Rule[]>();
for (const platform of PLATFORM_LINKS) {
  for (const shape of platform.shapes) {
    for (const host of shape.hosts) {
      const rules = RULES.get(host);
      if (rules) rules.push([platform, shape]);
      else RULES.set(host, [[platform, shape]]);
    }
  }
}

/** Shapes known for exactly this host name; failing that, for the nearest `*.` above it. Never a prefix or suffix of a label. */
export function shapesOfHost(host: string): readonly Rule[] {
  let rules = RULES.get(host);
  for (let dot = host.indexOf('.'); !rules && dot > 0; dot = host.indexOf('.', dot + 1)) {
    rules = RULES.get(`*${host.slice(dot)}`);
  }
  return rules ?? [];
}
