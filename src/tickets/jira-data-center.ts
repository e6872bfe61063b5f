import type { Api } from './api.js';
import { jira, lineOf, type Place, textSeal } from './jira.js';
import type { TicketSystem } from './system.js';
import { wiki } from './wiki.js';

/** Answers a Jira Data Center: comments are wiki markup, with their marker in the last line. */
export const jiraDataCenter = (place: Place, api: Api): TicketSystem =>
  jira(
    {
      label: 'Jira Data Center',
      root: '/rest/api/2',
      format: 'wiki',
      write: (blocks, mark) => `${wiki(blocks)}\n\n${lineOf(mark)}`,
      sent: (body) => body,
      property: false,
      sealOf: (body) => textSeal(String(body)),
    },
    place,
    api,
  );
