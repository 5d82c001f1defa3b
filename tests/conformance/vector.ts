/** A vector as plain data, and the small world it lives in. Nothing here needs Node: the same code runs in a browser's background. */
import type { Verdict } from '../../utils/badge/report.ts';
import { fromBase64 } from '../../utils/bytes/base64.ts';

export type Answer = 'valid' | 'invalid' | 'unverifiable';

/** One entry of the index; its README in the folder explains the members. */
export interface Vector {
  id: string;
  kind: string;
  layer: string;
  file: string;
  expected: Answer;
  also_acceptable?: Answer[];
  fails?: string[];
  now: string;
  allow_local?: boolean;
  documents?: Record<string, { file?: string; status?: number; redirect?: string; content_type?: string }>;
  extract?: { sha256_utf8?: string; keyword?: string; chunk?: string };
  bits?: Record<string, number>;
  entries_count?: number;
  did?: { verificationMethod?: string; publicKeyJwk?: JsonWebKey; assertionMethod?: boolean; document_url?: string };
}

/** Bytes of a file of the vectors' folder; throws where there is none. */
export type ReadFile = (name: string) => Uint8Array<ArrayBuffer>;

/** A vector with all that it names, as JSON can carry it. */
export interface Case {
  vector: Vector;
  /** The files of the vector and of its documents, in base64, by name. */
  files: Readonly<Record<string, string>>;
}

/** JSON-LD contexts by address. */
export type Contexts = Readonly<Record<string, object>>;

export function fileOf({ files }: Case, name: string): Uint8Array<ArrayBuffer> {
  const base64 = files[name];
  const bytes = base64 === undefined ? null : fromBase64(base64);
  if (!bytes) throw new Error(`no file ${name}`);
  return bytes;
}

/** Origins that the vector wants let through the guard. */
export function allowedOrigins(vector: Vector): string[] {
  if (!vector.allow_local) return [];
  return [...new Set(Object.keys(vector.documents ?? {}).map((address) => new URL(address).origin))];
}

/**
 * A fetch that knows the documents of one vector and answers 404 otherwise. Old vectors name http addresses, and the product asks over https alone:
 * the servers of this small world speak https for what they are listed with under http.
 */
export function fetchIn({ documents = {} }: Vector, read: ReadFile): typeof fetch {
  const find = (address: string) => documents[address] ?? documents[address.replace(/^https:/, 'http:')];
  return async (input) => {
    let address = String(input instanceof Request ? input.url : input);
    let document = find(address);
    for (let hop = 0; document?.redirect !== undefined && hop < 5; hop++) {
      address = document.redirect;
      document = find(address);
    }
    const status = document ? (document.status ?? 200) : 404;
    const type = document?.content_type ?? 'application/json';
    const body = document?.file ? read(document.file) : null;
    const response = new Response(body, { status, headers: { 'content-type': type } });
    Object.defineProperty(response, 'url', { value: address });
    return response;
  };
}

/** DESIGN section 4: the three answers of the vectors. */
export function answerOf(verdict: Verdict): Answer {
  if (verdict === 'verified') return 'valid';
  return ['not-found', 'undecided', 'unsupported'].includes(verdict) ? 'unverifiable' : 'invalid';
}

/** The vector's own answer and every other that it calls acceptable. */
export function accepted({ expected, also_acceptable = [] }: Vector): readonly string[] {
  return [expected, ...also_acceptable];
}
