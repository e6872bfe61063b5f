// Starts the bot as `tsdeploy start` does, and tells when it was ready and what it weighed.
import { readKnowledge } from '../../knowledge/read.js';
import { startBot } from '../../start/start-bot.js';

const bot = await startBot(readKnowledge(), process.env, (line) => console.error(line));
console.log(JSON.stringify({ milliseconds: performance.now(), bytes: process.memoryUsage.rss() }));
await bot.stop();
process.exit();
