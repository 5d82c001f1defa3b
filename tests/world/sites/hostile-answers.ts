import type { ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { uuid } from '../cast/ids.ts';
import type { SiteAnswer } from '../server/site.ts';

/** Ways in which a server can misbehave. None of them may ever lead to a good mark, nor to "invalid" where only the network is at fault. */
export const MISDEEDS = [
  'slow-body',
  'huge',
  'loop',
  'to-loopback',
  'to-metadata',
  'to-elsewhere',
  'lying-type',
  'bad-utf8',
  'deep-json',
  'gzip-bomb',
  'cut-off',
  'not-json',
  'null-json',
] as const;
export type Misdeed = (typeof MISDEEDS)[number];

const byId = new Map<string, Misdeed>(MISDEEDS.map((misdeed) => [uuid(`misdeed ${misdeed}`), misdeed]));

/** The Credly badge id behind which the world misbehaves so. */
export function misdeedId(misdeed: Misdeed): string {
  return uuid(`misdeed ${misdeed}`);
}

/** Resolves when the client has taken what was written, or is gone. */
function drained(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off('drain', go).off('close', go);
      resolve();
    };
    response.on('drain', go).on('close', go);
  });
}

const JSON_TYPE = { 'content-type': 'application/json' };
let bomb: Buffer | undefined;

/** What a misbehaving server answers; `null` for an honest id. `here` is the address asked, for loops. */
export function hostileAnswer(id: string): SiteAnswer {
  const misdeed = byId.get(id);
  return misdeed ? misbehave(misdeed) : null;
}

/** The same by name, for hosts that do nothing else. */
export function misbehave(misdeed: Misdeed): SiteAnswer {
  switch (misdeed) {
    case 'slow-body':
      return async (response) => {
        response.writeHead(200, JSON_TYPE);
        response.write('{"@context": "https://w3id.org/openbadges/v2", "slow": "');
        while (!response.destroyed && !response.writableEnded) {
          response.write('.');
          await pause(200);
        }
      };
    case 'huge':
      return async (response) => {
        response.writeHead(200, JSON_TYPE);
        response.write('{"huge": "');
        const piece = 'a'.repeat(1 << 16);
        for (let sent = 0; sent < 10 << 20 && !response.destroyed; sent += piece.length) {
          if (!response.write(piece)) await drained(response);
        }
        response.end('"}');
      };
    case 'loop':
      return { status: 302, headers: { location: `?again=${Math.random()}` } };
    case 'to-loopback':
      return { status: 302, headers: { location: 'https://127.0.0.1/latest' } };
    case 'to-metadata':
      return { status: 302, headers: { location: 'https://169.254.169.254/latest/meta-data/' } };
    case 'to-elsewhere':
      return { status: 302, headers: { location: 'https://liar.hostile.example/assertion.json' } };
    case 'lying-type':
      return { headers: JSON_TYPE, body: '<!doctype html><title>Verified</title><h1>Verified</h1>' };
    case 'bad-utf8':
      return { headers: JSON_TYPE, raw: true, body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]) };
    case 'deep-json':
      return { headers: JSON_TYPE, body: `${'{"badge":['.repeat(20_000)}${']}'.repeat(20_000)}` };
    case 'gzip-bomb':
      bomb ??= gzipSync(Buffer.alloc(64 << 20, 0x20), { level: 9 });
      return { headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, raw: true, body: bomb };
    case 'cut-off':
      return (response) => {
        response.writeHead(200, { ...JSON_TYPE, 'content-length': '4000' });
        response.write('{"@context": "https://w3id.org/openbadges/v2", "type": "Asser');
        setTimeout(() => response.destroy(), 50);
      };
    case 'not-json':
      return { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>Moved house</title>' };
    case 'null-json':
      return { headers: JSON_TYPE, body: 'null' };
  }
}
