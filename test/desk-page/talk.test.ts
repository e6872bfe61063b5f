import { expect, test } from 'vitest';
import { atDesk, goTo, message, send } from './browser.js';

test('a config that is posted with a mention comes back with findings and a corrected file, and opens the guide', async () => {
  const { page } = await atDesk();
  await send(page, '@tsdeploy\n```\nsite-version: 2509\nscenario: boot-media-over-cmg\nnetwork-join: domain\n```');
  await message(page, 'network-join')
    .getByRole('link', { name: /repl(y|ies)/ })
    .click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByText('Corrected:').waitFor();
  expect(await thread.innerText()).toMatch(/network-join/);
  await thread.getByRole('button', { name: 'Open the guide with this' }).click();
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').innerText()).toContain('2509');
});

test('a script that is dropped into the direct messages is validated in its thread', async () => {
  const { page } = await atDesk();
  await goTo(page, 'tsdeploy', 'tsdeploy');
  const script =
    'New-CMTaskSequenceDeployment -TaskSequencePackageId "ABC00012" -CollectionId "ABC00045" -Availability Client\n';
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'Deploy.ps1', mimeType: 'text/plain', buffer: Buffer.from(script) });
  await page.getByRole('button', { name: 'Remove Deploy.ps1' }).waitFor();
  await page.locator('main').getByRole('button', { name: 'Send' }).click();
  await message(page, 'Deploy.ps1')
    .getByRole('link', { name: /repl(y|ies)/ })
    .click();
  await expect.poll(() => page.getByRole('complementary', { name: 'Thread' }).innerText()).toMatch(/error|Error/);
});

test('a question is answered in its thread, with the options of a clarification as buttons, and a follow-up', async () => {
  const { page } = await atDesk();
  await send(page, '@tsdeploy Can I reimage a PC over the internet?');
  await message(page, 'reimage a PC')
    .getByRole('link', { name: /repl(y|ies)/ })
    .click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('button', { name: /boot media over the internet/ }).click();
  await thread.getByRole('link').first().waitFor();
  const before = await thread.getByRole('article').count();
  await thread.getByRole('textbox').fill('@tsdeploy and on 2002?');
  await thread.getByRole('textbox').press('Enter');
  await expect.poll(() => thread.getByRole('article').count()).toBeGreaterThan(before + 1);
});

test('somebody’s question is answered by the shortcut in its menu', async () => {
  const { page } = await atDesk();
  await send(page, 'Does the network have to be wired for boot media over a CMG?');
  const asked = message(page, 'have to be wired');
  await asked.hover();
  await asked.getByLabel('More actions').click();
  await asked.getByRole('button', { name: 'Answer this question' }).click();
  await expect.poll(() => page.locator('main').innerText()).toMatch(/1 reply|Only visible to you/);
});

test('Esc closes a message’s menu, and neither the thread around it nor anything else', async () => {
  const { page } = await atDesk();
  await send(page, 'Who plans the branch offices?');
  await message(page, 'branch offices').hover();
  await message(page, 'branch offices').getByRole('link', { name: 'Answer in a thread' }).click();
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await thread.getByRole('article').hover();
  await thread.getByLabel('More actions').click();
  const choice = thread.getByRole('button', { name: 'Answer this question' });
  await choice.focus();
  await page.keyboard.press('Escape');
  await choice.waitFor({ state: 'hidden' });
  expect(await thread.count()).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('More actions');
  await page.keyboard.press('Escape');
  await thread.waitFor({ state: 'detached' });
});
