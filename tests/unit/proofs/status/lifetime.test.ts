/** How long a copy of a list may answer for other badges. */
import { beforeAll, describe, expect, it } from 'vitest';
import { keepInMemory } from '../../../../utils/net/kept.ts';
import { createReader } from '../../../../utils/net/reader.ts';
import { fetchFrom, type Network } from '../../verify/fixtures/network.ts';
import {
  badgeWith,
  entry,
  judgeWith,
  jwt,
  LIST,
  type Loose,
  listOf,
  makeSigner,
  NOW,
  type Signer,
  told,
} from './lists.ts';

const OK = ['pass status-ok'];
const REVOKED = ['fail status-revoked'];

let issuer: Signer;
beforeAll(async () => {
  issuer = await makeSigner();
});

/** One list that is changed in time, and badges that name it, each judged by itself `at` some second. */
async function overTime(subject: Loose = {}) {
  const [before, after] = await Promise.all([[], [3]].map((set) => issuer.sign(listOf(issuer.did, set, subject))));
  const network: Network = { [LIST]: jwt(before!) };
  const { fetch, asked } = fetchFrom(network);
  let time = NOW.getTime();
  const kept = keepInMemory(() => time);
  return {
    asked,
    withdraw() {
      network[LIST] = jwt(after!);
    },
    breakDown() {
      network[LIST] = { status: 503 };
    },
    async at(seconds: number): Promise<string[]> {
      time = NOW.getTime() + seconds * 1000;
      const tools = { reader: createReader(fetch, { kept }), now: new Date(time) };
      return told(await judgeWith(badgeWith(entry('3')), issuer.did, tools));
    },
  };
}

describe('a copy of a list', () => {
  it('serves for a minute', async () => {
    const { asked, at, withdraw } = await overTime();
    expect(await at(0)).toEqual(OK);
    withdraw();
    expect(await at(59)).toEqual(OK);
    expect(asked).toHaveLength(1);
    expect(await at(61)).toEqual(REVOKED);
    expect(asked).toHaveLength(2);
  });

  it.each([10_000, '10000'])('or as short as it says itself (ttl %j)', async (ttl) => {
    const { asked, at, withdraw } = await overTime({ ttl });
    expect(await at(0)).toEqual(OK);
    expect(await at(10)).toEqual(OK);
    expect(asked).toHaveLength(1);
    withdraw();
    for (const seconds of [11, 12, 30, 59, 61, 75]) expect(await at(seconds), `${seconds}`).toEqual(REVOKED);
  });

  it('not at all where it says so', async () => {
    const { at, withdraw } = await overTime({ ttl: 0 });
    expect(await at(0)).toEqual(OK);
    withdraw();
    expect(await at(1)).toEqual(REVOKED);
  });

  it.each([86_400_000, Number.MAX_VALUE, -1, 'soon', '1e3', null, {}, [1]])(
    'never longer, whatever it says (ttl %j)',
    async (ttl) => {
      const { asked, at, withdraw } = await overTime({ ttl });
      expect(await at(0)).toEqual(OK);
      withdraw();
      expect(await at(59)).toEqual(OK);
      expect(asked).toHaveLength(1);
      expect(await at(61)).toEqual(REVOKED);
    },
  );

  it('that is too old and cannot be had anew is no answer', async () => {
    const { at, breakDown } = await overTime({ ttl: 1_000 });
    expect(await at(0)).toEqual(OK);
    breakDown();
    expect(await at(1)).toEqual(OK);
    expect(await at(2)).toEqual(['unknown origin-server-error (503)']);
  });
});
