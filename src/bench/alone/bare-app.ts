// Starts a Bolt app that does nothing, over the same transport, and tells when it was ready and what it weighed.
import { App, HTTPReceiver } from '@slack/bolt';

const { SLACK_BOT_TOKEN = '', SLACK_SIGNING_SECRET = '', SLACK_API_URL = '', HOST } = process.env;
const app = new App({
  token: SLACK_BOT_TOKEN,
  receiver: new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET }),
  deferInitialization: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command('/bare', ({ ack }) => ack());
await app.init();
await app.start({ port: 0, host: HOST });
console.log(JSON.stringify({ milliseconds: performance.now(), bytes: process.memoryUsage.rss() }));
await app.stop();
process.exit();
