/**
 * Renders the icon (public/icon/touchstone.svg is the drawing) into the sizes that browsers ask for.
 * Below 48 px the full drawing turns to mud, so 16 and 32 have a plain one of their own, in two variants: for light and for dark toolbars.
 *
 * Run by hand after a change: `node scripts/icons.mjs`; the PNGs are committed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

const folder = fileURLToPath(new URL('../public/icon/', import.meta.url));

/** At 16 px the slab stands straight on the pixel grid: every slanted edge would blur. */
const SLABS = {
  16: '<rect x="1.5" y="1.5" width="13" height="13" rx="2.5"',
  32: '<path d="M3.6 1h8.1q2 0 2.3 2l1 8.3q.2 2.2-2 2.5l-8 1.2q-2.3.2-2.6-2L1 4.2Q.9 1.3 3.6 1z"',
};

/** Slab and tick on a grid of 16 units. */
const small = (size, { stone, edge, gold }) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  ${SLABS[size]} fill="${stone}" stroke="${edge}" stroke-width="1" stroke-linejoin="round"/>
  <path d="m4.5 8.4 2.6 2.7 4.6-6.3" fill="none" stroke="${gold}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>
</svg>`;

const LIGHT_TOOLBAR = { stone: '#23282e', edge: '#23282e', gold: '#ffcf4d' };
const DARK_TOOLBAR = { stone: '#454e58', edge: '#a9b4bf', gold: '#ffd866' };

function render(svg, size, name) {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(`${folder}${name}.png`, png);
}

const full = readFileSync(`${folder}touchstone.svg`, 'utf8');
for (const size of [48, 96, 128]) render(full, size, String(size));
for (const size of [16, 32]) {
  render(small(size, LIGHT_TOOLBAR), size, String(size));
  render(small(size, DARK_TOOLBAR), size, `dark-${size}`);
}
