import { fillWallet, walletRow } from './fill-wallet.ts';
import { test } from './fixtures.ts';

test('x', async ({ touchstone }) => {
  const own = await touchstone.openOwn('wallet.html');
  await own.locator('.wallet-head').waitFor();
  console.time('fill');
  await fillWallet(own, { badges: Array.from({ length: 10_000 }, (_, n) => walletRow(n)) });
  console.timeEnd('fill');
  await own.evaluate(() => localStorage.setItem('popup-place', 'wallet'));
  await own.close();
  const p = await touchstone.context.newPage();
  p.on('console', (m) => console.log(m.text()));
  p.on('pageerror', (m) => console.log(m));
  await p.setViewportSize({ width: 400, height: 600 });
  await p.goto(`chrome-extension://${touchstone.id}/popup.html`);
  await p.waitForTimeout(4000);
  await p.screenshot({ path: '/tmp/h-list/popup.png' });
  console.log(await p.evaluate(() => document.querySelectorAll('.badge-row').length));
});
