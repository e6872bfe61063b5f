import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { startBrowser } from '../../src/pictures/browser.js';
import { served, type TestDesk } from '../desk-server/served.js';

const failures = fileURLToPath(new URL('./failures/', import.meta.url));
let browser: Promise<Browser> | undefined;
const opened: Page[] = [];
let complaints: string[] = [];

/** Answers the browser of npm, started once a test file. */
const launched = (): Promise<Browser> => {
  browser ??= startBrowser();
  return browser;
};

afterEach(async ({ task }) => {
  for (const [at, page] of opened.splice(0).entries()) {
    if (task.result?.state === 'fail') {
      const name = `${task.name.replace(/[^\w]+/g, '-').slice(0, 80)}-${at}.png`;
      mkdirSync(failures, { recursive: true });
      await page.screenshot({ path: `${failures}${name}` }).catch(() => undefined);
    }
    await page.context().close();
  }
  expect(complaints.splice(0)).toEqual([]);
});

afterAll(async () => {
  await (await browser)?.close();
});

/** A browser's page at a desk of its own. */
export interface AtDesk {
  readonly page: Page;
  readonly served: TestDesk;
}

/** Opens a page at an address; errors on its console fail the test, and a failed test leaves a picture. */
export async function openPage(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await launched()).newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(6_000);
  opened.push(page);
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(address);
  return page;
}

/** Forgets what the console complained of so far: for tests in which a desk ends. */
export const forgive = (): void => {
  complaints = [];
};

/** Serves a desk and opens its page, with the app ready. */
export async function atDesk(
  options: BrowserContextOptions = {},
  hash = '',
  env: NodeJS.ProcessEnv = {},
): Promise<AtDesk> {
  const desk = await served(env);
  expect(await desk.ready).toBeNull();
  const page = await openPage(`${desk.address}${hash}`, options);
  await page.locator('nav.sidebar').waitFor({ state: 'attached' });
  return { page, served: desk };
}

/** Types a line into the channel's composer and sends it. */
export async function send(page: Page, line: string): Promise<void> {
  const composer = page.locator('main').getByRole('textbox', { name: /^Message / });
  await composer.fill(line);
  await composer.press('Enter');
}

/** Answers the newest message with these words. */
export const message = (page: Page, words: string | RegExp) =>
  page.locator('main').getByRole('article').filter({ hasText: words }).last();

/** Goes to a channel, the app's messages or Home, by its name on the left. */
export async function goTo(page: Page, name: string, heading: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
}

/** Goes on as another person. */
export async function become(page: Page, name: string): Promise<void> {
  const link = page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name });
  await link.click();
  await expect.poll(() => link.getAttribute('aria-current')).toBe('true');
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Answers what axe finds seriously wrong with the page, as "rule: element". */
export async function seriousFaults(page: Page): Promise<string[]> {
  // The page takes no inline script: the browser's own debugger may run one.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await found.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
