/** What `npm start` does once everything is installed and built. Runs on the project's own Node. */
import { headlessDemo } from './headless.ts';
import { realPage } from './real-page.ts';
import { visibleDemo } from './visible.ts';

const args = process.argv.slice(2);
const browser = args.includes('firefox') || args.includes('--browser=firefox') ? 'firefox' : 'chromium';
const address = args.find((arg) => /^https?:\/\//.test(arg));
const noDisplay = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const headless = args.includes('--headless') || noDisplay;

if (address) {
  await realPage(browser, address, headless).catch((error: unknown) => {
    console.error(`${address} could not be opened: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    process.exitCode = 1;
  });
} else if (headless) process.exitCode = (await headlessDemo(browser)) ? 0 : 1;
else await visibleDemo(browser);
