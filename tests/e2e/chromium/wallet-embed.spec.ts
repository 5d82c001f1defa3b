import type { Page } from '@playwright/test';
import { RESUME } from '../../world/sites/resume.ts';
import { barriers, complaints, look } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { badgeAt, fromBadge, marisolsWallet } from './marisols-wallet.ts';

const { badge: GOOD, issuedOn } = badgeAt(0);
const ADDRESS = `https://www.credly.com/badges/${GOOD.id}/public_url`;
const NAME = 'Marisol Etxeberri';
/** What somebody may type who wants to see what happens. */
const HEADLINE = 'Engineer <img src=x onerror=alert(1)> & "sailor"';

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

// Each begins with the import of sixty badges.
test.describe.configure({ timeout: 120_000 });

test.beforeEach(({ touchstone }) => touchstone.context.grantPermissions(['clipboard-read', 'clipboard-write']));

/** Several badges of the list, by their names, and "Embed". */
async function embedSeveral(page: Page, titles: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Select several' }).click();
  const search = page.getByLabel('Search my badges');
  for (const title of titles) {
    await search.fill(title);
    await page.getByRole('checkbox', { name: `Select “${title}”` }).check();
  }
  await search.fill('');
  await page.locator('.selection').getByRole('button', { name: 'Embed …' }).click();
}

/** Shares of pixels, 0 to 1, that differ between two PNGs of the same size. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async (sources) => {
      const drawn = await Promise.all(
        sources.map(async (source) => {
          const picture = new Image();
          picture.src = `data:image/png;base64,${source}`;
          await picture.decode();
          const canvas = document.createElement('canvas');
          canvas.width = picture.naturalWidth;
          canvas.height = picture.naturalHeight;
          const context = canvas.getContext('2d');
          context?.drawImage(picture, 0, 0);
          return context?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
        }),
      );
      const [first = new Uint8ClampedArray(), second = new Uint8ClampedArray()] = drawn;
      if (first.length !== second.length || first.length === 0) return 1;
      let differing = 0;
      for (let at = 0; at < first.length; at += 4)
        if ([0, 1, 2].some((channel) => Math.abs((first[at + channel] ?? 0) - (second[at + channel] ?? 0)) > 8))
          differing++;
      return differing / (first.length / 4);
    },
    [one, other].map((bytes) => bytes.toString('base64')),
  );
}

/** A page that a mail program could be, with nothing in it but this. */
async function mailPage(page: Page, html: string): Promise<void> {
  await page.setContent(
    `<!doctype html><html lang="en"><title>Mail</title><style>body{margin:0;background:#fff}#mail{width:400px;height:200px;outline:0}</style>${html}`,
  );
}

test('a signature that is copied and pasted keeps pictures and links, and looks as drawn by hand', async ({
  touchstone,
}) => {
  const page = await marisolsWallet(touchstone);
  await fromBadge(page, GOOD.title, 'Embed …');
  await page.getByRole('radio', { name: 'E-mail signature' }).check();
  await page.getByLabel('Your name').fill(NAME);
  await page.getByLabel('Your headline').fill(HEADLINE);
  await expect(page.getByText(/^\d+ of 10000 characters/)).toBeVisible();
  await expect(page.getByText('The pictures are loaded from the platform when your mail is read')).toBeVisible();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  expect(await clipboard(page)).toBe(`${NAME}\n${HEADLINE}\n${GOOD.title} — ${GOOD.issuer}, ${ADDRESS}`);

  const mail = await touchstone.open(RESUME);
  await mailPage(mail, '<div id="mail" contenteditable></div>');
  const editor = mail.locator('#mail');
  await editor.focus();
  await mail.keyboard.press('ControlOrMeta+v');
  const picture = editor.locator('img');
  await expect(picture).toHaveAttribute('src', /^https:\/\/images\.credly\.com\//);
  await expect(picture).toHaveAttribute('alt', `Badge from ${GOOD.issuer}`);
  expect(await picture.evaluate((image: HTMLImageElement) => [image.width, image.height])).toEqual([80, 80]);
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  expect(await editor.locator('a').evaluateAll((links: HTMLAnchorElement[]) => links.map(({ href }) => href))).toEqual([
    ADDRESS,
    ADDRESS,
  ]);
  const source = await picture.getAttribute('src');
  expect(await barriers(mail)).toEqual([]);
  await editor.blur();
  const pasted = await editor.screenshot({ caret: 'hide' });

  const text = 'position:absolute;margin:0;white-space:nowrap;font:14px/20px Arial,Helvetica,sans-serif';
  const drawnByHand = (image: string) => `
    <div id="mail" style="position:relative">
      <p style="${text};top:0"><b>${NAME}</b></p>
      <p style="${text};top:20px">Engineer &lt;img src=x onerror=alert(1)&gt; &amp; &quot;sailor&quot;</p>
      ${image}
      <p style="${text};top:68px;left:88px"><a href="${ADDRESS}">${GOOD.title}</a></p>
      <p style="${text};top:88px;left:88px">${GOOD.issuer}</p>
    </div>`;
  await mailPage(
    mail,
    drawnByHand(`<img src="${source}" style="position:absolute;top:48px;left:0;width:80px" alt="">`),
  );
  await expect
    .poll(() => mail.locator('img').evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(0);
  const reference = await mail.locator('#mail').screenshot();
  await mailPage(mail, drawnByHand(''));
  const without = await mail.locator('#mail').screenshot();
  await mail.setContent('');
  expect(await difference(mail, pasted, reference)).toBeLessThan(0.002);
  expect(await difference(mail, without, reference)).toBeGreaterThan(0.02);
});

test('the preview shows the kept picture, runs nothing and asks for nothing', async ({ touchstone, world }) => {
  const page = await marisolsWallet(touchstone);
  const seen = complaints(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await fromBadge(page, GOOD.title, 'Embed …');
  world.log.reset();
  await page.getByRole('radio', { name: 'E-mail signature' }).check();
  await page.getByLabel('Your name').fill(NAME);
  await page.getByLabel('Your headline').fill(HEADLINE);
  await page.getByLabel('Your link').fill('javascript:alert(1)');
  const shown = () =>
    page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
      const inside = frame.contentDocument;
      const picture = inside?.querySelector('img');
      return {
        sandbox: frame.getAttribute('sandbox'),
        text: inside?.body.innerText ?? '',
        pictures: [...(inside?.images ?? [])].map(({ src }) => src.slice(0, 22)),
        drawn: picture ? [picture.clientWidth, picture.naturalWidth > 0] : [],
        links: inside?.querySelectorAll('[href]').length,
        font: picture ? getComputedStyle(picture.closest('td') ?? picture).fontFamily : '',
      };
    });
  await expect.poll(async () => (await shown()).text).toContain('javascript:alert(1)');
  expect(await shown()).toMatchObject({
    sandbox: 'allow-same-origin',
    text: expect.stringContaining(HEADLINE),
    pictures: ['data:image/png;base64,'],
    drawn: [80, true],
    links: 0,
    font: 'Arial, Helvetica, sans-serif',
  });
  // As high as what it shows, also after it showed more.
  const height = () => page.locator('iframe').evaluate((frame) => frame.clientHeight);
  const high = await height();
  await page.getByLabel('Your name').fill('');
  await page.getByLabel('Your headline').fill('');
  await page.getByLabel('Your link').fill('');
  await expect.poll(height).toBeLessThan(high - 20);
  await page.getByLabel('Your headline').fill(HEADLINE);
  await expect.poll(async () => (await shown()).text).toContain(HEADLINE);
  // What escapes its escaping one day has three more fences before it.
  const ran = await page.locator('iframe').evaluate(async (frame: HTMLIFrameElement) => {
    const inside = frame.contentDocument;
    if (!inside) return ['no frame'];
    const loose =
      '<img src="https://images.credly.com/stolen.png" onerror="parent.ran=1"><a href="x" onclick="parent.ran=2">x</a>';
    const parsed = new DOMParser().parseFromString(`${loose}<svg onload="parent.ran=3"></svg>`, 'text/html');
    inside.body.append(...[...parsed.body.childNodes].map((node) => inside.adoptNode(node)));
    const script = inside.createElement('script');
    script.textContent = 'parent.ran=4';
    inside.body.append(script);
    const remote = inside.createElement('script');
    remote.src = 'https://images.credly.com/stolen.js';
    inside.body.append(remote);
    inside.querySelector<HTMLElement>('a[onclick]')?.click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return [(window as unknown as { ran?: number }).ran ?? 'nothing'];
  });
  expect(ran).toEqual(['nothing']);
  expect(dialogs).toEqual([]);
  expect(world.log.all().filter(({ path }) => path.includes('stolen'))).toEqual([]);
  expect(world.log.all().filter(({ host }) => host === 'images.credly.com')).toEqual([]);
  // The attack above is complained about; the view itself is not.
  expect(seen.filter((line) => !/stolen|srcdoc|about:blank|sandboxed|inline|favicon/.test(line))).toEqual([]);
});

test('a résumé entry is copied as Markdown, a code saved as a picture', async ({ touchstone }) => {
  const page = await marisolsWallet(touchstone);
  await fromBadge(page, GOOD.title, 'Embed …');
  await page.getByRole('radio', { name: 'Résumé' }).check();
  await page.getByLabel('Format').selectOption({ label: 'Markdown' });
  await page.getByRole('button', { name: 'Copy the code' }).click();
  const day = new Date(issuedOn).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  await expect.poll(() => clipboard(page)).toBe(`[${GOOD.title} — ${GOOD.issuer}, Issued ${day}](${ADDRESS})`);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  expect((await file).suggestedFilename()).toBe(`${GOOD.title}.md`);
  await page.getByLabel('Format').selectOption({ label: 'QR code' });
  await expect(page.getByRole('img', { name: `QR code that opens ${ADDRESS}` })).toBeVisible();
  const code = page.waitForEvent('download');
  await page.getByRole('button', { name: 'QR code, PNG' }).click();
  expect((await code).suggestedFilename()).toBe(`${GOOD.title}.png`);
});

test('several are embedded in the user’s order; a private one only by its own tick, others not at all', async ({
  touchstone,
}) => {
  const page = await marisolsWallet(touchstone);
  const [second, third, expired] = [1, 3, 4].map((at) => badgeAt(at).badge.title);
  if (!second || !third || !expired) throw new Error('the cast has changed');
  await page.getByLabel('Search my badges').fill(third);
  await page.getByRole('button', { name: `More for “${third}”` }).click();
  await page.getByRole('menuitem', { name: 'Make private' }).click();
  await expect(page.locator('.badge-item')).toContainText('Private');
  await page.getByLabel('Search my badges').fill('');
  await embedSeveral(page, [GOOD.title, second, third, expired]);
  const order = page.getByRole('list', { name: 'Order of the badges' }).getByRole('listitem');
  await expect(order).toHaveCount(2);
  await expect(page.getByText(`${expired}: The badge’s end date has passed.`)).toBeVisible();
  const code = page.getByRole('textbox', { name: 'Code' });
  await expect(code).toHaveValue(new RegExp(GOOD.title));
  await expect(code).not.toHaveValue(new RegExp(`${third}|${expired}`));
  await page.getByRole('checkbox', { name: `Include “${third}” here although it is private` }).check();
  await expect(order).toHaveCount(3);
  await expect(code).toHaveValue(new RegExp(third));
  await expect(code).not.toHaveValue(new RegExp(expired));
  const names = (await order.allTextContents()).map((text) => text.replace(/[↑↓]/g, ''));
  await page.getByRole('button', { name: `Move “${names[2]}” up` }).click();
  await page.getByRole('button', { name: `Move “${names[2]}” up` }).click();
  await page.getByRole('radio', { name: 'Résumé' }).check();
  await page.getByLabel('Format').selectOption({ label: 'JSON Resume' });
  const written = JSON.parse(await code.inputValue()).certificates.map(({ name }: { name: string }) => name);
  expect(written).toEqual([names[2], names[0], names[1]]);
});

test('no barrier in the embed view, however it is seen', async ({ touchstone }) => {
  const page = await marisolsWallet(touchstone);
  const seen = complaints(page);
  await embedSeveral(page, [GOOD.title, badgeAt(1).badge.title, badgeAt(4).badge.title]);
  for (const group of ['Website', 'Résumé', 'E-mail signature']) {
    await page.getByRole('radio', { name: group }).check();
    expect(await look(page, group)).toEqual([]);
  }
  await page.getByRole('radio', { name: 'Résumé' }).check();
  await page.getByLabel('Format').selectOption({ label: 'QR code' });
  expect(await look(page, 'QR code')).toEqual([]);
  expect(seen).toEqual([]);
});
