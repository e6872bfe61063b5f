import type { Page } from 'playwright-core';

/** A picture of the desk: its file in docs/, and how a person gets there. */
export interface Scene {
  readonly file: string;
  readonly play: (page: Page) => Promise<void>;
}

const dialog = (page: Page) => page.getByRole('dialog');
const newest = (page: Page, words: string) =>
  page.locator('main').getByRole('article').filter({ hasText: words }).last();

async function send(page: Page, line: string): Promise<void> {
  const composer = page.locator('main').getByRole('textbox', { name: /^Message / });
  await composer.fill(line);
  await composer.press('Enter');
}

/** Shows a message from its beginning. */
const fromItsTop = (page: Page, words: string) =>
  newest(page, words).evaluate((message) => message.scrollIntoView({ block: 'start' }));

async function plan(page: Page, path: string): Promise<void> {
  const plans = page.locator('main').getByRole('article').filter({ hasText: 'Deployment plan.' });
  const before = await plans.count();
  await send(page, `/tsdeploy plan ${path}`);
  await plans.nth(before).waitFor();
  await fromItsTop(page, 'Deployment plan.');
}

/** Says something to the app in the channel, and opens the thread in which it answers. */
async function mention(page: Page, words: string): Promise<void> {
  await send(page, `@tsdeploy ${words}`);
  await page
    .locator('main')
    .getByRole('link', { name: /repl(y|ies)/ })
    .click();
  await page.getByRole('complementary').getByRole('article').nth(1).waitFor();
}

/** What is typed in the pictures, by its name in flows/pictures.yml. */
export type Typed = (name: string) => string;

/** Answers the pictures, each played on a desk of its own. */
export const scenes = (typed: Typed): readonly Scene[] => [
  {
    file: 'desk-guide.png',
    async play(page) {
      await send(page, `/tsdeploy plan ${typed('guide')}`);
      await dialog(page).locator('.field').waitFor();
    },
  },
  { file: 'desk-plan.png', play: (page) => plan(page, typed('ready')) },
  {
    file: 'desk-blocked.png',
    play: (page) => plan(page, typed('blocked')),
  },
  {
    file: 'desk-findings.png',
    async play(page) {
      await mention(page, typed('findings'));
      const thread = page.getByRole('complementary');
      await thread.getByText('Corrected:').waitFor();
      await thread
        .getByRole('article')
        .nth(1)
        .evaluate((answer) => answer.scrollIntoView({ block: 'start' }));
    },
  },
  {
    file: 'desk-answer.png',
    async play(page) {
      await mention(page, typed('question'));
      await page.getByRole('complementary').getByRole('button').nth(3).waitFor();
    },
  },
  {
    file: 'desk-home.png',
    async play(page) {
      await plan(page, typed('blocked'));
      await plan(page, typed('ready'));
      await page.getByRole('link', { name: 'tsdeploy Home' }).click();
      await page.getByRole('heading', { name: 'Your plans' }).waitFor();
    },
  },
];
