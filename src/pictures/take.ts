import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { serveDesk } from '../start/open-desk.js';
import { startBrowser } from './browser.js';
import { scenes, type Typed } from './scenes.js';

/** The day that pictures are taken on: support notes in them don't change with the calendar. */
const day = '2026-11-20';

/** Takes README's pictures into a folder; answers their file names. Throws where a scene can't be played. */
export async function takePictures(folder: string, typed: Typed): Promise<string[]> {
  const browser = await startBrowser();
  const taken: string[] = [];
  try {
    for (const { file, play } of scenes(typed)) {
      const served = await serveDesk({ PORT: '0', TSDEPLOY_TODAY: day }, (line) => process.stderr.write(`${line}\n`));
      try {
        await served.ready;
        const page = await browser.newPage({
          viewport: { width: 1200, height: 760 },
          deviceScaleFactor: 1.5,
          colorScheme: 'light',
          locale: 'en-GB',
        });
        await page.goto(served.address);
        await play(page);
        await settle(page);
        await page.screenshot({ path: join(folder, file) });
        await page.close();
        taken.push(file);
      } finally {
        await served.stop();
      }
    }
  } finally {
    await browser.close();
  }
  return taken;
}

/** The same picture whenever it is taken: no time of day, no pointer, nothing under way. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    for (const time of document.querySelectorAll('time')) time.textContent = '09:41';
  });
}
