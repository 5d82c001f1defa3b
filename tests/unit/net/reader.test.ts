import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HostAtRestError, NotPermittedError } from '../../../utils/net/errors.ts';
import { createReader, type ReaderLimits } from '../../../utils/net/reader.ts';
import { type LocalServer, startServer } from './server.ts';

const JSON_ONLY = { accept: 'application/json' };
const megabyte = Buffer.alloc(1_048_576, 0x20);
const bomb = gzipSync(Buffer.alloc(64 * 1_048_576));

let server: LocalServer;
let bytesSent = 0;

beforeAll(async () => {
  server = await startServer((path, response, request) => {
    const at = (name: string) => new URL(path, 'http://x').searchParams.get(name);
    if (path.startsWith('/ok')) {
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end('{"a":1}');
    } else if (path === '/huge') {
      response.writeHead(200, { 'content-type': 'application/json' });
      let left = 10;
      const more = () => {
        while (left-- > 0) {
          bytesSent += megabyte.length;
          if (!response.write(megabyte)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    } else if (path === '/declared-huge') {
      response.writeHead(200, { 'content-length': '10485760' });
      response.write('x');
    } else if (path === '/bomb') {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' });
      response.end(bomb);
    } else if (path === '/broken-gzip') {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end('this is no gzip');
    } else if (path === '/silent') {
      // Never answers.
    } else if (path === '/slow') {
      response.writeHead(200);
      response.write('{');
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    } else if (path.startsWith('/loop')) {
      response.writeHead(302, { location: `/loop${Math.random()}` });
      response.end();
    } else if (path.startsWith('/to')) {
      response.writeHead(Number(at('status') ?? 302), { location: at('url') ?? '' });
      response.end();
    } else if (path.startsWith('/busy')) {
      response.writeHead(429, at('after') ? { 'retry-after': at('after') ?? '' } : {});
      response.end('slow down');
    } else if (path === '/big-404') {
      response.writeHead(404);
      response.end(Buffer.alloc(3_000_000));
    } else if (path === '/410') {
      response.writeHead(410, { 'content-type': 'text/html' });
      response.end('<p>gone</p>');
    } else if (path === '/cut') {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a":');
      setImmediate(() => request.socket.destroy());
    } else if (path === '/204') {
      response.writeHead(204);
      response.end();
    } else {
      response.writeHead(200);
      response.end(path);
    }
  });
});
afterAll(() => server.close());
beforeEach(() => {
  server.hits.length = 0;
  bytesSent = 0;
});

const reader = (limits: ReaderLimits = {}, fetcher: typeof fetch = fetch) =>
  createReader(fetcher, { allow: [server.origin], ...limits });

/** As a fetch that leaves redirects to its caller. */
const manual: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'manual' });

describe('reader against a real server', () => {
  it('reads a document and says where it came from', async () => {
    const r = reader();
    const answer = await r.read(`${server.origin}/ok#fragment`, JSON_ONLY);
    expect(answer).toMatchObject({
      ok: true,
      status: 200,
      url: `${server.origin}/ok`,
      contentType: 'application/json; charset=utf-8',
    });
    expect(answer.ok && new TextDecoder().decode(answer.bytes)).toBe('{"a":1}');
    expect(r.asked).toEqual(['127.0.0.1']);
  });

  it('sends Accept, and neither cookies nor a referrer', async () => {
    let init: RequestInit | undefined;
    const r = reader({}, (input, given) => {
      init = given;
      return fetch(input, given);
    });
    await r.read(`${server.origin}/ok`, JSON_ONLY);
    expect(server.hits[0]?.headers.accept).toBe('application/json');
    expect(server.hits[0]?.headers.cookie).toBeUndefined();
    expect(server.hits[0]?.headers.referer).toBeUndefined();
    expect(init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      headers: { accept: 'application/json' },
    });
  });

  it('stops a 10 MB body at the cap and lets go of the rest', async () => {
    expect(await reader().read(`${server.origin}/huge`, JSON_ONLY)).toMatchObject({ ok: false, reason: 'too-large' });
    expect(bytesSent).toBeLessThan(10 * megabyte.length);
  });

  it('believes a declared length that is over the cap', async () => {
    expect(await reader().read(`${server.origin}/declared-huge`, JSON_ONLY)).toMatchObject({ reason: 'too-large' });
  });

  it('counts bytes after decompression: a 64 MiB gzip bomb is too large', async () => {
    expect(bomb.length).toBeLessThan(100_000);
    expect(await reader().read(`${server.origin}/bomb`, JSON_ONLY)).toMatchObject({ ok: false, reason: 'too-large' });
  });

  it('calls unreadable compression a network failure', async () => {
    expect(await reader().read(`${server.origin}/broken-gzip`, JSON_ONLY)).toMatchObject({ reason: 'network' });
  });

  it('ends a server that never answers, and a body that never ends, as a time-out', async () => {
    for (const path of ['/silent', '/slow']) {
      const result = await reader({ timeout: 120 }).read(server.origin + path, JSON_ONLY);
      expect(result).toEqual({ ok: false, reason: 'timeout', host: '127.0.0.1' });
    }
  });

  it('calls a connection cut in the middle a network failure', async () => {
    expect(await reader().read(`${server.origin}/cut`, JSON_ONLY)).toMatchObject({ ok: false, reason: 'network' });
  });

  it('hands out other statuses for the caller to judge, an oversized error page without its body', async () => {
    expect(await reader().read(`${server.origin}/410`, JSON_ONLY)).toMatchObject({ ok: true, status: 410 });
    const big = await reader().read(`${server.origin}/big-404`, JSON_ONLY);
    expect(big).toMatchObject({ ok: true, status: 404 });
    expect(big.ok && big.bytes.length).toBe(0);
    expect(await reader().read(`${server.origin}/204`, JSON_ONLY)).toMatchObject({ ok: true, status: 204 });
  });

  it('reports 429 with the time of the next try, at most an hour away', async () => {
    const now = () => Date.parse('2026-03-01T12:00:00Z');
    const read = (after: string) =>
      reader({ now }).read(`${server.origin}/busy?after=${encodeURIComponent(after)}`, JSON_ONLY);
    expect(await read('120')).toMatchObject({ reason: 'rate-limited', retryAt: '2026-03-01T12:02:00.000Z' });
    expect(await read('99999999')).toMatchObject({ retryAt: '2026-03-01T13:00:00.000Z' });
    expect(await read('Sun, 01 Mar 2026 12:05:00 GMT')).toMatchObject({ retryAt: '2026-03-01T12:05:00.000Z' });
    expect(await read('Sun, 01 Mar 2020 12:05:00 GMT')).toMatchObject({ retryAt: '2026-03-01T12:00:00.000Z' });
    for (const nonsense of ['', '-1', '1.5', 'soon', '-2026', 'Someday, maybe']) {
      expect(await read(nonsense)).toEqual({ ok: false, reason: 'rate-limited', host: '127.0.0.1' });
    }
  });

  it('asks for the same document once, at the same time or later', async () => {
    const r = reader();
    const [one, two] = await Promise.all([
      r.read(`${server.origin}/ok`, JSON_ONLY),
      r.read(`${server.origin}/ok#x`, JSON_ONLY),
    ]);
    expect(await r.read(`${server.origin}/ok`, JSON_ONLY)).toBe(one);
    expect(two).toBe(one);
    expect(server.hits).toHaveLength(1);
  });

  it('stops after ten requests', async () => {
    const r = reader();
    const results = [];
    for (let i = 0; i < 12; i++) results.push(await r.read(`${server.origin}/ok${i}`, JSON_ONLY));
    expect(results.filter((result) => result.ok)).toHaveLength(10);
    expect(results[11]).toEqual({ ok: false, reason: 'too-many-requests', host: '127.0.0.1' });
    expect(server.hits).toHaveLength(10);
  });
});

describe('redirects', () => {
  const redirect = (to: string, status = 302) => `${server.origin}/to?status=${status}&url=${encodeURIComponent(to)}`;

  it.each([301, 302, 303, 307, 308])('follows %i by itself where fetch leaves it to us', async (status) => {
    const answer = await reader({}, manual).read(redirect('/ok', status), JSON_ONLY);
    expect(answer).toMatchObject({ ok: true, url: `${server.origin}/ok` });
  });

  it('gives up on endless redirects', async () => {
    expect(await reader({}, manual).read(`${server.origin}/loop`, JSON_ONLY)).toMatchObject({
      reason: 'too-many-redirects',
    });
    expect(server.hits).toHaveLength(6);
    // A fetch that follows by itself gives up by itself.
    expect((await reader().read(`${server.origin}/loop`, JSON_ONLY)).ok).toBe(false);
  });

  it.each([
    'http://127.0.0.1:9/x',
    'https://localhost/x',
    'https://[::1]/x',
    'https://169.254.169.254/latest/meta-data',
    'https://printer.local/x',
    'https://badges.example.org:8443/x',
    'https://me:secret@badges.example.org/x',
    'http://badges.example.org/x',
    'data:application/json,{}',
    '//router/x',
  ])('never follows to %s', async (target) => {
    let asked = 0;
    const result = await reader({}, (input, init) => {
      asked++;
      return manual(input, init);
    }).read(redirect(target), JSON_ONLY);
    expect(result).toMatchObject({ ok: false, reason: 'refused-address' });
    expect(asked).toBe(1);
  });

  it('refuses an answer that a following fetch brought from a forbidden address', async () => {
    const other = await startServer((_path, response) => response.end('{"inside":true}'));
    try {
      const result = await reader().read(redirect(`${other.origin}/x`), JSON_ONLY);
      expect(result).toEqual({ ok: false, reason: 'refused-address', host: '127.0.0.1' });
    } finally {
      await other.close();
    }
  });

  it('refuses an answer from another host than the caller expects', async () => {
    const elsewhere: typeof fetch = async () => {
      const response = new Response('{}');
      Object.defineProperty(response, 'url', { value: 'https://evil.example.net/x' });
      return response;
    };
    const r = createReader(elsewhere);
    expect(await r.read('https://badges.example.org/a', { ...JSON_ONLY, finalHosts: ['badges.example.org'] })).toEqual({
      ok: false,
      reason: 'redirected-away',
      host: 'evil.example.net',
    });
    expect(r.asked).toEqual(['badges.example.org', 'evil.example.net']);
    expect(await r.read('https://badges.example.org/b', JSON_ONLY)).toMatchObject({ ok: true });
  });

  it('survives a Location that cannot be read', async () => {
    expect(await reader({}, manual).read(redirect('https://['), JSON_ONLY)).toMatchObject({
      reason: 'refused-address',
    });
    expect(await reader({}, manual).read(redirect(''), JSON_ONLY)).toMatchObject({ ok: false });
  });
});

describe('failures of fetch', () => {
  const failing = (error: unknown): typeof fetch => (() => Promise.reject(error)) as typeof fetch;
  const address = 'https://badges.example.org/a';

  it('turns them into reasons and never throws', async () => {
    expect(await createReader(failing(new TypeError('failed'))).read(address, JSON_ONLY)).toMatchObject({
      reason: 'network',
    });
    expect(await createReader(failing('not even an error')).read(address, JSON_ONLY)).toMatchObject({
      reason: 'network',
    });
    const throwing = (() => {
      throw new Error('at once');
    }) as typeof fetch;
    expect(await createReader(throwing).read(address, JSON_ONLY)).toMatchObject({ reason: 'network' });
    const opaque = (async () => Response.error()) as typeof fetch;
    expect(await createReader(opaque).read(address, JSON_ONLY)).toMatchObject({ reason: 'network' });
  });

  it('tells a missing permission and a resting host apart, and does not count those hosts as asked', async () => {
    const r = createReader(failing(new NotPermittedError('badges.example.org')));
    expect(await r.read(address, JSON_ONLY)).toEqual({
      ok: false,
      reason: 'not-permitted',
      host: 'badges.example.org',
    });
    expect(r.asked).toEqual([]);
    const until = Date.parse('2026-03-01T12:00:00Z');
    expect(
      await createReader(failing(new HostAtRestError('badges.example.org', until, 'asked'))).read(address, JSON_ONLY),
    ).toEqual({
      ok: false,
      reason: 'rate-limited',
      host: 'badges.example.org',
      retryAt: '2026-03-01T12:00:00.000Z',
    });
  });

  it('asks nothing for a refused address', async () => {
    const never = failing(new Error('must not be called'));
    const r = createReader(never);
    expect(await r.read('https://192.168.0.1/x', JSON_ONLY)).toEqual({
      ok: false,
      reason: 'refused-address',
      host: '192.168.0.1',
    });
    expect(await r.read(undefined as unknown as string, JSON_ONLY)).toMatchObject({ reason: 'refused-address' });
    expect(r.asked).toEqual([]);
  });

  it('times out even where fetch ignores the signal', async () => {
    const deaf = (() => new Promise(() => {})) as typeof fetch;
    expect(await createReader(deaf, { timeout: 30 }).read(address, JSON_ONLY)).toMatchObject({ reason: 'timeout' });
  });
});
