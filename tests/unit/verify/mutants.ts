/** Every small change to something signed: each is a forgery that somebody might try. */
import fc from 'fast-check';

export type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

export interface Mutant<T> {
  /** Where, and what was done there. */
  what: string;
  /** What was done. */
  kind: string;
  mutant: T;
}

/** Up to `most` of these, the same in every run. */
export function some<T>(all: readonly T[], most: number, seed = 7): T[] {
  if (all.length <= most) return [...all];
  const [picked = []] = fc.sample(fc.shuffledSubarray([...all], { minLength: most, maxLength: most }), {
    numRuns: 1,
    seed,
  });
  return picked;
}

function placesIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return path.length === 0 ? [] : [path];
  const inner = Object.entries(value).flatMap(([name, content]) =>
    placesIn(content, [...path, Array.isArray(value) ? Number(name) : name]),
  );
  return path.length === 0 ? inner : [path, ...inner];
}

function changed(document: Json, path: Path, change: (parent: Json, name: string, old: unknown) => void): Json {
  const copy = structuredClone(document);
  let parent = copy as Json;
  for (const step of path.slice(0, -1)) parent = parent[step] as Json;
  const name = String(path.at(-1));
  change(parent, name, parent[name]);
  return copy;
}

type Change = readonly [kind: string, change: (old: unknown) => unknown];

const ofText: readonly Change[] = [
  ['a character', (old) => withOther(String(old), Math.floor(String(old).length / 2))],
  ['its first character', (old) => withOther(String(old), 0)],
  ['a character more', (old) => `${old}x`],
  ['white space', (old) => `${old} `],
  ['letters of the other case', (old) => otherCase(String(old))],
  ['nothing in it', () => ''],
  ['as a value', (old) => ({ '@value': old })],
  ['as a name', (old) => ({ id: old })],
];
const ofNumber: readonly Change[] = [
  ['one more', (old) => Number(old) + 1],
  ['less than nothing', (old) => -Number(old) - 1],
  ['as text', String],
];
const ofObject: readonly Change[] = [
  ['a member more: name', (old) => ({ ...(old as Json), name: added((old as Json).name) })],
  ['a member more: id', (old) => ({ ...(old as Json), id: 'https://evil.example/1' })],
  ['a member more: validUntil', (old) => ({ ...(old as Json), validUntil: '2099-01-01T00:00:00Z' })],
  ['a member more: evidence', (old) => ({ ...(old as Json), evidence: [{ type: ['Evidence'], name: 'More' }] })],
  ['a member that nobody defined', (old) => ({ ...(old as Json), unheardOf: 'yes' })],
  ['its id alone', (old) => (old as Json).id ?? 'urn:x:y'],
  ['no members', () => ({})],
];
const ofList: readonly Change[] = [
  ['one more', (old) => [...(old as unknown[]), 'https://evil.example/2']],
  ['one twice', (old) => [...(old as unknown[]), (old as unknown[])[0]]],
  ['none', () => []],
  ['the first alone', (old) => (old as unknown[])[0]],
];
const ofAnything: readonly Change[] = [
  ['in a list', (old) => [old]],
  ['null', () => null],
  ['beside another', (old) => [old, 'another']],
];

function changesOf(value: unknown): readonly Change[] {
  if (typeof value === 'string') return [...ofText, ...ofAnything];
  if (typeof value === 'number') return [...ofNumber, ...ofAnything];
  if (typeof value === 'boolean') return [['the other', (old) => !old], ['as text', String], ...ofAnything];
  if (Array.isArray(value)) return [...ofList, ...ofAnything];
  return value === null ? [['something', () => 'x']] : [...ofObject, ...ofAnything];
}

/** A document with one thing changed, anywhere: each member in each way, and gone. `except`: members of the top that are left as they are. */
export function mutantsOf(document: Json, except: readonly string[] = []): Mutant<Json>[] {
  const places = placesIn(document).filter(([first]) => !except.includes(String(first)));
  const inside = places.flatMap((path) => {
    const at = path.join('.');
    const gone = changed(document, path, (parent, name) => {
      if (Array.isArray(parent)) parent.splice(Number(name), 1);
      else delete parent[name];
    });
    const old = path.reduce<unknown>((value, step) => (value as Json)[step], document);
    const others = changesOf(old).map(([kind, change]) => ({
      what: `${at}: ${kind}`,
      kind,
      mutant: changed(document, path, (parent, name, value) => {
        parent[name] = change(value);
      }),
    }));
    return [{ what: `${at}: gone`, kind: 'gone', mutant: gone }, ...others];
  });
  const whole = ofObject.slice(0, 5).map(([kind, change]) => ({
    what: `whole: ${kind}`,
    kind,
    mutant: { ...(change(document) as Json), proof: document.proof },
  }));
  const text = JSON.stringify(document);
  return [...inside, ...whole].filter(({ mutant }) => JSON.stringify(mutant) !== text);
}

const BASE64URL = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Text with one character changed, missing or doubled, at each place from `from` on; and every other last character. */
export function textMutants(text: string, label: string, from = 0): Mutant<string>[] {
  const places = Array.from({ length: text.length - from }, (_, index) => from + index);
  const each = places.flatMap((at) => [
    { what: `${label} ${at}: other`, kind: 'a character', mutant: withOther(text, at) },
    { what: `${label} ${at}: gone`, kind: 'gone', mutant: text.slice(0, at) + text.slice(at + 1) },
    { what: `${label} ${at}: more`, kind: 'a character more', mutant: `${text.slice(0, at)}A${text.slice(at)}` },
  ]);
  const ends = [...BASE64URL].map((last) => ({
    what: `${label} end: ${last}`,
    kind: 'a character',
    mutant: text.slice(0, -1) + last,
  }));
  return [...each, ...ends].filter(({ mutant }) => mutant !== text);
}

function withOther(text: string, at: number): string {
  return text.slice(0, at) + (text[at] === 'b' ? 'c' : 'b') + text.slice(at + 1);
}

function otherCase(text: string): string {
  const upper = text.toUpperCase();
  return upper === text ? text.toLowerCase() : upper;
}

function added(before: unknown): string {
  return typeof before === 'string' ? `${before} and more` : 'Added';
}
