import { Control } from './server/control.ts';
import { RequestLog } from './server/request-log.ts';
import { serve } from './server/serve.ts';
import type { Site } from './server/site.ts';
import { accredible } from './sites/accredible.ts';
import { badgr } from './sites/badgr.ts';
import { credly } from './sites/credly.ts';
import { hostileHosts } from './sites/hostile-hosts.ts';
import { issuers } from './sites/issuers.ts';
import { linkedin } from './sites/linkedin/index.ts';
import { microsoft } from './sites/microsoft.ts';
import { openbadgefactory } from './sites/openbadgefactory.ts';
import { pageOnly } from './sites/page-only.ts';
import { resume } from './sites/resume.ts';
import { shortLinks } from './sites/short-links.ts';
import { signedIssuers } from './sites/signed-issuers.ts';

const SITES: readonly Site[] = [
  linkedin,
  shortLinks,
  resume,
  credly,
  badgr,
  accredible,
  microsoft,
  openbadgefactory,
  pageOnly,
  issuers,
  signedIssuers,
  hostileHosts,
];

export interface World {
  port: number;
  /** Every host name of the world. */
  hosts: readonly string[];
  log: RequestLog;
  /** What a test may do to single hosts. */
  control: Control;
  /** Cuts every connection and ends. */
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Fixed port, for the world run by hand. Default: a free one. */
  port?: number;
  /** Sites of a test or benchmark of its own; they come before the world's. */
  sites?: readonly Site[];
}

/** Starts the local internet: one https server on loopback that plays every host. Browsers reach it through `resolverRules`. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const sites = [...(options.sites ?? []), ...SITES];
  const log = new RequestLog();
  const control = new Control();
  const { port, close } = await serve(sites, log, control, options.port);
  return { port, hosts: sites.flatMap((site) => site.hosts), log, control, close };
}

/** Chromium's `--host-resolver-rules`: every host and port leads into the world, so that nothing can leave the machine. */
export function resolverRules(port: number): string {
  return `MAP * 127.0.0.1:${port}`;
}
