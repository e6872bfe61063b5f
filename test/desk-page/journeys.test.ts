import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { served } from '../desk-server/served.js';
import { calm, riskyNamed } from '../slack/ready-plans.js';
import { atDesk, become, forgive, goTo, message, openPage, send } from './browser.js';

const dialog = (page: Page) => page.getByRole('dialog');
const next = (page: Page) => dialog(page).locator('footer button[type=submit]').click();

/** Waits until the modal shows another page, or none. */
async function turned(page: Page, act: () => Promise<void>): Promise<void> {
  const before = await dialog(page).innerText();
  await act();
  await expect.poll(async () => ((await dialog(page).count()) === 0 ? '' : dialog(page).innerText())).not.toBe(before);
}

/** Answers "I don't know" to all that is still asked. */
async function dontKnowTheRest(page: Page): Promise<void> {
  while ((await dialog(page).locator('.field').count()) > 0)
    await turned(page, async () => {
      const field = dialog(page).locator('.field');
      const list = field.locator('select').first();
      if (await list.count()) await list.selectOption('unknown');
      else await field.getByLabel("I don't know").check();
      await next(page);
    });
}

describe('a person at the desk', () => {
  test('answers the questions, goes back, changes an answer, and gets the plan', async () => {
    const { page } = await atDesk();
    await page.getByRole('button', { name: '/tsdeploy plan' }).click();
    await page.keyboard.press('Enter');
    await dialog(page).getByLabel('Which version is the site?').selectOption('2403');
    await turned(page, () => next(page));
    await turned(page, () => next(page));
    expect(await dialog(page).getByRole('alert').innerText()).toBe('Please complete this required field.');
    await dialog(page)
      .getByLabel(/boot media over the internet/)
      .check();
    await turned(page, () => next(page));
    await turned(page, () => dialog(page).getByRole('button', { name: 'Back' }).click());
    expect(
      await dialog(page)
        .getByLabel(/boot media over the internet/)
        .isChecked(),
    ).toBe(true);
    await turned(page, async () => void (await dialog(page).getByLabel('Change an answer').selectOption({ index: 1 })));
    await dialog(page).getByLabel('Which version is the site?').selectOption('2409');
    await turned(page, () => next(page));
    await dontKnowTheRest(page);
    expect(await dialog(page).innerText()).toContain('2409');
    await next(page);
    const plan = message(page, 'Deployment plan.');
    expect(await plan.innerText()).toMatch(/Only visible to you[\s\S]*Ready if/);
    await become(page, 'Ben Okafor');
    expect(await page.getByRole('article').count()).toBe(0);
  });

  test('finds a way out of a blocked plan by one button', async () => {
    const { page } = await atDesk();
    await send(page, '/tsdeploy plan site-version=2002 scenario=boot-media-over-cmg');
    await dialog(page).waitFor();
    await dontKnowTheRest(page);
    await next(page);
    const plan = message(page, 'Deployment plan.');
    await expect.poll(() => plan.innerText()).toContain('Blocked');
    await plan
      .getByRole('button', { name: /2010|2103|2409|2509|2603/ })
      .first()
      .click();
    await expect.poll(() => plan.innerText()).not.toContain('Blocked: 1 reason');
  });

  test('shares a high-risk plan; a second person acknowledges it by the collection’s name, and the script can be made', async () => {
    const { page } = await atDesk();
    await send(page, `/tsdeploy plan ${riskyNamed}`);
    const own = message(page, 'Deployment plan.');
    expect(await own.innerText()).toContain('NOT ACKNOWLEDGED');
    await own.getByRole('button', { name: 'Share…' }).click();
    await dialog(page).locator('select').selectOption({ label: 'deployments' });
    await next(page);
    await dialog(page).waitFor({ state: 'detached' });
    await become(page, 'Ben Okafor');
    const shared = message(page, 'Deployment plan.');
    await shared.getByRole('button', { name: /Acknowledge/ }).click();
    await dialog(page).getByRole('textbox').fill('Branch');
    await turned(page, () => next(page));
    expect(await dialog(page).getByRole('alert').count()).toBe(1);
    await dialog(page).getByRole('textbox').fill('Branch PCs');
    await next(page);
    await expect.poll(() => shared.innerText()).toMatch(/acknowledged for the collection Branch PCs by ben/);
    await dialog(page).getByRole('button', { name: 'Close' }).last().click();
    await dialog(page).waitFor({ state: 'detached' });
    await become(page, 'Ann Keller');
    await message(page, 'Deployment plan.')
      .getByRole('button', { name: /PowerShell/ })
      .click();
    await message(page, 'Deployment plan.')
      .getByRole('link', { name: /replies/ })
      .click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('.ps1').first().waitFor();
  });

  test('ticks the checklist in the plan’s thread, and everybody sees who did it', async () => {
    const { page } = await atDesk();
    await send(page, `/tsdeploy plan ${calm}`);
    await message(page, 'Deployment plan.').getByRole('button', { name: 'Share…' }).click();
    await dialog(page).locator('select').selectOption({ label: 'deployments' });
    await next(page);
    await dialog(page).waitFor({ state: 'detached' });
    await page
      .locator('main')
      .getByRole('link', { name: /repl(y|ies)/ })
      .last()
      .click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByRole('checkbox').first().check();
    await expect.poll(() => thread.innerText()).toMatch(/Done: ann, /);
  });

  test('leaves a plan and resumes it from Home', async () => {
    const { page } = await atDesk();
    await send(page, '/tsdeploy plan site-version=2403');
    await dialog(page)
      .getByLabel(/Upgrade|upgrade/)
      .first()
      .check();
    await turned(page, () => next(page));
    const asked = await dialog(page).locator('.field legend, .field label').first().innerText();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await goTo(page, 'tsdeploy Home', 'tsdeploy');
    await page
      .getByRole('region', { name: 'Home' })
      .getByRole('button', { name: /Go on|Resume|Open/ })
      .first()
      .click();
    await dialog(page).waitFor();
    expect(await dialog(page).locator('.field legend, .field label').first().innerText()).toBe(asked);
  });

  test('leaves a plan at a desk with a folder of its own, and resumes it at the next desk there', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tsdeploy-kept-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { page, served: first } = await atDesk({}, '', { TSDEPLOY_DATA: folder });
    await send(page, '/tsdeploy plan site-version=2403');
    await dialog(page)
      .getByLabel(/boot media over the internet/)
      .check();
    await turned(page, () => next(page));
    const asked = await dialog(page).locator('.field legend, .field label').first().innerText();
    await first.stop();
    const second = await openPage((await served({ TSDEPLOY_DATA: folder })).address);
    expect(await second.getByRole('article').count()).toBe(0);
    await send(second, '/tsdeploy plans');
    await message(second, '2403')
      .getByRole('button', { name: /Go on|Resume|Open/ })
      .click();
    await dialog(second).waitFor();
    expect(await dialog(second).locator('.field legend, .field label').first().innerText()).toBe(asked);
    expect(await dialog(second).innerText()).toContain('2403');
    forgive();
  });

  test('starts a plan by the shortcut, writes to the app alone, and answers in a thread', async () => {
    const { page } = await atDesk();
    await page.getByLabel('Shortcuts').click();
    await page.getByRole('button', { name: 'Plan a deployment' }).click();
    await dialog(page).waitFor();
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await dialog(page).waitFor({ state: 'detached' });
    await goTo(page, 'tsdeploy', 'tsdeploy');
    await send(page, 'help');
    await message(page, '/tsdeploy plan').waitFor();
    await goTo(page, 'deployments', '#deployments');
    await send(page, 'Who plans the branch offices?');
    await message(page, 'branch offices').hover();
    await message(page, 'branch offices').getByRole('link', { name: 'Answer in a thread' }).click();
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await expect
      .poll(() => thread.getByRole('textbox').evaluate((field) => field === document.activeElement))
      .toBe(true);
    await page.keyboard.type('@tsdeploy help');
    await page.keyboard.press('Enter');
    await expect.poll(() => thread.innerText()).toContain('/tsdeploy plan');
    await page.keyboard.type('/tsdeploy help');
    await page.keyboard.press('Enter');
    await page.getByText('Slash commands work in the channel').waitFor();
  });
});
