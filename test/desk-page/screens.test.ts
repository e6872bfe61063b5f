import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { served } from '../desk-server/served.js';
import { calm, riskyNamed } from '../slack/ready-plans.js';
import { atDesk, forgive, goTo, message, openPage, send, seriousFaults } from './browser.js';

const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

/** Answers how far the page's parts moved by themselves, as browsers measure it: 0 is not at all. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          // The typings of a browser don't know this entry.
          for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
            if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );

describe.each([
  ['light', {}],
  ['dark', {}],
  ['light', phone],
] as const)('in %s %j', (colorScheme, device) => {
  test('axe finds nothing serious on any screen, nothing is wider than the page, and nothing jumps', async () => {
    const { page, served } = await atDesk({ colorScheme, ...device });
    const screens: string[] = [];
    const look = async (name: string) => {
      expect([name, await seriousFaults(page)]).toEqual([name, []]);
      const { wide, width } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        width: document.documentElement.clientWidth,
      }));
      expect(wide, name).toBeLessThanOrEqual(width);
      screens.push(name);
    };
    await look('the welcome');
    await send(page, '/tsdeploy plan');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').locator('footer button[type=submit]').click();
    await page.getByRole('alert').waitFor();
    await look('a question with an error');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await send(page, `/tsdeploy plan ${riskyNamed}`);
    await message(page, 'Deployment plan.').waitFor();
    await look('a plan');
    for (const [place, name] of [
      ['UANN/home', 'Home'],
      ['UANN/DANN', 'direct messages'],
      ['UANN/CDEPLOY/inspector', 'the inspector'],
    ]) {
      await page.goto(`${served.address}#${place}`);
      await page.waitForTimeout(300);
      await look(name ?? '');
    }
    expect(screens).toHaveLength(6);
    expect(await shifts(page)).toBeLessThan(0.05);
  }, 40_000);
});

test('the keyboard alone completes a plan', async () => {
  const { page } = await atDesk();
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  const onSubmit = () => page.evaluate(() => document.activeElement?.getAttribute('type') === 'submit');
  await page.keyboard.press('Tab');
  for (let tabs = 0; tabs < 30 && !(await focused()).startsWith('/tsdeploy plan'); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' site-version=2509 scenario=in-place-upgrade purpose=available');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  for (let pages = 0; pages < 20 && (await dialog.count()) > 0; pages += 1) {
    const before = await dialog.innerText();
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    const kind = await page.evaluate(
      () => document.activeElement?.getAttribute('type') ?? document.activeElement?.tagName,
    );
    if (kind === 'radio') await page.keyboard.press('ArrowUp');
    else if (kind === 'SELECT') await page.keyboard.press('End');
    else if (kind === 'text') await page.keyboard.type('12');
    else
      for (let tabs = 0; tabs < 20 && kind !== 'submit' && !(await onSubmit()); tabs += 1)
        await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => ((await dialog.count()) === 0 ? '' : dialog.innerText())).not.toBe(before);
  }
  expect(await message(page, 'Deployment plan.').innerText()).toMatch(/Ready/);
}, 40_000);

test('the first paint comes within half a second after the address is opened', async () => {
  const { page } = await atDesk();
  const paints: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    await page.reload();
    await page.getByRole('navigation').waitFor();
    paints.push(
      await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 9_999),
    );
  }
  expect(paints.sort((a, b) => a - b)[2]).toBeLessThan(500);
});

describe('what goes wrong is told calmly:', () => {
  test('a command while the app is starting waits for it', async () => {
    const desk = await served();
    const page = await openPage(desk.address);
    await send(page, `/tsdeploy plan ${calm}`);
    await message(page, 'Deployment plan.').waitFor();
  });

  test('a page left open over a restart', async () => {
    const { page, served: desk } = await atDesk();
    const { port } = new URL(desk.address);
    await desk.stop();
    await page.getByText("The desk doesn't answer. This page goes on as soon as it does.").waitFor();
    await served({ PORT: port });
    await page.getByText('This desk has ended. Open the address that npm start printed last.').first().waitFor();
    await send(page, 'hello?');
    await expect.poll(() => page.locator('.notice').innerText()).toContain('This desk has ended');
    await expect.poll(() => page.locator('main').getByRole('textbox').inputValue()).toBe('hello?');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Deploy.ps1', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: 'Remove Deploy.ps1' }).waitFor({ state: 'detached' });
    expect(await page.locator('main').getByRole('button', { name: 'Send' }).isEnabled()).toBe(true);
    forgive();
  });

  test('a file of 100 MB, and one that is empty', async () => {
    const { page } = await atDesk();
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(100 * 1024 * 1024)], 'image.wim'));
      files.items.add(new File([], 'empty.txt'));
      document
        .querySelector('.composer')
        ?.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    });
    await page.getByText('image.wim has 105 MB, and the desk takes files up to 21 MB.').waitFor();
    await page.getByText('empty.txt is empty.').waitFor();
    expect(await page.getByRole('list', { name: 'Files of this message' }).count()).toBe(0);
  });

  test('a command that isn’t there, a message that is too long, and a channel that isn’t there: what was typed stays', async () => {
    const { page, served: desk } = await atDesk();
    await send(page, '/deploy now');
    await page.getByText("/deploy isn't a command here. Try /tsdeploy.").waitFor();
    await expect.poll(() => page.locator('main').getByRole('textbox').inputValue()).toBe('/deploy now');
    await send(page, 'x'.repeat(40_001));
    await page.getByText('A message takes 40000 characters, and this has 40001. Post it as a file.').waitFor();
    await page.goto(`${desk.address}#UANN/C404`);
    await page.getByRole('heading', { name: 'There is no such channel here' }).waitFor();
    await page.goto(`${desk.address}#%E0%A4%A`);
    await page.reload();
    await page.getByRole('heading', { name: '#deployments' }).waitFor();
  });
});

test('a file that is dropped goes along with the message and can be looked into', async () => {
  const { page } = await atDesk();
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'Deploy.ps1', mimeType: 'text/plain', buffer: Buffer.from('Get-Date # <b>now</b>') });
  await page.getByRole('button', { name: 'Remove Deploy.ps1' }).waitFor();
  await send(page, 'the script');
  const posted = message(page, 'the script');
  await posted.getByText('Show its beginning').click();
  expect(await posted.locator('pre').innerText()).toBe('Get-Date # <b>now</b>');
});

test('a file with the longest name widens neither the composer nor the channel', async () => {
  const { page } = await atDesk(phone);
  const name = `${'x'.repeat(250)}.ps1`;
  const widened = () =>
    page.evaluate(() =>
      ['.messages', '.attachments'].filter((place) => {
        const box = document.querySelector(place);
        return box !== null && box.scrollWidth > box.clientWidth;
      }),
    );
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.getByRole('button', { name: `Remove ${name}` }).waitFor();
  expect(await widened()).toEqual([]);
  await send(page, 'the script');
  await message(page, 'the script').getByText('1 byte', { exact: false }).waitFor();
  expect(await widened()).toEqual([]);
});

test('the inspector shows what went over the wire, and what Slack would refuse is told with its place', async () => {
  const { page, served: desk } = await atDesk({}, '#UANN/CDEPLOY/inspector');
  const { state, apiUrl } = desk.desk;
  await fetch(`${apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${state.tokens.bot}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      channel: 'CDEPLOY',
      text: 'x',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '' } }],
    }),
  });
  await page
    .getByText('Slack would refuse this chat.postMessage: /blocks/0/text/text: must be at least 1 characters')
    .waitFor();
  const exchange = page.getByRole('complementary', { name: 'Inspector' }).locator('.exchange.bad').first();
  await exchange.click();
  expect(await exchange.innerText()).toContain('"error": "invalid_blocks"');
  await goTo(page, 'deployments', '#deployments');
});
