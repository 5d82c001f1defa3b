import type { Examined } from '../badge/report.ts';
import { CAPS, cleanText } from '../badge/text.ts';

/**
 * Who signed something that hangs on a badge or stands in it, in words: the host or DID, which the proof covers. The name is only what the signer calls
 * itself, and beside "and that holds" it would read as if that were proved.
 */
export function signedBy({ host, id }: Examined['issuer']): string | undefined {
  return cleanText(host ?? id, CAPS.detail);
}
