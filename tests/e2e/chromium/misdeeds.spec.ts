import type { Browser as ExtensionApi } from 'webextension-polyfill';
import type { Report } from '../../../utils/badge/report.ts';
import { MISDEEDS, misdeedId } from '../../world/sites/hostile-answers.ts';
import { HOSTED } from '../../world/sites/issuers.ts';
import { expect, test } from './fixtures.ts';
import type { Touchstone } from './touchstone.ts';

declare const chrome: ExtensionApi;

/** Asks the built background as the desk does. */
async function check(touchstone: Touchstone, urls: readonly string[]): Promise<Report[]> {
  const own = await touchstone.openOwn('popup.html?tab=-1');
  const reports = await own.evaluate(
    (list) =>
      Promise.all(
        list.map(
          async (url) =>
            ((await chrome.runtime.sendMessage({ type: 'check-source', url })) as { report: Report }).report,
        ),
      ),
    [...urls],
  );
  await own.close();
  return reports;
}

test('a platform that misbehaves in thirteen ways: undecided, never good and never the badge’s fault', async ({
  touchstone,
  world,
}) => {
  const reports = await check(
    touchstone,
    MISDEEDS.map((misdeed) => `https://www.credly.com/badges/${misdeedId(misdeed)}`),
  );
  const verdicts = Object.fromEntries(
    MISDEEDS.map((misdeed, n) => [misdeed, `${reports[n]?.verdict} ${reports[n]?.tone}`]),
  );
  expect(verdicts).toEqual(Object.fromEntries(MISDEEDS.map((misdeed) => [misdeed, 'undecided unknown'])));
  const loops = world.log.fetched('www.credly.com').filter((row) => row.path.includes(misdeedId('loop')));
  expect(loops.length).toBeLessThanOrEqual(25);
});

test.describe('badges hosted anywhere', () => {
  test.use({ grantable: ['https://*/*'] });

  test('are undecided while nobody allowed their host', async ({ touchstone, world }) => {
    const [report] = await check(touchstone, [HOSTED.honest]);
    expect(report).toMatchObject({ verdict: 'undecided', tone: 'unknown' });
    expect(report?.checks).toContainEqual(expect.objectContaining({ code: 'origin-not-permitted' }));
    expect(world.log.fetched(new URL(HOSTED.honest).host)).toEqual([]);
  });

  test('are read once it is allowed: honest, withdrawn, gone, old, and one that calls itself Microsoft', async ({
    touchstone,
  }) => {
    await touchstone.grant(['https://*/*']);
    const reports = await check(touchstone, Object.values(HOSTED));
    const seen = Object.fromEntries(
      Object.keys(HOSTED).map((name, n) => [
        name,
        `${reports[n]?.verdict} ${reports[n]?.tone} ${reports[n]?.issuer.standing}`,
      ]),
    );
    expect(seen).toEqual({
      honest: 'verified caution unlisted',
      revoked: 'revoked bad unlisted',
      gone: 'revoked bad unlisted',
      old: 'verified caution unlisted',
      impostor: 'verified bad impostor',
    });
  });
});
