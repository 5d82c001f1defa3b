import { launchChromium } from './tests/e2e/chromium/launch.ts';
const l = await launchChromium();
const p = await l.context.newPage();
p.on('console', (m) => console.log('  console', m.text().slice(0, 1500)));
p.on('pageerror', (m) => console.log('  err', m.stack));
await p.goto(`chrome-extension://${l.extensionId}/wallet.html#profile`);
await p.waitForTimeout(3000);
console.log(await p.evaluate(() => document.body.innerText.slice(0, 300)));
await l.close();
