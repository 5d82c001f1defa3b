import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { ListKnobs } from './control.ts';

/** One request as a site of the world sees it. */
export interface WorldRequest {
  /** Lower case, without port. */
  host: string;
  url: URL;
  method: string;
  headers: IncomingHttpHeaders;
  /** What the test did to a list of badges. */
  listKnobsOf(name: string): ListKnobs;
}

/** What a site answers. `body` objects become JSON. */
export interface WorldReply {
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array | object;
  /** Never compressed, even when the client would take it. */
  raw?: boolean;
}

/** For hostile hosts: writes to the socket as it likes. */
export type RawReply = (response: ServerResponse) => void | Promise<void>;

export type SiteAnswer = WorldReply | RawReply | null;

/** A site of the local internet: exact host names (or `*.name` for any sub-domain) and what they answer. `null` is a 404. */
export interface Site {
  hosts: readonly string[];
  answer(request: WorldRequest): SiteAnswer | Promise<SiteAnswer>;
}

/** A reply with an HTML page. */
export function htmlReply(body: string, more: Partial<WorldReply> = {}): WorldReply {
  return { ...more, headers: { 'content-type': 'text/html; charset=utf-8', ...more.headers }, body };
}

/** A reply with a JSON document. */
export function jsonReply(body: object, more: Partial<WorldReply> = {}): WorldReply {
  return { ...more, headers: { 'content-type': 'application/json; charset=utf-8', ...more.headers }, body };
}

/** A temporary redirect. */
export function redirectReply(location: string, status = 302): WorldReply {
  return { status, headers: { location, 'content-type': 'text/html; charset=utf-8' }, body: '' };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text for use inside HTML text or a quoted attribute. */
export function esc(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
