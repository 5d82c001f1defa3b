import { parseWebAddress } from '../badge/address.ts';
import type { Reader } from '../net/types.ts';

/**
 * Old badges name http addresses. They are asked over https, at the same host and path: what answers there is at least as much the issuer's. Plain http is
 * never asked, anybody between could answer. `allowed`: origins that are asked as they are written (vector runners only).
 */
export function raiseToHttps(reader: Reader, allowed: readonly string[]): Reader {
  return {
    get asked() {
      return reader.asked;
    },
    read(address, options) {
      const url = parseWebAddress(address);
      if (url?.protocol !== 'http:' || allowed.includes(url.origin)) return reader.read(address, options);
      url.protocol = 'https:';
      return reader.read(url.href, options);
    },
  };
}
