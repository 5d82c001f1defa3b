import { keyOf } from '../../world/cast/badge.ts';
import { EXPIRED, GENUINE, REVOKED } from '../../world/cast/catalogue.ts';
import { HOSTILE_LINKS } from '../../world/sites/linkedin/hostile-links.ts';
import { HOSTILE_LINKS_ADDRESS } from '../../world/sites/linkedin/hostile-pages.ts';
import { countByBadge } from '../marks.ts';
import { expect, test } from './fixtures.ts';
import { readMarks, settledMarks } from './touchstone.ts';

const honest = HOSTILE_LINKS.flatMap((link) => (link.key ? [link.key] : []));

test('a page of hostile links: only the honest ones are marked, and nothing strange is asked', async ({
  touchstone,
  world,
}) => {
  const page = await touchstone.open(HOSTILE_LINKS_ADDRESS);
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  const marks = await settledMarks(page, honest.length);
  expect(countByBadge(marks)).toEqual(Object.fromEntries(honest.map((key) => [key, 1])));
  expect(alerts).toEqual([]);
  expect(world.log.all().filter((row) => /hostile|evil|127\.0|169\.254|xn--/.test(row.host))).toEqual([]);
});

test('a page that deletes every mark: the extension gives in, the page stays alive', async ({ touchstone }) => {
  const page = await touchstone.open('https://www.linkedin.com/pulse/deletes-marks/');
  const removed = () => page.evaluate(() => (window as unknown as { world: { removed(): number } }).world.removed());
  await expect.poll(removed).toBeGreaterThanOrEqual(3);
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await removed();
        const still = now === before;
        before = now;
        return still;
      },
      { intervals: [6_000], timeout: 50_000 },
    )
    .toBe(true);
  expect(before).toBeLessThan(100);
});

test('a page that draws marks of its own cannot make ours say what is not so', async ({ touchstone }) => {
  const page = await touchstone.open('https://www.linkedin.com/pulse/fakes-marks/');
  const popup = await touchstone.openPopup(page);
  // The page can paint over anything; what it cannot do is reach the popup, which has the answers from the background.
  // Worst first: the withdrawn badge leads, whatever the page has written on its mark.
  await expect(popup.getByRole('region')).not.toHaveCount(0);
  await expect(popup.getByRole('region').first().getByRole('listitem')).toHaveCount(1);
  await expect(popup.getByRole('region').first()).toContainText(REVOKED.title);
  await expect(popup.getByRole('region').filter({ hasText: GENUINE.title })).not.toContainText(REVOKED.title);
  const marks = await readMarks(page);
  const counts = countByBadge(marks);
  for (const badge of [GENUINE, EXPIRED, REVOKED]) expect(counts[keyOf(badge)] ?? 0).toBeLessThanOrEqual(1);
});
