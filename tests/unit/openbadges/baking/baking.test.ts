import { existsSync, readFileSync } from 'node:fs';
import { crc32 as nodeCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it, vi } from 'vitest';
import { bake } from '../../../../utils/openbadges/baking/bake.ts';
import { chunksOf, crc32 } from '../../../../utils/openbadges/baking/png-chunks.ts';
import { type Unbaked, unbake } from '../../../../utils/openbadges/baking/unbake.ts';
import { answer } from '../../../conformance/layers.ts';
import { accepted } from '../../../conformance/vector.ts';
import { caseOf, vectorsOf } from '../../../conformance/vector-world.ts';
import { bytesOf, chunk, END, itxt, png, readItxt, ztxt } from './pictures.ts';

const JSON_BADGE = '{"id":"https://a.example/1","name":"Schön — 丁寧"}';
const payloadOf = (result: Unbaked) => (result.ok ? result.found.payload : result.check.code);
const svg = (inside: string, root = '') =>
  bytesOf(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"${root}>${inside}</svg>`);
const OB2 = 'xmlns:openbadges="http://openbadges.org"';
const OB3 = 'xmlns:ob="https://purl.imsglobal.org/ob/v3p0"';

describe('vectors', () => {
  const vectors = vectorsOf('baked-png', 'baked-svg').filter(({ layer }) => layer === 'extract');
  for (const vector of vectors) {
    it(vector.id, async () => {
      const answered = await answer(caseOf(vector), {});
      expect(accepted(vector), answered.why).toContain(answered.answer);
    });
  }
  it('come in the number the index had', () => expect([0, 12]).toContain(vectors.length));
});

describe('a PNG', () => {
  it.each([
    ['iTXt', png([itxt('openbadges', JSON_BADGE)]), JSON_BADGE],
    ['iTXt after the pixels', png([], [itxt('openbadgecredential', JSON_BADGE)]), JSON_BADGE],
    ['compressed iTXt', png([itxt('openbadges', JSON_BADGE, true)]), JSON_BADGE],
    ['tEXt with an address', png([chunk('tEXt', 'openbadges\0https://a.example/1')]), 'https://a.example/1'],
    ['zTXt', png([ztxt('openbadges', 'https://a.example/1')]), 'https://a.example/1'],
    ['the first of two', png([itxt('openbadges', 'one'), itxt('openbadges', 'two')]), 'one'],
    ['3.0 before older', png([itxt('openbadges', 'old'), itxt('openbadgecredential', 'new')]), 'new'],
    ['a sound one before a damaged one', png([itxt('openbadges', 'one'), chunk('tEXt', 'openbadges\0x', 1)]), 'one'],
    ['3.0 before damaged older', png([chunk('zTXt', 'openbadges\0\0x'), itxt('openbadgecredential', 'new')]), 'new'],
    [
      'a damaged one before a sound one',
      png([chunk('tEXt', 'openbadges\0x', 1), itxt('openbadges', 'one')]),
      'format-broken-image',
    ],
    ['damage elsewhere', png([chunk('tEXt', 'Title\0x', 1), itxt('openbadges', 'one')]), 'one'],
    ['none', png(), 'format-no-badge-data'],
    ['another case', png([itxt('OpenBadges', JSON_BADGE)]), 'format-no-badge-data'],
    ['a longer keyword', png([itxt('openbadges2', JSON_BADGE)]), 'format-no-badge-data'],
    ['behind the end', png([], [], Buffer.concat([END, itxt('openbadges', JSON_BADGE)])), 'format-no-badge-data'],
    ['a wrong checksum', png([chunk('tEXt', 'openbadges\0x', 1)]), 'format-broken-image'],
    ['no UTF-8', png([chunk('iTXt', 'openbadges\0\0\0\0\0\xff\xfe')]), 'format-broken-image'],
    ['an unknown compression', png([chunk('iTXt', 'openbadges\0\x02\0\0\0x')]), 'format-broken-image'],
    ['no end of the language', png([chunk('iTXt', 'openbadges\0\0\0xx')]), 'format-broken-image'],
    ['no zlib stream', png([chunk('zTXt', 'openbadges\0\0nonsense')]), 'format-broken-image'],
    ['a bomb', png([ztxt('openbadges', Buffer.alloc(64 * 1_048_576))]), 'format-broken-image'],
    ['no end', png([itxt('openbadges', JSON_BADGE)], [], Buffer.alloc(0)), 'format-broken-image'],
  ])('%s', async (_name, bytes, expected) => {
    expect(payloadOf(await unbake(bytes))).toBe(expected);
  });

  it('whose chunk says it is longer than the file is broken, wherever it is cut', async () => {
    const whole = png([itxt('openbadges', JSON_BADGE)]);
    for (let length = 8; length < whole.length; length++) {
      expect((await unbake(whole.subarray(0, length))).ok).toBe(false);
    }
    const overflow = Buffer.from(whole);
    overflow.writeUInt32BE(0xffff_fff0, 33);
    expect(payloadOf(await unbake(overflow))).toBe('format-broken-image');
  });

  it('with a thousand small bombs has only the one unpacked that counts', async () => {
    let unpacked = 0;
    const Real = globalThis.DecompressionStream;
    vi.stubGlobal(
      'DecompressionStream',
      class extends Real {
        constructor(format: CompressionFormat) {
          super(format);
          unpacked++;
        }
      },
    );
    const bomb = ztxt('openbadges', Buffer.alloc(1_048_576, 'a'));
    try {
      const result = await unbake(png(Array.from({ length: 1_000 }, () => bomb)));
      expect(result).toMatchObject({ ok: true, found: { where: 'zTXt', more: true } });
    } finally {
      vi.unstubAllGlobals();
    }
    expect(unpacked).toBe(1);
  });

  it('of Credly’s is read (its badge is not part of this repository)', async () => {
    const path = new URL('../../../../../shared/samples/credly/baked-ob2-aws.png', import.meta.url);
    if (!existsSync(path)) {
      if (process.env.CI === 'true') throw new Error('no samples');
      console.warn('skipped: no samples');
      return;
    }
    const result = await unbake(new Uint8Array(readFileSync(path)));
    expect(result).toMatchObject({ ok: true, found: { keyword: 'openbadges', where: 'iTXt' } });
  });

  it('has the checksums that zlib makes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(crc32(bytes)).toBe(nodeCrc32(bytes));
      }),
    );
  });
});

describe('an SVG', () => {
  const bomb = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
  it.each([
    [
      'JSON in the body',
      svg(`<openbadges:assertion ${OB2}><![CDATA[${JSON_BADGE}]]></openbadges:assertion>`),
      JSON_BADGE,
    ],
    ['verify', svg(`<openbadges:assertion ${OB2} verify="https://a.example/1"/>`), 'https://a.example/1'],
    ['body before verify', svg(`<openbadges:assertion ${OB2} verify="x">{}</openbadges:assertion>`), '{}'],
    ['another prefix', svg(`<ob:credential ${OB3} verify="a.b.c"/>`), 'a.b.c'],
    ['a default namespace', svg('<credential xmlns="https://purl.imsglobal.org/ob/v3p0" verify="a.b.c"/>'), 'a.b.c'],
    ['declared on the root', svg('<openbadges:assertion verify="x"/>', ` ${OB2}`), 'x'],
    ['deep inside', svg(`<g><g><ob:credential ${OB3} verify="a.b.c"/></g></g>`), 'a.b.c'],
    [
      'a script as payload is text',
      svg(`<openbadges:assertion ${OB2} verify="javascript:alert(1)"/>`),
      'javascript:alert(1)',
    ],
    ['entities of XML', svg(`<openbadges:assertion ${OB2}>{"a":"&lt;&#228;"}</openbadges:assertion>`), '{"a":"<ä"}'],
    [
      'the right prefix of a wrong namespace',
      svg('<openbadges:assertion xmlns:openbadges="http://evil.example" verify="x"/>'),
      'format-no-badge-data',
    ],
    ['another element', svg(`<openbadges:other ${OB2} verify="x"/>`), 'format-no-badge-data'],
    ['in a comment', svg(`<!-- <openbadges:assertion ${OB2} verify="x"/> -->`), 'format-no-badge-data'],
    ['in CDATA', svg(`<text><![CDATA[<openbadges:assertion ${OB2} verify="x"/>]]></text>`), 'format-no-badge-data'],
    ['empty', svg(`<openbadges:assertion ${OB2}/>`), 'format-no-badge-data'],
    ['definitions of its own', bytesOf(`${bomb}<svg xmlns="http://www.w3.org/2000/svg"/>`), 'format-broken-image'],
    [
      'an external entity',
      bytesOf('<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg/>'),
      'format-broken-image',
    ],
    ['an unknown entity', svg('<text>&nope;</text>'), 'format-broken-image'],
    [
      'not closed',
      bytesOf(`<svg xmlns="http://www.w3.org/2000/svg"><openbadges:assertion ${OB2} verify="x"/>`),
      'format-broken-image',
    ],
    ['no SVG', bytesOf('<html/>'), 'format-broken-image'],
    ['no UTF-8', new Uint8Array([0x3c, 0x73, 0x76, 0x67, 0x20, 0xff]), 'format-broken-image'],
    ['too deep', svg('<g>'.repeat(300) + '</g>'.repeat(300)), 'format-broken-image'],
  ])('%s', async (_name, bytes, expected) => {
    expect(payloadOf(await unbake(bytes))).toBe(expected);
  });

  it('with the standard’s own document type is read, and nobody fetches that', async () => {
    const doctype =
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
    const text = `${doctype}<svg xmlns="http://www.w3.org/2000/svg"><ob:credential ${OB3} verify="a.b.c"/></svg>`;
    expect(payloadOf(await unbake(bytesOf(text)))).toBe('a.b.c');
  });
});

const unicode = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 200 })
  .filter((text) => text.isWellFormed() && text.trim() !== '' && !/^\uFEFF|\0/.test(text));
/** XML cannot carry control characters; JSON writes them as escapes. */
const json = fc
  .dictionary(unicode, unicode)
  .map((value) => JSON.stringify(value).replace(/[\uFFFE\uFFFF\u007f-\u009f\u2028\u2029]/g, '?'));

describe('baking', () => {
  it('into a PNG is read back, by us and by others, and leaves the rest as it was', async () => {
    await fc.assert(
      fc.asyncProperty(unicode, async (text) => {
        const before = png(
          [itxt('openbadges', 'old'), chunk('tEXt', 'Title\0Medal')],
          [itxt('openbadgecredential', 'older')],
        );
        const baked = bake(before, { text, keyword: 'openbadgecredential' });
        if (!baked.ok) throw new Error(baked.check.code);
        expect(readItxt(baked.bytes)).toEqual({ openbadgecredential: [text] });
        expect(await unbake(baked.bytes)).toMatchObject({ ok: true, found: { payload: text, more: false } });
        const rest = (bytes: Uint8Array) =>
          (chunksOf(new Uint8Array(bytes)) ?? [])
            .filter(({ type }) => type !== 'iTXt')
            .map(({ data }) => Buffer.from(data).toString('hex'));
        expect(rest(baked.bytes)).toEqual(rest(before));
      }),
    );
  });

  it('JSON into an SVG is read back, by us and by a browser’s parser', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (text) => {
        const drawing = svg(`<ob:credential ${OB3} verify="old"/><path d="M0 0"/>`);
        const baked = bake(drawing, { text, keyword: 'openbadgecredential' });
        if (!baked.ok) throw new Error(baked.check.code);
        expect(await unbake(baked.bytes)).toMatchObject({ ok: true, found: { payload: text.trim(), more: false } });
        const words = new TextDecoder().decode(baked.bytes);
        const { document } = new JSDOM(words, { contentType: 'image/svg+xml' }).window;
        const [element, ...more] = document.getElementsByTagNameNS('https://purl.imsglobal.org/ob/v3p0', 'credential');
        expect([element?.textContent, more.length]).toEqual([text, 0]);
        expect(document.documentElement.firstElementChild).toBe(element);
        expect(words.replace(/<openbadges:credential.*<\/openbadges:credential>/s, '')).toBe(
          new TextDecoder().decode(svg('<path d="M0 0"/>')),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('a JWS or an address goes into the attribute', async () => {
    for (const text of ['a.b.c', 'https://a.example/1?a=1&b="2"<']) {
      const baked = bake(svg('<path/>'), { text, keyword: 'openbadges' });
      if (!baked.ok) throw new Error(baked.check.code);
      const { document } = new JSDOM(new TextDecoder().decode(baked.bytes), { contentType: 'image/svg+xml' }).window;
      expect(document.documentElement.firstElementChild?.getAttribute('verify')).toBe(text);
      expect(payloadOf(await unbake(baked.bytes))).toBe(text);
    }
  });

  it('leaves what stands behind the end of a PNG where it was', () => {
    const before = png([], [], Buffer.concat([END, Buffer.from('trailer')]));
    const baked = bake(before, { text: '{}', keyword: 'openbadges' });
    if (!baked.ok) throw new Error(baked.check.code);
    const added = itxt('openbadges', '{}');
    const expected = Buffer.concat([before.subarray(0, 33), added, before.subarray(33)]);
    expect(Buffer.from(baked.bytes).equals(expected)).toBe(true);
  });

  it.each([
    ['a character that XML cannot carry', '{"a":"\uffff"}', ['svg']],
    ['a control character in an address', 'https://a.example/\u0001', ['svg']],
    ['a line break in an address', 'https://a.example/\n1', ['svg']],
    ['half a character', '{"a":"\ud800"}', ['svg', 'png']],
    ['a zero byte', 'a\0b', ['svg', 'png']],
    ['a byte order mark', '\ufeff{}', ['svg', 'png']],
    ['nothing', ' ', ['svg', 'png']],
    ['more bytes than are read', `{"a":"${'丁'.repeat(500_000)}"}`, ['png']],
  ] as const)('what would not be read back as it was is not written: %s', async (_name, text, refused) => {
    for (const [kind, picture] of [
      ['svg', svg('<path/>')],
      ['png', png()],
    ] as const) {
      const baked = bake(picture, { text, keyword: 'openbadges' });
      expect([kind, baked.ok]).toEqual([kind, !(refused as readonly string[]).includes(kind)]);
      if (baked.ok) expect(payloadOf(await unbake(baked.bytes))).toBe(text);
    }
  });

  it('line breaks between the members of JSON are no hindrance', async () => {
    const baked = bake(svg('<path/>'), { text: '{\r\n"a":1}\r\n', keyword: 'openbadges' });
    if (!baked.ok) throw new Error(baked.check.code);
    expect(payloadOf(await unbake(baked.bytes))).toBe('{\n"a":1}');
  });

  it('what is no picture stays as it is, with the reason', () => {
    for (const bytes of [bytesOf('words'), new Uint8Array(), png().subarray(0, 20), bytesOf('<svg/>')]) {
      expect(bake(bytes, { text: '{}', keyword: 'openbadges' })).toMatchObject({ ok: false });
    }
  });

  it('nothing that is handed in makes anything throw', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await unbake(bytes);
        bake(bytes, { text: '{}', keyword: 'openbadges' });
        await unbake(Buffer.concat([png().subarray(0, 33), bytes]));
      }),
    );
  });
});
