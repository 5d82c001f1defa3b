/** What was pasted or dropped, and what it turns out to be. */

import fc from 'fast-check';
import { Zip, ZipDeflate, ZipPassThrough, type Zippable, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../../../utils/wallet/imports/json-elements.ts';
import { readInput } from '../../../../utils/wallet/imports/read-input.ts';
import { MAX_LINKS } from '../../../../utils/wallet/imports/read-text.ts';
import type { InputRead } from '../../../../utils/wallet/imports/types.ts';
import { unzipEntries, ZIP_CAPS } from '../../../../utils/wallet/imports/zip-entries.ts';
import { bakedPng, medalPng } from '../../../world/server/picture.ts';

const BADGE = 'https://www.credly.com/badges/7a31c0de-4b2d-4c9e-a1f7-5d20e83b6c41';
const PROFILE = 'https://www.credly.com/users/odalys-brandt';
const ASSERTION = {
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id: 'https://kestrel.example/assertions/7',
  badge: { type: 'BadgeClass', name: 'Falconry' },
  recipient: { type: 'email', hashed: false, identity: 'odalys@brandt.example' },
};
const JWS = `${Buffer.from('{"alg":"EdDSA"}').toString('base64url')}.${Buffer.from('{"iss":"x"}').toString('base64url')}.c2ln`;
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><text>medal</text></svg>';

const utf8 = (text: string) => new TextEncoder().encode(text);
const urls = ({ candidates }: InputRead) =>
  candidates.map(({ source }) => (source && 'url' in source ? source.url : source));
const drop = (...files: [name: string, bytes: Uint8Array][]) =>
  readInput({ files: files.map(([name, bytes]) => ({ name, bytes })) });
const paste = (text: string) => readInput({ text });

describe('pasted text', () => {
  it.each([
    [`  ${BADGE}/public_url `, [BADGE]],
    [`My badges: ${BADGE}, and <https://lindow.example/b/1>.`, [BADGE, 'https://lindow.example/b/1']],
    ['www.credly.com/badges/7a31c0de-4b2d-4c9e-a1f7-5d20e83b6c41', [BADGE]],
    [`<a href="${BADGE}">${BADGE}</a>`, [BADGE]],
    [`[![Falconry](https://lindow.example/a.png)](${BADGE})`, ['https://lindow.example/a.png', BADGE]],
    ['See (https://lindow.example/b/17).', ['https://lindow.example/b/17']],
    ['Seen: https://lindow.example/wiki/Badge_(2024)!', ['https://lindow.example/wiki/Badge_(2024)']],
    ['https://lindow.example/b/Hooray!', ['https://lindow.example/b/Hooray!']],
    [`https://www.linkedin.com/redir/redirect?url=${encodeURIComponent(`${BADGE}?utm_source=x`)}`, [BADGE]],
    [
      'https://api.badgr.io/public/assertions/Qk3vT9xLm2Zp7Rw5Yb1CdA?identity__email=odalys%40brandt.example',
      ['https://api.badgr.io/public/assertions/Qk3vT9xLm2Zp7Rw5Yb1CdA'],
    ],
    [`${BADGE}\r\nhttps://kestrel.example/badge.json\n\n`, [BADGE, 'https://kestrel.example/badge.json']],
    [`${BADGE} ${PROFILE}`, [BADGE, PROFILE]],
  ])('links in %j', (text, expected) => {
    const read = paste(text);
    expect(urls(read)).toEqual(expected);
    expect(read).toMatchObject({ way: 'link', unread: [] });
    expect(read.list).toBeUndefined();
  });

  it.each([
    [PROFILE, 'credly-profile', PROFILE],
    [`See ${PROFILE}/badges?x=1!`, 'credly-profile', PROFILE],
    [
      'https://learn.microsoft.com/en-us/users/odalysbrandt/transcript/share/d41k9x2m7p3q8w5',
      'microsoft-transcript',
      'https://learn.microsoft.com/en-us/users/odalysbrandt/transcript/share/d41k9x2m7p3q8w5',
    ],
    [
      'https://api.badgr.io/public/collections/9f3ac5d27be84016b1de7fa20c6958e4',
      'badgr-collection',
      'https://api.badgr.io/public/collections/9f3ac5d27be84016b1de7fa20c6958e4',
    ],
    [
      'https://credly.com/users/3b9f2d60-71c4-4e8a-95d2-0c6ab7e41f38/badges',
      'credly-profile',
      'https://www.credly.com/users/3b9f2d60-71c4-4e8a-95d2-0c6ab7e41f38',
    ],
  ])('%s alone is a list', (text, kind, address) => {
    expect(paste(text)).toMatchObject({ way: kind, candidates: [], list: { kind, address } });
  });

  it('a signed badge, a document, the source of a picture: kept as they were written', () => {
    const pretty = JSON.stringify(ASSERTION, null, 3);
    for (const [text, label] of [
      [JWS, '#1'],
      [SVG, '#1'],
      [pretty, 'Falconry'],
    ] as const) {
      const read = paste(`\uFEFF\n${text}\n`);
      expect(read).toEqual({
        way: 'text',
        unread: [],
        candidates: [{ label, source: { text }, acceptance: 'claimed' }],
      });
    }
  });

  it('an array: each element as it was written, those that are none told by their place', () => {
    const odd =
      '{"@context":"https://w3id.org/openbadges/v2","type":"Assertion","a":1.0,"a":"],[\\"}","id":"https://x.example/"}';
    const read = paste(`[ ${odd} ,"${JWS}", "${BADGE}", 7, {"a":1},"not a link", [] ]`);
    expect(read.candidates.map(({ source }) => source)).toEqual([{ text: odd }, { text: JWS }, { url: BADGE }]);
    expect(read.unread.map(({ label }) => label)).toEqual(['#4', '#5', '#6', '#7']);
    expect(paste('[]')).toMatchObject({ trouble: 'empty' });
    expect(paste('[1]')).toMatchObject({ trouble: 'not-understood', unread: [{ label: '#1' }] });
  });

  it('elements are found however they are nested and spelled', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), (values, space) => {
        const elements = elementsOf(JSON.stringify(values, null, space));
        expect(elements.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    );
  });

  it.each([
    ['', 'empty'],
    [' \n\t ', 'empty'],
    ['hello', 'not-understood'],
    ['{"a":', 'not-understood'],
    ['{"a":1}', 'not-understood'],
    ['null', 'not-understood'],
    ['https://', 'not-understood'],
    ['https://127.0.0.1/badge.json', 'not-understood'],
    ['javascript:alert(1)', 'not-understood'],
    [`${'['.repeat(100_000)}`, 'not-understood'],
    ['x'.repeat(8 * 1_048_576 + 1), 'too-large'],
  ])('refused: %#', (text, trouble) => {
    expect(paste(text)).toMatchObject({ candidates: [], trouble });
  });

  it('words between the links are told, and five hundred links are enough', () => {
    expect(paste(`Dear friend\n${BADGE}\nYours, odalys@brandt.example`)).toMatchObject({
      candidates: [{}],
      unread: [{ label: 'Dear friend' }, { label: 'Yours, [e-mail]' }],
    });
    const many = paste(`${BADGE}\n`.repeat(100_000));
    expect([many.candidates.length, many.trouble]).toEqual([MAX_LINKS, 'too-many']);
    const exactly = paste(`${BADGE}\n`.repeat(MAX_LINKS));
    expect([exactly.candidates.length, exactly.trouble]).toEqual([MAX_LINKS, undefined]);
    const oneLine = paste(Array.from({ length: 5_000 }, (_, n) => `https://kestrel.example/${n}`).join(' '));
    expect([oneLine.candidates.length, oneLine.trouble]).toEqual([MAX_LINKS, 'too-many']);
    expect(paste('word\n'.repeat(100_000))).toMatchObject({ candidates: [], trouble: 'too-many' });
  });

  it('a backup is recognised and left alone', () => {
    const text = '{"format":"touchstone-backup","version":99,"badges":{"certificates":[1]}}';
    expect(paste(text)).toMatchObject({ way: 'backup', candidates: [] });
    const file = drop(['mine.json', utf8(text)]);
    expect(file).toMatchObject({ way: 'backup', candidates: [], backup: { name: 'mine.json' } });
    expect(file.backup?.bytes).toEqual(utf8(text));
  });

  it('never throws, whatever is pasted', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      'https://',
      BADGE,
      JWS,
      '.',
      '~',
      '<svg',
      '>',
      'Name,Url',
      '\n',
      '@',
      '%40',
      '\u202E',
      '\ud800',
      'e30',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (text) => {
          const read = paste(text);
          if (read.candidates.length === 0 && !read.list && !read.backup) expect(read.trouble).toBeDefined();
          for (const { label } of [...read.candidates, ...read.unread]) expect(label).toMatch(/\S/);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('files', () => {
  it('are told by their bytes; what is one badge is kept to the byte and goes by its name', () => {
    const png = bakedPng('medal', 'openbadges', JSON.stringify(ASSERTION));
    const json = utf8(`\uFEFF${JSON.stringify(ASSERTION)}\n`);
    const read = drop(['a.txt', png], ['b.svg', utf8(SVG)], ['c.png', json], ['d.jwt', utf8(`${JWS}\n`)]);
    expect(read).toMatchObject({ way: 'file', unread: [] });
    expect(read.trouble).toBeUndefined();
    expect(read.candidates.map(({ label, source }) => [label, source])).toEqual([
      ['a.txt', { bytes: png, mime: 'image/png' }],
      ['b.svg', { bytes: utf8(SVG), mime: 'image/svg+xml' }],
      ['c.png', { bytes: json, mime: 'application/json' }],
      ['d.jwt', { bytes: utf8(`${JWS}\n`), mime: 'application/jwt' }],
    ]);
  });

  it('tables, résumés and lists keep their way, alone', () => {
    const table = utf8(`Name,Url,Authority,Started On\nRope,${BADGE},X,May 2023\n`);
    expect(drop(['Certifications.csv', table])).toMatchObject({
      way: 'linkedin-export',
      candidates: [{ label: 'Rope' }],
    });
    expect(
      drop(['resume.json', utf8(`{"basics":{},"certificates":[{"name":"Rope","url":"${BADGE}"}]}`)]),
    ).toMatchObject({ way: 'json-resume' });
    expect(drop(['links.txt', utf8(PROFILE)])).toMatchObject({ way: 'credly-profile', list: { address: PROFILE } });
    const both = drop(['links.txt', utf8(PROFILE)], ['Certifications.csv', table]);
    expect(urls(both)).toEqual([PROFILE, BADGE]);
    expect([both.way, both.list]).toEqual(['file', undefined]);
    expect(drop(['my.csv', utf8(`What,Where\nRope,${BADGE}\n`)])).toMatchObject({
      way: 'file',
      candidates: [{ label: 'Rope' }],
    });
  });

  it('spreadsheets’ UTF-16', () => {
    const text = `\uFEFFName\tUrl\tAuthority\tStarted On\nÉtoile\t${BADGE}\tX\tmai 2023\n`;
    expect(drop(['c.csv', new Uint8Array(Buffer.from(text, 'utf16le'))])).toMatchObject({
      candidates: [{ label: 'Étoile', listed: { issuedOn: '2023-05' } }],
    });
    expect(drop(['c.csv', new Uint8Array(Buffer.from(text, 'utf16le').swap16())])).toMatchObject({ candidates: [{}] });
  });

  it.each([
    ['empty.png', new Uint8Array(), 'empty'],
    ['scan.pdf', utf8('%PDF-1.7 \u0001'), 'not-understood'],
    ['latin.txt', new Uint8Array([0xe9, 0x74, 0xe9]), 'not-understood'],
    ['page.html', utf8(`<html><a href="${BADGE}">x</a>`), 'not-understood'],
    ['big.json', new Uint8Array(8 * 1_048_576 + 1), 'too-large'],
  ] as const)('%s', (name, bytes, why) => {
    expect(drop([name, bytes])).toEqual({ way: 'file', candidates: [], unread: [{ label: name, why }], trouble: why });
    const beside = drop([name, bytes], ['medal.png', medalPng('medal')]);
    expect(beside).toMatchObject({ candidates: [{ label: 'medal.png' }], unread: [{ label: name, why }] });
    expect(beside.trouble).toBeUndefined();
  });

  it('names are stripped of paths, e-mail addresses and characters that hide', () => {
    expect(drop(['C:\\x\\..\\\u202Egnp odalys@brandt.example', medalPng('m')])).toMatchObject({
      candidates: [{ label: 'gnp [e-mail]' }],
    });
  });

  it('a thousand and one', () => {
    const files = Array.from(
      { length: 1_001 },
      (_, n) => [`${n}.txt`, utf8(`https://kestrel.example/${n}`)] as [string, Uint8Array],
    );
    const read = drop(...files);
    expect([read.candidates.length, read.trouble]).toEqual([1_000, 'too-many']);
    expect(readInput({ files: [] })).toMatchObject({ candidates: [], trouble: 'empty' });
  });
});

function zip(entries: Zippable): Uint8Array {
  return zipSync(entries);
}

/** Written as streams are: lengths behind each entry. */
function streamedZip(entries: Record<string, Uint8Array>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const archive = new Zip((_, chunk) => chunks.push(chunk));
  for (const [n, [name, bytes]] of Object.entries(entries).entries()) {
    const entry = n % 2 === 0 ? new ZipDeflate(name) : new ZipPassThrough(name);
    archive.add(entry);
    entry.push(bytes, true);
  }
  archive.end();
  return new Uint8Array(Buffer.concat(chunks));
}

/** Changes one entry of the central directory. */
function tampered(archive: Uint8Array, name: string, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = archive.slice();
  const bytes = Buffer.from(copy.buffer);
  const at = bytes.lastIndexOf(name) - 46;
  expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
  change(new DataView(copy.buffer), at);
  return copy;
}

/** The same entry, so often in the directory. */
function repeated(archive: Uint8Array, times: number, change: (record: Buffer) => void = () => {}): Uint8Array {
  const bytes = Buffer.from(archive);
  const from = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  const end = bytes.indexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const record = bytes.subarray(from, end);
  change(record);
  const tail = Buffer.from(bytes.subarray(end));
  tail.writeUInt16LE(times, 8);
  tail.writeUInt16LE(times, 10);
  tail.writeUInt32LE(record.length * times, 12);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: times }, () => record), tail]));
}

describe('archives', () => {
  const json = utf8(JSON.stringify(ASSERTION));
  const png = new Uint8Array(medalPng('medal'));

  it.each([
    ['compressed', (entries: Record<string, Uint8Array>) => zip(entries)],
    ['stored', (entries: Record<string, Uint8Array>) => zipSync(entries, { level: 0 })],
    ['streamed', streamedZip],
    [
      'behind something else',
      (entries: Record<string, Uint8Array>) => new Uint8Array([...utf8('#!/bin/sh\n'), ...zip(entries)]),
    ],
  ])('%s: entries come out whole, in their order', (how, make) => {
    const archive = make({ 'badges/a.png': png, 'b.json': json, 'ü/√.txt': utf8(BADGE) });
    const { entries, trouble } = unzipEntries(archive, () => true);
    expect(trouble).toBeUndefined();
    expect(entries).toEqual([
      { name: 'badges/a.png', bytes: png },
      { name: 'b.json', bytes: json },
      { name: 'ü/√.txt', bytes: utf8(BADGE) },
    ]);
    if (how === 'behind something else') return;
    expect(drop(['all.zip', archive]).candidates.map(({ label }) => label)).toEqual(['a.png', 'b.json', BADGE]);
  });

  it('folders, wrappers and debris do not count; names that climb are names; other files are told', () => {
    const read = drop([
      'x.zip',
      zip({
        'folder/': new Uint8Array(),
        '__MACOSX/._a.png': png,
        'folder/.DS_Store': png,
        '../../../etc/a.png': png,
        '/abs/b.png': png,
        '..\\..\\c.png': png,
        __proto__x: png,
        'inner.zip': zip({ 'a.png': png }),
        'disguised.png': zip({ 'a.png': png }),
        'cv.pdf': utf8('%PDF'),
      }),
    ]);
    expect(read.candidates.map(({ label }) => label)).toEqual(['a.png', 'b.png', 'c.png', '__proto__x']);
    expect(read.unread).toEqual([
      { label: 'disguised.png', why: 'not-understood' },
      { label: 'inner.zip', why: 'not-understood' },
      { label: 'cv.pdf', why: 'not-understood' },
    ]);
  });

  it('two entries of one name are two, whatever the name', () => {
    for (const name of ['__proto__', 'constructor']) {
      const archive = zip({ [`${name}1`]: png, [`${name}2`]: json });
      const bytes = Buffer.from(archive);
      for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) bytes[at + name.length] = 0x33;
      const { entries } = unzipEntries(new Uint8Array(bytes), () => true);
      expect(entries).toEqual([
        { name: `${name}3`, bytes: png },
        { name: `${name}3`, bytes: json },
      ]);
    }
  });

  it('LinkedIn’s whole export: only the certifications are unpacked', () => {
    const table = utf8(`Name,Url,Authority,Started On,Finished On,License Number\nRope,${BADGE},X,May 2023,,\n`);
    const export_ = zip({
      'messages.csv': utf8(`FROM,LINK\nsomebody,https://secret.example/\n`),
      'Certifications.csv': table,
      'Rich_Media.csv': table,
      'Articles/mine.html': utf8(`<a href="${BADGE}">x</a>`),
    });
    expect(drop(['Basic_LinkedInDataExport.zip', export_])).toMatchObject({
      way: 'linkedin-export',
      candidates: [{ label: 'Rope' }],
      unread: [],
    });
    expect(drop(['x.zip', export_]).candidates).toHaveLength(1);
    // Somebody's own archive, with the table among badges: none of those is passed over in silence.
    const own = zip({ 'Certifications.csv': table, 'badge.png': png, 'degree.json': json, 'note.docx': utf8('x') });
    expect(drop(['mine.zip', own])).toMatchObject({
      candidates: [{ label: 'Rope' }, { label: 'badge.png' }, { label: 'degree.json' }],
      unread: [{ label: 'note.docx', why: 'not-understood' }],
    });
  });

  it('locked entries are told so, and do not keep the others out', () => {
    const archive = tampered(zip({ 'a.png': png, 'b.json': json }), 'a.png', (view, at) =>
      view.setUint16(at + 8, 1, true),
    );
    expect(drop(['x.zip', archive])).toMatchObject({
      candidates: [{ label: 'b.json' }],
      unread: [{ label: 'a.png', why: 'locked' }],
    });
    const whole = tampered(archive, 'b.json', (view, at) => view.setUint16(at + 8, 1, true));
    expect(drop(['x.zip', whole])).toMatchObject({ candidates: [], trouble: 'locked' });
  });

  it.each<[string, (view: DataView, at: number) => void]>([
    ['claims another length', (view, at) => view.setUint32(at + 24, 5, true)],
    ['claims more than there is', (view, at) => view.setUint32(at + 20, 0x7fffffff, true)],
    ['lies outside', (view, at) => view.setUint32(at + 42, 0x7fffffff, true)],
    ['points at something else', (view, at) => view.setUint32(at + 42, 3, true)],
    ['is packed in an unknown way', (view, at) => view.setUint16(at + 10, 14, true)],
    ['says that it is stored', (view, at) => view.setUint16(at + 10, 0, true)],
  ])('an entry that %s is damaged, and the others are read', (_, change) => {
    const archive = tampered(zip({ 'a.json': json, 'b.png': png }), 'a.json', change);
    expect(drop(['x.zip', archive])).toMatchObject({
      candidates: [{ label: 'b.png' }],
      unread: [{ label: 'a.json', why: 'damaged' }],
    });
  });

  it('a bomb stops where its entry claims to end, or is not opened at all', () => {
    const bomb = zip({ 'bomb.json': [new Uint8Array(40 * 1_048_576), { level: 1 }] });
    expect(unzipEntries(bomb, () => true).entries).toEqual([{ name: 'bomb.json', why: 'too-large' }]);
    const lying = tampered(bomb, 'bomb.json', (view, at) => view.setUint32(at + 24, 100_000, true));
    // Three times forty would be too much: each was stopped long before its end.
    const { entries, trouble } = unzipEntries(repeated(lying, 3), () => true);
    expect(entries).toEqual(Array.from({ length: 3 }, () => ({ name: 'bomb.json', why: 'damaged' })));
    expect(trouble).toBeUndefined();
  });

  it('what is unpacked in all is capped, entries lying over one another included', () => {
    const one = zip({ 'a.json': [new Uint8Array(7 * 1_048_576).fill(32), { level: 1 }] });
    const { entries, trouble } = unzipEntries(repeated(one, 900), () => true);
    expect([entries.length, trouble]).toEqual([900, 'too-large']);
    const unpacked = entries.reduce((sum, entry) => sum + ('bytes' in entry ? entry.bytes.length : 0), 0);
    expect(unpacked).toBeLessThanOrEqual(ZIP_CAPS.total);
    expect(unpacked).toBeGreaterThan(ZIP_CAPS.total / 2);
  });

  it('streams that come to nothing are paid for like others', () => {
    // Empty blocks of deflate, and none of them the last.
    const blocks = Buffer.alloc(5 * 2_000_000);
    for (let at = 0; at < blocks.length; at += 5) blocks.writeUInt16LE(0xffff, at + 3);
    const archive = repeated(zipSync({ 'a.json': new Uint8Array(blocks) }, { level: 0 }), 20, (record) => {
      record.writeUInt16LE(8, 10);
      record.writeUInt32LE(100, 24);
    });
    const { entries, trouble } = unzipEntries(archive, () => true);
    expect(trouble).toBe('too-large');
    expect(entries.filter((entry) => 'why' in entry && entry.why === 'damaged')).toHaveLength(7);
  });

  it('several archives share what may be unpacked', () => {
    const one = zip(
      Object.fromEntries(
        Array.from({ length: 7 }, (_, n) => [
          `${n}.png`,
          [Buffer.concat([png, Buffer.alloc(7 * 1_048_576)]), { level: 1 }],
        ]),
      ) as Zippable,
    );
    const read = drop(['1.zip', one], ['2.zip', one]);
    expect(read.candidates.length).toBe(9);
    expect(read.unread.map(({ why }) => why)).toEqual(Array.from({ length: 5 }, () => 'too-large'));
  });

  it('more than a thousand entries', () => {
    const archive = zip(
      Object.fromEntries(Array.from({ length: 1_100 }, (_, n) => [`${n}.txt`, utf8(`https://kestrel.example/${n}`)])),
    );
    const read = drop(['x.zip', archive]);
    expect([read.candidates.length, read.trouble]).toEqual([1_000, 'too-many']);
  });

  it('nothing in it, nothing of it, and cut off', () => {
    expect(drop(['x.zip', zip({})])).toMatchObject({ candidates: [], trouble: 'empty' });
    expect(drop(['x.zip', utf8('PK\u0003\u0004')])).toMatchObject({ candidates: [], trouble: 'damaged' });
    const archive = zip({ 'a.png': png });
    for (let length = 4; length < archive.length; length += 7) {
      expect(drop(['x.zip', archive.subarray(0, length)])).toMatchObject({ candidates: [], trouble: 'damaged' });
    }
  });

  it('never throws, whichever bytes are changed', () => {
    const archive = zip({ 'a.png': png, 'b.json': json, 'c.txt': utf8(BADGE) });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(archive.length - 5), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        (changes) => {
          const copy = archive.slice();
          for (const [at, value] of changes) copy[at + 4] = value;
          const read = drop(['x.zip', copy]);
          if (read.candidates.length === 0) expect(read.trouble).toBeDefined();
        },
      ),
      { numRuns: 500 },
    );
  });
});
