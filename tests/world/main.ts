/** The world by hand: `node tests/world/main.ts [port]`. */

import { TAMSIN } from './cast/people.ts';
import { profileAddress } from './sites/linkedin/profile.ts';
import { RESUME } from './sites/resume.ts';
import { resolverRules, startWorld } from './start-world.ts';

const world = await startWorld({ port: Number(process.argv[2] ?? 0) });
console.log(`The world listens on https://127.0.0.1:${world.port}. To walk in it:`);
console.log(
  `chromium --user-data-dir=/tmp/world --ignore-certificate-errors --host-resolver-rules="${resolverRules(world.port)}" ${profileAddress('a', TAMSIN)} ${RESUME}`,
);
process.once('SIGINT', () => void world.close());
process.once('SIGTERM', () => void world.close());
