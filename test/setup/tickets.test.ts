import { describe, expect, test } from 'vitest';
import { parseSetup } from '../../src/setup/parse.js';
import { readSetup } from '../../src/setup/read.js';
import { chooseSystem } from '../../src/tickets/choose.js';
import { openSystem } from '../../src/tickets/systems.js';

const told = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
};

const file = `tickets:
  - name: changes
    system: servicenow
    url: https://example.service-now.com/
    numbers: CHG#
    user: tsdeploy
    password: $NOW_PASSWORD
  - name: ops
    system: jira-cloud
    url: https://example.atlassian.net
    numbers: [OPS-#, NET-#]
    user: bot@example.com
    token: $JIRA_TOKEN
  - name: tracker
    system: request-tracker
    url: https://rt.example.com/rt
    numbers: '#'
    token: $RT_TOKEN
`;
const { tickets } = parseSetup('tsdeploy.yml', file);

describe('ticket systems in the setup', () => {
  test('several are read, with what is usual where nothing is said', () => {
    expect(tickets).toMatchObject([
      {
        name: 'changes',
        url: 'https://example.service-now.com',
        numbers: ['CHG#'],
        password: 'NOW_PASSWORD',
        timeout: 30,
        settle: 30,
      },
      { name: 'ops', numbers: ['OPS-#', 'NET-#'], customers: false },
      { name: 'tracker', token: 'RT_TOKEN' },
    ]);
  });

  test('more of them come as JSON in the environment', async () => {
    const hook = {
      name: 'hook',
      system: 'webhook',
      url: 'https://hooks.example.com/x',
      numbers: 'TASK#',
      secret: '$HOOK',
    };
    expect((await readSetup({ TSDEPLOY_TICKETS: JSON.stringify([hook]) })).tickets).toMatchObject([
      { name: 'hook', secret: 'HOOK' },
    ]);
    await expect(readSetup({ TSDEPLOY_TICKETS: 'hook: {' })).rejects.toThrow(
      /^TSDEPLOY_TICKETS: it is no list in JSON/,
    );
    await expect(readSetup({ TSDEPLOY_TICKETS: JSON.stringify([{ ...hook, sekret: 1 }]) })).rejects.toThrow(
      /^TSDEPLOY_TICKETS: tickets › 0 › sekret: there is no such entry\. Did you mean "secret"\?/,
    );
  });

  test.each([
    [
      'a secret in the file',
      'token: hunter2-s3cret',
      /:6: tickets › 0 › token: it has to name the environment variable/,
    ],
    ['a number as a secret', 'token: 1234567', /token: it has to be string/],
    ['a secret in the address', 'url: https://bot:hunter2-s3cret@rt.example.com', /url: it is the address alone/],
    ['an address without protection', 'url: http://rt.example.com', /url: it has to begin with https:\/\//],
    ['no address', 'url: rt.example.com', /url: it is no address/],
    ['a pattern without digits', 'numbers: CHG', /numbers/],
    ['a strange entry', 'tokn: $X', /there is no such entry\. Did you mean "token"\?/],
    ['a strange system', 'system: servicenau', /system/],
    ['a check switched off', 'insecure: true', /there is no such entry/],
  ])('%s is told, and never shown', (_, line, message) => {
    const entries = new Map([
      ['name', 'name: rt'],
      ['system', 'system: request-tracker'],
      ['url', 'url: https://rt.example.com'],
      ['numbers', 'numbers: RT-#'],
      ['token', 'token: $RT_TOKEN'],
    ]);
    entries.set(line.split(':')[0] ?? '', line);
    const text = `tickets:\n  - ${[...entries.values()].join('\n    ')}\n`;
    const why = told(() => parseSetup('tsdeploy.yml', text));
    expect(why).toMatch(message);
    expect(why).not.toMatch(/hunter2|1234567/);
  });

  test('one name twice is told', () => {
    const twice = file.replace('name: ops', 'name: changes');
    expect(told(() => parseSetup('tsdeploy.yml', twice))).toMatch(/tickets: it has one name twice/);
  });
});

describe('the system that a number belongs to', () => {
  test('is chosen by its pattern, in any case', () => {
    expect(chooseSystem(tickets, ' chg0030001 ')).toMatchObject({ entry: { name: 'changes' }, number: 'CHG0030001' });
    expect(chooseSystem(tickets, 'net-007')).toMatchObject({ entry: { name: 'ops' }, number: 'NET-7' });
    expect(chooseSystem(tickets, '#12')).toMatchObject({ entry: { name: 'tracker' }, number: '12' });
  });

  test('a number of no system is told with those there are', () => {
    expect(told(() => chooseSystem(tickets, 'INC0001'))).toMatch(
      /"INC0001" is a ticket of no system\. Set up are: changes \(CHG#\); ops \(OPS-#, NET-#\)/,
    );
    for (const strange of ['CHG', 'CHG1^ORnumber=2', 'OPS-1/../2', '../1', '1 2', ''])
      expect(
        told(() => chooseSystem(tickets, strange)),
        strange,
      ).toMatch(/no system/);
  });

  test('a number of two systems is told with both', () => {
    const [first, second] = tickets;
    if (!first || !second) throw new Error('two systems are set up');
    expect(told(() => chooseSystem([first, { ...second, numbers: ['CHG#'] }], 'CHG1'))).toMatch(
      /several systems: changes \(CHG#\); ops \(CHG#\)/,
    );
  });

  test('a secret that the environment doesn’t hold is told by the name of its variable', () => {
    const [first] = tickets;
    expect(told(() => first && openSystem(first, {}))).toMatch(
      /changes: the environment variable NOW_PASSWORD isn't set/,
    );
  });
});
