// Runs an app over HTTP until standard input ends: ours with its store in memory or in a folder, or a bare Bolt app
// that acknowledges and updates a view with a constant. Tells its address, and how long it took from the start.
import { App, HTTPReceiver, type types } from '@slack/bolt';
import { readKnowledge } from '../../knowledge/read.js';
import { defaultSetup } from '../../setup/setup.js';
import { slackApp } from '../../slack/app.js';
import { guideOf } from '../../slack/guide.js';
import { httpReceiver } from '../../slack/http.js';
import { openStore } from '../../store/disk-store.js';
import { openMemoryStore } from '../../store/memory-store.js';

const { SLACK_BOT_TOKEN: token = '', SLACK_SIGNING_SECRET: secret = '', SLACK_API_URL: apiUrl = '' } = process.env;
const [kind, folder = ''] = process.argv.slice(2);
const log = (line: string) => console.error(line);

async function ours(): Promise<App> {
  const store = kind === 'memory' ? openMemoryStore() : await openStore({ folder, tell: () => {} });
  const guide = guideOf(readKnowledge(), () => '2026-11-20');
  const receiver = httpReceiver(secret, log);
  return (await slackApp({ guide, store, setup: defaultSetup, receiver, token, apiUrl, log })).app;
}

function bare(): App {
  const page: types.ModalView = {
    type: 'modal',
    title: { type: 'plain_text', text: 'Bare' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: 'The same for everybody.' } }],
  };
  const app = new App({
    token,
    receiver: new HTTPReceiver({ signingSecret: secret }),
    deferInitialization: true,
    clientOptions: { slackApiUrl: apiUrl },
  });
  app.view(/./, async ({ ack, client, view }) => {
    await ack();
    await client.views.update({ view_id: view.id, view: page });
  });
  return app;
}

const app = kind === 'bare' ? bare() : await ours();
await app.init();
const server = await app.start({ port: 0, host: '127.0.0.1' });
const bound = 'address' in server ? server.address() : null;
const port = typeof bound === 'object' && bound ? bound.port : 0;
console.log(JSON.stringify({ address: `http://127.0.0.1:${port}/slack/events`, milliseconds: performance.now() }));
process.stdin.resume().on('end', () => process.exit());
