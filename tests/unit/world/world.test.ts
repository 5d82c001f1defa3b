import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  EXPIRED,
  GENUINE,
  IMPOSTOR,
  NOT_FOUND,
  RATE_LIMITED,
  REVOKED,
  REVOKED_BADGR,
  UNVETTED,
} from '../../world/cast/catalogue.ts';
import { fetchInWorld } from '../../world/fetch-in-world.ts';
import { hostileAddress } from '../../world/sites/hostile-hosts.ts';
import { startWorld, type World } from '../../world/start-world.ts';

let world: World;
let ask: typeof fetch;
const CREDLY = 'https://www.credly.com/api/v1/obi/v2/badge_assertions';

beforeAll(async () => {
  world = await startWorld();
  ask = fetchInWorld(world.port);
});
afterEach(() => {
  world.control.reset();
  world.log.reset();
});
afterAll(() => world.close());

describe('platforms of the world answer as the real ones were measured', () => {
  test('Credly: assertion, class and issuer by address; 404 and 410; no `expires` unless it ends', async () => {
    const assertion = (await (await ask(`${CREDLY}/${EXPIRED.id}`)).json()) as { badge: string; expires?: string };
    expect(Date.parse(assertion.expires ?? '')).toBeLessThan(Date.now());
    const badgeClass = (await (await ask(assertion.badge)).json()) as { name: string; issuer: string };
    expect(badgeClass.name).toBe(EXPIRED.title);
    expect(((await (await ask(badgeClass.issuer)).json()) as { name: string }).name).toBe(EXPIRED.issuer);
    expect((await ask(`${CREDLY}/${NOT_FOUND.id}`)).status).toBe(404);
    expect((await ask(`${CREDLY}/${REVOKED.id}`)).status).toBe(410);
  });

  test('Credly: the page names the holder, says nothing about an unknown badge, and breaks for who wants JSON', async () => {
    expect(await (await ask(GENUINE.address)).text()).toContain(
      `issued by ${GENUINE.issuer} to ${GENUINE.holder.name}.`,
    );
    const unknown = await ask(NOT_FOUND.address);
    expect([unknown.status, (await unknown.text()).includes('og:title')]).toEqual([200, false]);
    expect((await ask(GENUINE.address, { headers: { accept: 'application/json' } })).status).toBe(500);
  });

  test('Badgr: HTML for people, JSON for machines, revoked is a 200 that names nobody', async () => {
    const json = { headers: { accept: 'application/ld+json, application/json' } };
    const page = await ask(UNVETTED.address, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toContain('text/html');
    const expanded = await ask(`${IMPOSTOR.address}?expand=badge&expand=badge.issuer`, json);
    expect(await expanded.json()).toMatchObject({ badge: { issuer: { name: 'Microsoft' } } });
    const revoked = await ask(REVOKED_BADGR.address, json);
    expect(revoked.status).toBe(200);
    expect(Object.keys((await revoked.json()) as object).sort()).toEqual([
      '@context',
      'id',
      'revocationReason',
      'revoked',
      'type',
    ]);
    const limited = await ask(RATE_LIMITED.address, json);
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '600']);
  });
});

describe('the server', () => {
  test('logs what came, and how much at once', async () => {
    const open = world.control.hold('www.credly.com');
    const third = world.log.next((row) => row.host === 'www.credly.com' && row.path.endsWith('?3'));
    const asked = [1, 2, 3].map((n) => ask(`${CREDLY}/${GENUINE.id}?${n}`, { headers: { cookie: 'a=b' } }));
    await third;
    open();
    expect((await Promise.all(asked)).map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(world.log.peak('www.credly.com')).toBe(3);
    expect(world.log.all().every((row) => row.headers.cookie === 'a=b' && !row.stray)).toBe(true);
    await ask('https://nobody.knows.example/');
    expect(world.log.all().at(-1)).toMatchObject({ host: 'nobody.knows.example', stray: true });
  });

  test('does to a host what a test wants of it', async () => {
    world.control.set('www.credly.com', { status: 503 });
    expect((await ask(`${CREDLY}/${GENUINE.id}`)).status).toBe(503);
    world.control.set('www.credly.com', { down: true });
    await expect(ask(`${CREDLY}/${GENUINE.id}`)).rejects.toThrow(TypeError);
    world.control.reset();
    expect((await ask(`${CREDLY}/${GENUINE.id}`)).status).toBe(200);
  });

  test('tries to set a tracker everywhere', async () => {
    expect((await ask(GENUINE.address)).headers.get('set-cookie')).toContain('world_tracker');
  });
});

describe('hostile hosts are as bad as they say', () => {
  test('huge and gzip bomb really are large', async () => {
    expect((await (await ask(hostileAddress('huge'))).arrayBuffer()).byteLength).toBeGreaterThan(10 << 20);
    expect((await (await ask(hostileAddress('gzip-bomb'))).arrayBuffer()).byteLength).toBe(64 << 20);
  });

  test('loops never end, bodies never end, and cut-off ones break', async () => {
    await expect(ask(hostileAddress('loop'))).rejects.toThrow('redirect');
    await expect(
      ask(hostileAddress('slow-body'), { signal: AbortSignal.timeout(600) }).then((answer) => answer.text()),
    ).rejects.toThrow();
    await expect(ask(hostileAddress('cut-off')).then((answer) => answer.text())).rejects.toThrow();
  });

  test('redirections to private hosts do arrive in the world, where the log sees them', async () => {
    await ask(hostileAddress('to-metadata'));
    expect(world.log.all().map((row) => row.host)).toContain('169.254.169.254');
  });
});
