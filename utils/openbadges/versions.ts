import type { HostedForm } from './detect.ts';
import type { VersionReader } from './reading.ts';
import { v1 } from './v1.ts';
import { v2 } from './v2.ts';
import { v05 } from './v05.ts';

/** Who reads which version. */
export const READERS: Record<HostedForm, VersionReader> = { '0.5': v05, '1.0': v1, '1.1': v1, '2.0': v2 };
