import { readKnowledge } from '../knowledge/read.js';
import { answerSpeed, rightAnswers } from './answers.js';
import { appSpeed } from './app-speed.js';
import { commandSpeed } from './command-speed.js';
import { deskSpeed } from './desk-speed.js';
import { lengthSpeed } from './length-speed.js';
import { planSpeed } from './plan-speed.js';
import { type Row, table } from './row.js';
import { full, quick } from './size.js';
import { botSpeed, knowledgeSpeed } from './start-speed.js';
import { storeSpeed } from './store-speed.js';
import { ticketSpeed } from './ticket-speed.js';
import { validateSpeed } from './validate-speed.js';
import { walkSpeed } from './walk-speed.js';

const options = process.argv.slice(2);
const at = options.indexOf('--documents');
const [, documents] = at < 0 ? [] : options.splice(at, 2);
const strange = options.filter((option) => option !== '--json' && option !== '--quick');
if (strange.length > 0 || (at >= 0 && documents === undefined)) {
  const why = strange.length > 0 ? `unknown option ${strange.join(', ')}` : '--documents needs a folder';
  console.error(`bench: ${why}. Options: --json, --quick, --documents DIR.`);
  process.exit(2);
}
const size = options.includes('--quick') ? quick : full;
const knowledge = readKnowledge();
// Processes first, while this one is small: a large one takes longer to start another.
const rows: Row[] = [
  ...(await commandSpeed(knowledge, size)),
  ...(await knowledgeSpeed(size)),
  ...(await botSpeed(size)),
  ...(await deskSpeed(size)),
  ...(await walkSpeed(size)),
  ...(await storeSpeed(size)),
  ...(await appSpeed(knowledge, size)),
  ...(await planSpeed(knowledge, size)),
  ...(await validateSpeed(knowledge, size)),
  ...(await lengthSpeed(knowledge, size)),
  ...(await ticketSpeed(knowledge, size)),
  ...(await answerSpeed(knowledge, size)),
  ...rightAnswers(knowledge, documents),
];
console.log(options.includes('--json') ? JSON.stringify(rows, null, 2) : table(rows));
process.exitCode = rows.every(({ ok }) => ok) ? 0 : 1;
