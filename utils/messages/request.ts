import { isUuid } from '../badge/uuid.ts';
import { isKeys } from './page-message.ts';
import { MAX_PERSON_LENGTH, MAX_URL_LENGTH, type RequestMessage } from './protocol.ts';
import { fieldsOf, isFlag, isOptional, isText } from './shapes.ts';

/** A badge document pasted by the reader. */
const MAX_PASTED = 4_194_304;
/** A file of 8 MiB in base64. */
const MAX_DATA = 11_184_812;
/** A picture may be a `data:` URI. */
const MAX_PICTURE_ADDRESS = 4_194_304;
/** Badges of the wallet that are checked by hand at once. */
const MAX_IDS = 1_000;

/**
 * A request from one of our own pages, rebuilt member by member, or null when any part of it is not as the protocol has it. Never throws.
 */
export function parseRequest(value: unknown): RequestMessage | null {
  const from = fieldsOf(value);
  if (!from) return null;
  switch (from.type) {
    case 'check-page':
      return isTabId(from.tabId) ? { type: 'check-page', tabId: from.tabId } : null;
    case 'check-source': {
      const { url, text, data, again, holderName } = from;
      if (url !== undefined && !isText(url, MAX_URL_LENGTH)) return null;
      if (text !== undefined && !isText(text, MAX_PASTED)) return null;
      if (data !== undefined && !isText(data, MAX_DATA)) return null;
      if ([url, text, data].filter((source) => source !== undefined).length !== 1) return null;
      if (!isOptional(again, isFlag)) return null;
      if (holderName !== undefined && !isText(holderName, MAX_PERSON_LENGTH)) return null;
      return { type: 'check-source', url, text, data, again, holderName };
    }
    case 'picture':
      return isText(from.address, MAX_PICTURE_ADDRESS) ? { type: 'picture', address: from.address } : null;
    case 'load-registries':
      return { type: 'load-registries' };
    case 'read-context':
      return isText(from.address, MAX_URL_LENGTH) ? { type: 'read-context', address: from.address } : null;
    case 'yours':
      return isKeys(from.keys) ? { type: 'yours', keys: [...from.keys] } : null;
    case 'site-changed':
      return isText(from.host, 255) ? { type: 'site-changed', host: from.host } : null;
    case 'wallet-work':
    case 'wallet-look':
    case 'wallet-rejudge':
      return { type: from.type };
    case 'wallet-report':
      return isId(from.id) ? { type: 'wallet-report', id: from.id } : null;
    case 'wallet-check':
      return isIds(from.ids) ? { type: 'wallet-check', ids: [...from.ids] } : null;
    case 'clear-cache':
      return { type: 'clear-cache' };
    case 'cache-info':
      return { type: 'cache-info' };
    case 'delete-everything':
      return { type: 'delete-everything' };
    default:
      return null;
  }
}

/** An id of the wallet's own. */
function isId(value: unknown): value is string {
  return isText(value, 36) && isUuid(value);
}

function isIds(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MAX_IDS && value.every(isId);
}

function isTabId(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
