import { runs } from '../campaign.js';
import { processes } from './processes.js';
import { requestTrackerServer } from './servers/request-tracker.js';

processes('Request Tracker, as documented', requestTrackerServer, runs(5, 40).numRuns, 30 * 60_000);
