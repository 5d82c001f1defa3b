import { request } from 'node:https';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip } from 'node:zlib';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

function ask(url: URL, port: number, init: RequestInit | undefined, cookieless: Headers): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path: url.pathname + url.search,
        method: init?.method ?? 'GET',
        headers: { ...Object.fromEntries(cookieless), host: url.host, 'accept-encoding': 'gzip' },
        rejectUnauthorized: false,
        signal: init?.signal ?? undefined,
      },
      (message) => {
        const status = message.statusCode ?? 500;
        const headers = new Headers();
        for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
        const coding = headers.get('content-encoding');
        const bytes =
          coding === 'gzip'
            ? message.pipe(createGunzip())
            : coding === 'br'
              ? message.pipe(createBrotliDecompress())
              : message;
        message.on('error', (error) => bytes.destroy(error));
        const empty = status === 204 || status === 304;
        const body = empty ? null : (Readable.toWeb(bytes) as unknown as ReadableStream<Uint8Array>);
        const response = new Response(body, { status, headers });
        Object.defineProperty(response, 'url', { value: url.href });
        resolve(response);
      },
    );
    sent.once('error', (error) =>
      reject(init?.signal?.aborted ? init.signal.reason : new TypeError('fetch failed', { cause: error })),
    );
    sent.end();
  });
}

/**
 * `fetch` for Node that knows no other internet than the world: real https, real redirects and streams, every host on loopback.
 * Follows at most 20 redirects as browsers do; with `redirect: 'manual'` the 3xx itself is returned, with `'error'` it is a TypeError.
 */
export function fetchInWorld(port: number): typeof fetch {
  return async (input, init) => {
    const asked = input instanceof Request ? input.url : String(input);
    const headers = new Headers(input instanceof Request ? input.headers : init?.headers);
    let url = new URL(asked);
    for (let hops = 0; ; hops++) {
      if (url.protocol !== 'https:') throw new TypeError('fetch failed: the world speaks https only');
      const response = await ask(url, port, init, headers);
      if (!REDIRECTS.has(response.status) || init?.redirect === 'manual') {
        if (hops > 0) Object.defineProperty(response, 'redirected', { value: true });
        return response;
      }
      if (init?.redirect === 'error' || hops >= 20) throw new TypeError('fetch failed: redirect');
      await response.body?.cancel();
      url = new URL(response.headers.get('location') ?? '', url);
    }
  };
}
