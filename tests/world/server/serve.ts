import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createPlainServer } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, createServer as createFront, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { generate } from 'selfsigned';
import type { Control } from './control.ts';
import type { RequestLog } from './request-log.ts';
import type { Site, SiteAnswer, WorldReply } from './site.ts';

const compress = promisify(gzip);

/** A tracker that must never come back: every host of the world tries to set it. */
export const TRACKER_COOKIE = 'world_tracker=seen-before; Path=/; Secure; SameSite=None';

/** First byte of a TLS connection. */
const TLS_HANDSHAKE = 0x16;

function hostOf(request: IncomingMessage): string {
  return String(request.headers.host ?? '')
    .replace(/:\d+$/, '')
    .toLowerCase();
}

function siteFor(sites: readonly Site[], host: string): Site | undefined {
  return sites.find((site) =>
    site.hosts.some((name) => (name.startsWith('*.') ? host.endsWith(name.slice(1)) : name === host)),
  );
}

async function send(request: IncomingMessage, response: ServerResponse, reply: WorldReply): Promise<void> {
  const { body = '' } = reply;
  let bytes: Uint8Array =
    typeof body === 'string'
      ? Buffer.from(body)
      : body instanceof Uint8Array
        ? body
        : Buffer.from(JSON.stringify(body));
  const headers: Record<string, string> = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'set-cookie': TRACKER_COOKIE,
    ...reply.headers,
  };
  const accepted = String(request.headers['accept-encoding'] ?? '');
  if (!reply.raw && bytes.length > 512 && accepted.includes('gzip') && !headers['content-encoding']) {
    bytes = await compress(bytes);
    headers['content-encoding'] = 'gzip';
  }
  response.writeHead(reply.status ?? 200, { ...headers, 'content-length': String(bytes.length) });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

async function answer(
  sites: readonly Site[],
  log: RequestLog,
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = hostOf(request);
  const site = siteFor(sites, host);
  const path = request.url ?? '/';
  const row = log.begin({
    host,
    method: request.method ?? 'GET',
    path,
    headers: request.headers,
    stray: site === undefined,
  });
  response.once('prefinish', () => log.handOver(row));
  response.once('close', () => log.end(row, response.writableFinished ? response.statusCode : 0));
  request.resume();
  await control.pass(host);
  const knobs = control.knobsOf(host);
  if (knobs.delay) await pause(knobs.delay);
  if (knobs.down) {
    request.socket.destroy();
    return;
  }
  if (knobs.status) {
    await send(request, response, { status: knobs.status, headers: knobs.headers ?? {}, body: 'not now' });
    return;
  }
  const url = new URL(path, `https://${host || 'nowhere.invalid'}`);
  let reply: SiteAnswer = null;
  if (site) {
    const { method = 'GET', headers } = request;
    reply = await site.answer({ host, url, method, headers, listKnobsOf: control.listKnobsOf });
  }
  if (typeof reply === 'function') await reply(response);
  else
    await send(request, response, reply ?? { status: 404, body: '<!doctype html><title>Not here</title><p>Not here' });
}

export interface Listening {
  port: number;
  /** Ends at once, cutting what is still open. */
  close(): Promise<void>;
}

/** One https server on loopback for all sites, with a certificate made on the spot. Port 0 takes a free one. */
export async function serve(sites: readonly Site[], log: RequestLog, control: Control, wanted = 0): Promise<Listening> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'touchstone test world' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    curve: 'P-256',
  });
  const server = createServer({ key, cert }, (request, response) => {
    answer(sites, log, control, request, response).catch((error: unknown) => {
      console.error('world:', request.headers.host, request.url, error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Clear text is refused, but read far enough to know who was asked for.
  const plain = createPlainServer((request, response) => {
    const host = hostOf(request);
    log.end(
      log.begin({ host, method: 'GET', path: request.url ?? '/', headers: request.headers, stray: true, plain: true }),
      426,
    );
    response.writeHead(426).end();
  });
  const sockets = new Set<Socket>();
  const front = createFront((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? server : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject);
    front.listen(wanted, '127.0.0.1', resolve);
  });
  return {
    port: (front.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        control.reset();
        front.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
