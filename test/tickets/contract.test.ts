import { runs } from '../campaign.js';
import { contract, ticketContract } from './contract.js';
import { githubServer } from './servers/github.js';
import { jiraServer } from './servers/jira.js';
import { requestTrackerServer } from './servers/request-tracker.js';
import { serviceNowServer } from './servers/service-now.js';
import { webhookServer } from './servers/webhook.js';

const campaign = { faults: runs(4, 50).numRuns, milliseconds: 30 * 60_000 };

const offices = [
  ['Request Tracker, as documented', requestTrackerServer, false],
  ['ServiceNow, as documented', () => serviceNowServer(), false],
  ['Jira Cloud, as documented', () => jiraServer(true), true],
  ['Jira Data Center, as documented', () => jiraServer(false), true],
  ['GitHub, as described', githubServer, true],
] as const;

for (const [name, start, edits] of offices) {
  contract(name, start, campaign);
  ticketContract(name, start, edits);
}
contract('a webhook', webhookServer, campaign);
