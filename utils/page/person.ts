import { attribute, closest, query, queryAll, textOf } from './dom.ts';
import { personOnLinkedIn } from './person-linkedin.ts';
import { agreed, asName, lettersOf } from './person-name.ts';

const MAX_DATA = 300_000;
const MAX_BLOCKS = 20;
const RESUME = /résumé|resume|\bcv\b|curriculum|lebenslauf|履歷|履历|简历|簡歷|履歴書|이력서|резюме/i;

type Json = unknown;
const isObject = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null;
const listOf = (value: Json): Json[] => (Array.isArray(value) ? value.slice(0, 200) : [value]);

function parse(text: string | null): Json {
  try {
    return text && text.length < MAX_DATA ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** Persons that a page's JSON-LD is about: the main entity of a profile page, else top-level ones. Authors, reviewers and the like are not. */
function personsInData(doc: Document): string[] {
  const tops = Array.from(queryAll(doc, 'script[type="application/ld+json"]'))
    .slice(0, MAX_BLOCKS)
    .flatMap((block) => listOf(parse(textOf(block))))
    .flatMap((top) => (isObject(top) && '@graph' in top ? listOf(top['@graph']) : [top]))
    .filter(isObject);
  const is = (node: Json, type: string) =>
    isObject(node) &&
    listOf(node['@type']).some((name) => String(name).replace(/^https?:\/\/schema\.org\//, '') === type);
  const mains = tops.filter((top) => is(top, 'ProfilePage')).flatMap((top) => listOf(top.mainEntity));
  const persons = [...mains, ...tops].filter((node) => is(node, 'Person')).filter(isObject);
  const chosen = mains.length ? persons.filter((node) => mains.includes(node)) : persons;
  return chosen.map((node) => asName(typeof node.name === 'string' ? node.name : '')).filter((name) => name !== null);
}

/** Microformats 2: `h-resume` and `h-card`, as standardised class names; cards inside posts and comments are other people's. */
function personsInCards(doc: Document): string[] {
  return Array.from(queryAll(doc, '.h-resume,.h-card'))
    .slice(0, MAX_BLOCKS)
    .filter((card) => !closest(card, '.h-entry,.h-feed,.h-cite,.h-review'))
    .map((card) => asName(textOf(query(card, '.p-name') ?? card)))
    .filter((name) => name !== null);
}

/** `<meta property>` of the Open Graph profile type. */
function personsInGraph(doc: Document): { sure: string[]; title: string | null; username: string | null } {
  const meta = (name: string) => {
    const el = query(doc, `meta[property="${name}"]`);
    return el && attribute(el, 'content');
  };
  if (meta('og:type') !== 'profile') return { sure: [], title: null, username: null };
  const first = meta('profile:first_name');
  const last = meta('profile:last_name');
  const full = first && last ? asName(`${first} ${last}`) : null;
  return { sure: full ? [full] : [], title: asName(meta('og:title'), 2), username: meta('profile:username') };
}

/** GitHub's profile page says the name once, as `itemprop`; repositories use the same attribute for their own names. */
function personOnGitHub(doc: Document, path: string, username: string | null): string | null {
  if (!username || path.replaceAll('/', '').toLowerCase() !== username.toLowerCase()) return null;
  return asName(textOf(query(doc, '[itemtype$="/Person"] [itemprop="name"],[itemprop="name"]') ?? doc));
}

/** The title of a résumé, said to be one by itself or by its address: `Name – Résumé`. An only h1 must then repeat the name. */
function personInTitle(doc: Document, path: string, title: string): string | null {
  if (!RESUME.test(title) && !RESUME.test(path)) return null;
  const names = title
    .split(/\s+[-–—|·:]\s+|\s*\|\s*|['’]s\s+/)
    .filter((part) => !RESUME.test(part))
    .map((part) => asName(part, 2))
    .filter((name) => name !== null)
    .filter((name) => name.split(' ').length <= 4);
  const heads = Array.from(queryAll(doc, 'h1'), (el) => lettersOf(textOf(el) ?? ''));
  const likely = heads.length === 1 ? names.filter((name) => heads[0] === lettersOf(name)) : names;
  return heads.length <= 1 && likely.length === 1 ? (likely[0] ?? null) : null;
}

/**
 * The person a page is about, for comparing names, or null when that is not sure. Sources that contradict each other: null.
 * The page is a stranger's: the worst a lie can reach is that its own name agrees with a badge, which the words say is all that was compared.
 */
export function personOf(doc: Document, address: { hostname: string; pathname: string }): string | null {
  const { hostname, pathname } = address;
  const title = textOf(query(doc, 'head>title') ?? doc) ?? '';
  if (/(^|\.)linkedin\.com$/.test(hostname)) return personOnLinkedIn(doc, pathname, title);
  if (/json/.test(doc.contentType)) {
    const resume = parse(textOf(query(doc, 'pre') ?? doc));
    const basics = isObject(resume) ? resume.basics : null;
    return isObject(basics) && typeof basics.name === 'string' ? asName(basics.name) : null;
  }
  const graph = personsInGraph(doc);
  const onGitHub = hostname === 'github.com' ? personOnGitHub(doc, pathname, graph.username) : null;
  const sure = [...personsInData(doc), ...personsInCards(doc), ...graph.sure, ...(onGitHub ? [onGitHub] : [])];
  if (sure.length) return agreed(sure);
  return hostname === 'github.com' ? null : (graph.title ?? personInTitle(doc, pathname, title));
}
