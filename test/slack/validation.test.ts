import { describe, expect, test } from 'vitest';
import { zipOf } from '../config/zip.js';
import { openOffice, type Transport, transports } from './office.js';
import { person, textIn } from './person.js';

const config = 'scenario: in-place-upgrade\nsite-version: "2303"\nallow-internet: off\n';
const script = `$when = Get-Date\nNew-CMTaskSequenceDeployment -TaskSequencePackageId PS100012 -CollectionId PS100020 -DeployPurpose Required -DeploymentOption RunFromDistributionPoint -RerunBehaviour NeverRerunDeployedProgram\n`;

async function opened(transport: Transport) {
  const office = await openOffice(transport);
  const { desk } = office;
  const said = (words: string, user = 'UANN') =>
    desk.state.until(() => person(desk, user).message(words), `an answer with ${words}`, 5_000);
  const fileCalled = (name: string) =>
    desk.state.until(
      () =>
        desk
          .filesSeenBy('UANN')
          .filter((file) => file.name === name)
          .at(-1),
      `the file ${name}`,
      5_000,
    );
  const fine = () => expect([office.log, desk.state.refusals, desk.state.timeouts]).toEqual([[], [], []]);
  return { ...office, said, fileCalled, fine };
}

describe.each(transports)('over %s', (transport) => {
  test('a file that is dropped into a direct message is validated in its thread, and comes back corrected', async () => {
    const { desk, said, fileCalled, fine } = await opened(transport);
    const posted = await desk.direct('UANN', '', { files: [{ name: 'upgrade.yaml', bytes: config }] });
    const message = await said('upgrade.yaml: 1 error');
    expect(message).toMatchObject({ channel: 'DANN', thread: posted.ts });
    const text = textIn(message.blocks);
    expect(text).toMatch(/\*Error\* in line 3: \*[^*]+\* \(allow-internet\)\n`allow-internet: off`/);
    expect(text).toMatch(/learn\.microsoft\.com.*_Fix:_/s);
    const file = await fileCalled('upgrade-corrected.yaml');
    expect(new TextDecoder().decode(file.bytes)).toMatch(/^allow-internet: "?on"?/m);
    await desk.again();
    await desk.settled();
    expect(desk.threadOf(posted).filter(({ blocks }) => textIn(blocks).includes('1 error'))).toHaveLength(1);
    fine();
  });

  test('a script in a code block is validated where the app is mentioned, for all to see', async () => {
    const { desk, said, fileCalled, fine } = await opened(transport);
    const posted = await desk.mention('UANN', 'CDEPLOY', `does this work?\n\`\`\`\n${script}\`\`\``);
    const message = await said('Read as a PowerShell script', 'UBEN');
    expect(message.thread).toBe(posted.ts);
    expect(textIn(message.blocks)).toContain('RerunBehaviour');
    const { bytes } = await fileCalled('Your text-corrected.ps1');
    expect(new TextDecoder().decode(bytes)).toContain('-RerunBehavior ');
    fine();
  });

  test('a colleague’s message is validated by shortcut, and the guide opens with what was read, once', async () => {
    const { desk, said, restart, fine } = await opened(transport);
    const posted = await desk.say('UBEN', 'CDEPLOY', `our plan is this\n${config}thanks & bye`);
    expect(desk.threadOf(posted)).toEqual([]);
    await desk.messageShortcut('UANN', 'validate-message', posted);
    const message = await said('Your text: 1 error');
    expect(message.thread).toBe(posted.ts);
    await restart();
    await desk.click('UANN', 'open-reading', undefined, message);
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    expect(person(desk).page()).toContain('Scenario: *Windows in-place upgrade');
    expect(person(desk).page()).toContain('Site version: *2303*');
    await desk.dismiss('UANN', true);
    await desk.click('UANN', 'open-reading', undefined, message);
    await desk.state.until(() => desk.openView('UANN'), 'the guide once more');
    await desk.dismiss('UANN', true);
    await desk.command('UANN', '/tsdeploy plans');
    const list = await said('Your plans');
    expect(JSON.stringify(list.blocks).match(/open:[0-9a-f]{32}/g)).toHaveLength(1);
    fine();
  });

  test('where the app can’t post, findings and file reach the person who asked alone', async () => {
    const { desk, said, fileCalled } = await opened(transport);
    const posted = await desk.say('UBEN', 'CQUIET', config);
    await desk.messageShortcut('UANN', 'validate-message', posted);
    expect(await said('Your text: 1 error')).toMatchObject({ channel: 'CQUIET', to: 'UANN' });
    await fileCalled('Your text-corrected.yaml');
    expect(person(desk, 'UBEN').message('Your text: 1 error')).toBeUndefined();
  });

  test('the command validates the text behind it, and asks for it where there is none', async () => {
    const { desk, said, fine } = await opened(transport);
    await desk.command('UANN', `/tsdeploy validate ${config}`);
    const first = await said('Your text: 1 error');
    expect(first.to).toBe('UANN');
    expect(textIn((await said('Corrected')).blocks)).toMatch(/```\n[^`]*allow-internet: "?on[^`]*```/);
    await desk.command('UANN', '/tsdeploy validate');
    await desk.state.until(() => desk.openView('UANN'), 'the field');
    await desk.submit('UANN', { posted: 'hello' });
    expect(JSON.stringify(desk.openView('UANN'))).toContain('no word of the vocabulary');
    await desk.submit('UANN', { posted: 'scenario: intranet' });
    await said('nothing wrong found');
    expect(desk.openView('UANN')).toBeUndefined();
    fine();
  });

  test('a config is validated against a plan: what the plan says counts as stated', async () => {
    const { desk, said, fine } = await opened(transport);
    await desk.command('UANN', '/tsdeploy plan site-version=2303 scenario=in-place-upgrade');
    const ann = person(desk);
    await desk.state.until(() => desk.openView('UANN'), 'the guide');
    await ann.dontKnowTheRest();
    await desk.submit('UANN');
    await ann.plan();
    await desk.click('UANN', 'validate');
    await desk.state.until(() => ann.page().includes('What your plan says'), 'the field');
    await desk.submit('UANN', { posted: 'allow-internet: off' });
    await said('Your text: 1 error');
    fine();
  });

  test('files that aren’t what they say, too large, elsewhere or out of reach are refused with words', async () => {
    const { desk, said, log } = await opened(transport);
    const bytes = zipOf([{ path: 'SMS_TaskSequencePackage/PS100012/object.xml', data: Buffer.from('<sequence/>') }]);
    const files = [
      { name: 'program.yaml', bytes: Uint8Array.from([0x4d, 0x5a, 0, 0, 1, 2, 3, 0, 0, 0]) },
      { name: 'export.json', bytes },
      { name: 'export.zip', bytes: 'no zip' },
      { name: 'huge.yaml', bytes: config, size: 50_000_000 },
      { name: 'far.yaml', bytes: config, url: 'https://files.slack.com.evil.example/a' },
      { name: 'page.yaml', bytes: config, url: `${desk.state.address}/files-pri/T0DESK-F404/page.yaml` },
    ];
    const posted = await desk.direct('UANN', '', { files });
    for (const words of [
      '*program.yaml*: it is binary',
      '*export.json*: it is a zip, though it is called .json',
      '*export.zip*: it is called .zip, and isn',
      '*huge.yaml*: it has more than 20 MB',
      '*far.yaml*: it is kept at another host',
      '*page.yaml*: Slack showed me a page to sign in',
    ])
      await said(words);
    expect(textIn((await said('*page.yaml*')).blocks)).toContain('files:read');
    expect(desk.threadOf(posted)).toHaveLength(6);
    expect(desk.state.calls.filter(({ method }) => method === 'download').map(({ args }) => args.path)).toHaveLength(4);
    expect([log, desk.state.refusals]).toEqual([[], []]);
  });

  test('in channels the app answers only where it is mentioned, and never itself', async () => {
    const { desk } = await opened(transport);
    await desk.say('UANN', 'CDEPLOY', config);
    await desk.say('UANN', 'CDEPLOY', '', { files: [{ name: 'a.yaml', bytes: config }] });
    await desk.settled();
    expect(desk.state.messages).toHaveLength(2);
    await desk.mention('UANN', 'CDEPLOY', config);
    await desk.state.until(() => person(desk).message('Your text: 1 error'), 'the findings');
    await desk.state.until(() => desk.filesSeenBy('UANN').length === 2, 'the corrected config');
    await desk.settled();
    expect(desk.state.messages).toHaveLength(5);
  });
});
