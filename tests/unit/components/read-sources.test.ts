import { describe, expect, it } from 'vitest';
import { safeHref } from '../../../components/report/safe-href.ts';
import { pictureAddress } from '../../../utils/pages/picture.ts';
import { MAX_FILE_BYTES, MAX_SOURCES, readFileSources, readSources } from '../../../utils/pages/read-sources.ts';
import { readEmail, readIssuerId } from '../../../utils/pages/validate.ts';

describe('what was pasted', () => {
  it('one link a line, words around it taken off, empty lines left out', () => {
    const pasted =
      '\ufeffhttps://a.example/1\r\n\n  see (https://b.example/2).\nhttps://c.example/3,AZ-900\nnothing here';
    expect(readSources(pasted, 'x')).toEqual([
      { label: 'https://a.example/1', url: 'https://a.example/1' },
      { label: 'https://b.example/2', url: 'https://b.example/2' },
      { label: 'https://c.example/3,AZ-900', url: 'https://c.example/3,AZ-900' },
      { label: 'nothing here', problem: 'not-a-link' },
    ]);
  });
  it('badge data and signed badges as one whole', () => {
    expect(readSources(' {"type":"Assertion"}\n', 'Pasted')).toEqual([
      { label: 'Pasted', text: '{"type":"Assertion"}' },
    ]);
    expect(readSources('eyJhbGciOiJub25lIn0.eyJhIjoxfQ.c2ln', 'Pasted')).toMatchObject([{ text: expect.any(String) }]);
    expect(readSources('{"type":', 'Pasted')).toEqual([{ label: 'Pasted', problem: 'not-json' }]);
  });
  it('never a script, a file or a local address as a link', () => {
    for (const line of ['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'chrome://settings'])
      expect(readSources(line, 'x')).toEqual([{ label: line, problem: 'not-a-link' }]);
  });
  it('no more than a thousand, and says so', () => {
    const many = Array.from({ length: MAX_SOURCES + 5 }, (_, n) => `https://a.example/${n}`).join('\n');
    const sources = readSources(many, 'x');
    expect(sources).toHaveLength(MAX_SOURCES + 1);
    expect(sources.at(-1)).toEqual({ label: String(MAX_SOURCES + 5), problem: 'too-many' });
  });
});

describe('a file', () => {
  const file = (name: string, type: string, text = '{}') => new File([text], name, { type });
  it.each([
    ['cv.pdf', 'application/pdf', 'document-later'],
    ['cv.docx', '', 'document-later'],
    ['badge.jpg', 'image/jpeg', 'image-kind'],
    ['badge.WEBP', '', 'image-kind'],
    ['setup.exe', 'application/octet-stream', 'unknown-file'],
    ['noname', '', 'unknown-file'],
  ])('%s (%s) ends in a reason: %s', async (name, type, problem) => {
    expect(await readFileSources(file(name, type))).toEqual([{ label: name, problem }]);
  });
  it('is read as text when it is one', async () => {
    expect(await readFileSources(file('b.json', 'application/json', '{"a":1}'))).toEqual([
      { label: 'b.json', text: '{"a":1}' },
    ]);
    expect(await readFileSources(file('b.json', 'application/json', '  '))).toEqual([
      { label: 'b.json', problem: 'not-json' },
    ]);
    const large = file('b.json', 'application/json', ' '.repeat(MAX_FILE_BYTES + 1));
    expect(await readFileSources(large)).toEqual([{ label: 'b.json', problem: 'too-large' }]);
  });
});

describe('what the reader enters', () => {
  it('e-mail addresses', () => {
    expect(readEmail(' Asha@Example.ORG ')).toBe('asha@example.org');
    for (const text of [
      '',
      'asha',
      'asha@',
      '@example.org',
      'a b@example.org',
      'a@b',
      'a@b@c.org',
      'a@b..org',
      '<a@b.org>',
    ])
      expect(readEmail(text)).toBeNull();
  });
  it('issuers: https address, DID or bare host', () => {
    expect(readIssuerId(' Badges.Example.org ')).toBe('badges.example.org');
    expect(readIssuerId('https://badges.example.org/issuers/1')).toBe('https://badges.example.org/issuers/1');
    expect(readIssuerId('did:web:example.org:staff')).toBe('did:web:example.org:staff');
    for (const text of [
      '',
      'http://a.example/',
      'a.example/path',
      'a.example:8443',
      '127.0.0.1',
      '[::1]',
      'localhost',
      'u@a.example',
      'https://u:p@a.example/',
      'javascript:alert(1)',
      'did:web',
      'two words.org',
    ])
      expect(readIssuerId(text), text).toBeNull();
  });
});

describe('what may be shown or followed', () => {
  it('links lead to https only', () => {
    expect(safeHref('https://a.example/x')).toBe('https://a.example/x');
    for (const address of [
      undefined,
      '',
      'http://a.example/',
      'javascript:alert(1)',
      'https://u@a.example/',
      '//a.example',
      'mailto:a@b.org',
    ])
      expect(safeHref(address)).toBeNull();
  });
  it('pictures are the four kinds that cannot carry a script', () => {
    expect(pictureAddress('AAAA', 'image/png')).toMatch(/^blob:/);
    for (const mime of ['image/svg+xml', 'text/html', '', null]) expect(pictureAddress('AAAA', mime)).toBeNull();
    expect(pictureAddress('not base64!', 'image/png')).toBeNull();
    expect(pictureAddress(null, 'image/png')).toBeNull();
  });
});
