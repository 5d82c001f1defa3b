import { posix } from 'node:path';

/**
 * The rules of docs/architecture.md about who may import whom, as a function from sources to breaches, so that it can be tried on made-up ones.
 */
export type Sources = ReadonlyMap<string, string>;

export interface Import {
  from: string;
  /** Path in the repository, or a package's name as written. */
  to: string;
  inside: boolean;
  /** `import type`: gone after compilation. */
  typeOnly: boolean;
}

const IMPORT =
  /\b(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?(['"])([^'"\n]+)\3|\bimport\s*\(\s*(['"])([^'"\n]+)\5/g;

/** Comments may talk about imports; so may no string in this code base. */
function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** Every static or dynamic import and re-export of a file. */
export function importsOf(file: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(IMPORT)].map(([, , type, , named, , dynamic]) => {
    const written = (named ?? dynamic ?? '').replace(/\?.*$/, '');
    const inside = written.startsWith('.');
    const to = inside ? posix.join(posix.dirname(file), written) : written;
    return { from: file, to, inside, typeOnly: type !== undefined };
  });
}

/** Lower may not import higher. Where several share a number, they may not import each other unless `loose`. */
const LAYERS: readonly [layer: RegExp, rank: number, loose?: true][] = [
  [/^utils\/badge\//, 0],
  [/^utils\/bytes\//, 0],
  [/^utils\/json\//, 0],
  [/^utils\/browser\.ts$/, 0],
  [/^utils\/links\/types\.ts$/, 1],
  [/^utils\/net\//, 1],
  [/^utils\/platforms\/(?:[^/]+\/)?links\.ts$/, 2],
  [/^utils\/links\//, 3],
  [/^utils\/openbadges\//, 4],
  [/^utils\/proofs\//, 4],
  [/^utils\/credentials\//, 5],
  [/^utils\/platforms\//, 6],
  [/^utils\/verify\//, 7],
  [/^utils\/share\//, 7],
  [/^utils\/settings\//, 8],
  [/^utils\/messages\//, 9],
  [/^utils\/words\//, 9],
  [/^utils\/ledger\//, 10],
  [/^utils\/trust\//, 10],
  [/^utils\/wallet\//, 10],
  [/^utils\//, 11, true],
  [/^components\//, 12, true],
  [/^entrypoints\//, 13, true],
];

const PURE = /^utils\/(?:bytes|json|badge|links|openbadges|proofs|credentials|platforms|verify|share|net)\//;
const FRAMEWORK =
  /^(?:wxt|#imports|#i18n|react|react-dom|@base-ui|zustand|dexie|webextension-polyfill|@wxt-dev)(?:\/|$)/;
const BROWSER = /^(?:wxt\/browser|webextension-polyfill|utils\/browser\.ts)$/;

const CONTENT_SIDE = /^(?:utils\/page\/|entrypoints\/(?:[^/]+\.content(?:\.tsx?$|\/)|card\.ts$))/;
/** What a script on every page may carry besides its own code. */
const CARRIED =
  /^(?:utils\/(?:page|links|platforms\/(?:[^/]+\/)?links\.ts|words|badge|messages|settings)(?:\/|$)|entrypoints\/)/;
const CARRIED_PACKAGE = /^(?:#i18n|wxt\/utils\/.+)$/;

const layerOf = (file: string) => LAYERS.find(([layer]) => layer.test(file));

function breachOf({ from, to, inside, typeOnly }: Import, sources: Sources): string | null {
  if (inside && /\.tsx?$/.test(to) && !sources.has(to)) return 'does not exist';
  if (inside && !/\.[a-z]+$/.test(to)) return 'has no extension';
  if (to === 'webextension-polyfill' && !typeOnly && from !== 'utils/browser.ts') return 'only utils/browser.ts may';
  if (PURE.test(from) && (FRAMEWORK.test(to) || BROWSER.test(to))) return 'a pure folder';
  if (/^(?:utils|components|entrypoints)\//.test(from) && to.startsWith('node:')) return 'runs in a browser';
  if (from.startsWith('components/') && (BROWSER.test(to) || to === 'dexie')) return 'components get props';
  const own = layerOf(from);
  const other = inside ? layerOf(to) : undefined;
  if (!own || !other || (typeOnly && from.startsWith('components/'))) return null;
  if (other[1] > own[1]) return 'upwards';
  if (other[1] === own[1] && other !== own && !own[2]) return 'sideways';
  return null;
}

/** Everything that ends up in the bundle of `root`, with the way it came. */
function bundleOf(root: string, graph: ReadonlyMap<string, readonly Import[]>): Map<string, string> {
  const ways = new Map([[root, root]]);
  for (const [file, way] of ways) {
    for (const { to, typeOnly } of graph.get(file) ?? []) {
      if (!typeOnly && !ways.has(to)) ways.set(to, `${way} → ${to}`);
    }
  }
  return ways;
}

/** All breaches, one sentence each; empty when the house is in order. */
export function breachesIn(sources: Sources): string[] {
  const graph = new Map([...sources].map(([file, source]) => [file, importsOf(file, source)]));
  const breaches: string[] = [];
  for (const edge of [...graph.values()].flat()) {
    const why = breachOf(edge, sources);
    if (why) breaches.push(`${edge.from} → ${edge.to}: ${why}`);
  }
  for (const root of graph.keys()) {
    const onPages = CONTENT_SIDE.test(root);
    if (!onPages && !root.startsWith('components/')) continue;
    for (const [to, way] of bundleOf(root, graph)) {
      const isFile = graph.has(to) || /^(?:utils|components|entrypoints|locales)\//.test(to);
      const allowed = onPages
        ? (isFile ? CARRIED : CARRIED_PACKAGE).test(to) || /\.css$/.test(to)
        : !BROWSER.test(to) && to !== 'dexie';
      if (!allowed) breaches.push(`${way}: ${onPages ? 'would be on every page' : 'components get props'}`);
    }
  }
  return [...new Set(breaches)];
}
