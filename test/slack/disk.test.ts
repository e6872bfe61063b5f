import { describe, expect, onTestFinished, test } from 'vitest';
import { ids } from '../../src/desk/state.js';
import { openDesk } from '../../src/desk/workspace.js';
import { defaultSetup } from '../../src/setup/setup.js';
import { slackApp } from '../../src/slack/app.js';
import { guideOf } from '../../src/slack/guide.js';
import { httpReceiver } from '../../src/slack/http.js';
import { slackLimits } from '../desk/slack-limits.js';
import { opening } from '../store/folders.js';
import { troubledDisks } from '../store/troubled-disk.js';
import { installation, knowledge, secret } from './office.js';
import { person } from './person.js';

describe.each(troubledDisks)('on %s', (_, diskOf) => {
  test('what the disk doesn’t keep is told as that, and the plan is as it was once the disk is well again', async () => {
    const { folder, disk, fill, lock, heal } = diskOf();
    const { store } = await opening(folder, { disk });
    const desk = await openDesk(slackLimits, Date.now, installation);
    const log: string[] = [];
    const { app } = await slackApp({
      guide: guideOf(knowledge, () => '2026-11-20'),
      store,
      setup: defaultSetup,
      receiver: httpReceiver(secret, (line) => log.push(line)),
      token: ids.botToken,
      apiUrl: desk.apiUrl,
      log: (line) => log.push(line),
    });
    await app.init();
    const server = await app.start({ port: 0, host: '127.0.0.1' });
    onTestFinished(async () => {
      await app.stop();
      await desk.close();
    });
    const bound = 'address' in server ? server.address() : null;
    desk.reach(`http://127.0.0.1:${typeof bound === 'object' ? bound?.port : 0}/slack/events`, secret);
    const ann = person(desk);
    // Long enough that no page of the disk has room left for it.
    const long = 'x'.repeat(200);
    for (const [harm, why] of [
      [fill, 'the disk that plans are kept on is full'],
      [lock, "can't be written to"],
    ] as const) {
      await ann.open(`/tsdeploy plan site-version=2403 comment=${long}`);
      harm();
      await ann.answer('in-place-upgrade');
      expect(ann.page()).toContain(why);
      expect(ann.page()).toContain('What was confirmed before is still there');
      expect(log.join()).toMatch(/ENOSPC|EROFS/);
      heal();
      await ann.open(`/tsdeploy plan site-version=2403 comment=${long}`);
      await ann.answer('in-place-upgrade');
      expect(ann.page()).toContain('Scenario: *Windows in-place upgrade');
    }
    await desk.command('UANN', '/tsdeploy plans');
    await desk.state.until(() => ann.message('Your plans'), 'the list');
    expect(desk.state.refusals).toEqual([]);
  });
});
