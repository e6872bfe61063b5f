import { onTestFinished } from 'vitest';
import { ids } from '../../src/desk/state.js';
import { type Desk, openDesk } from '../../src/desk/workspace.js';
import { defaultSetup } from '../../src/setup/setup.js';
import { slackApp } from '../../src/slack/app.js';
import { guideOf } from '../../src/slack/guide.js';
import { httpReceiver } from '../../src/slack/http.js';
import { slackLimits } from '../desk/slack-limits.js';
import { opening } from '../store/folders.js';
import type { TroubledDisk } from '../store/troubled-disk.js';
import { installation, knowledge, secret } from './office.js';

/** Opens a workspace with the app in it, which keeps everything on a disk that tests make fail. */
export async function troubledOffice({ folder, disk }: TroubledDisk): Promise<{ desk: Desk; log: string[] }> {
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
  return { desk, log };
}
