import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anonymous } from '../../src/questions/anonymous.js';
import { guideOf } from '../../src/slack/guide.js';
import { typedText } from '../../src/slack/message-text.js';
import { mayFetch } from '../../src/slack/posted-file.js';
import { wantedByCommand, wantedByTalk } from '../../src/slack/talk.js';
import { validatorOf } from '../../src/slack/validator.js';
import { runs } from '../campaign.js';
import { knowledge } from './office.js';
import { strangeText } from './strange.js';

const validator = validatorOf(knowledge, () => '2026-11-20');

test.each([
  ['help', 'help', ''],
  ['/tsdeploy plans', 'plans', ''],
  ['plan', 'plan', ''],
  ['plan site-version=2403', 'plan', 'site-version=2403'],
  ['site-version=2403 scenario=intranet', 'plan', 'site-version=2403 scenario=intranet'],
  ['`/tsdeploy plan site-version=2403`', 'plan', 'site-version=2403'],
  ['plan my reimage of home PCs over a CMG', 'ask', undefined],
  ['help me with wireless', 'ask', undefined],
  ['Can I use wireless?', 'ask', undefined],
  ['ask site-version: 2403', 'ask', 'site-version: 2403'],
  ['validate', 'validate', ''],
  ['site-version: 2403\nscenario: intranet', 'validate', undefined],
  ['why? ```\nwake-up: on\n```', 'validate', undefined],
  ['New-CMTaskSequenceDeployment -DeployPurpose Required', 'validate', undefined],
])('%j wants %s', async (said, want, rest) => {
  const wanted = await wantedByTalk(said, false, validator);
  expect(wanted).toMatchObject({ want, ...(rest === undefined ? {} : { rest }) });
});

test('a command takes a question without its name, and a mistyped name for one', () => {
  const wanted = (line: string) => wantedByCommand(line).want;
  expect(
    ['plam', 'plam site-version=2403', '', 'can I use wireless?', 'I want to reimage laptops'].map(wanted),
  ).toEqual(['nothing', 'nothing', 'nothing', 'ask', 'ask']);
});

test('what somebody typed is read from rich text, else from Slack’s mark-up', () => {
  const text = (one: string) => ({ type: 'text', text: one });
  const rich = (...elements: object[]) => ({ blocks: [{ type: 'rich_text', elements }], text: 'x' });
  const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
  const code = { type: 'rich_text_preformatted', elements: [text('a: “b” <c>')] };
  expect(typedText(rich(code))).toBe('a: “b” <c>');
  expect(typedText(rich(section({ type: 'user', user_id: 'U1' }, text(' see “this”')), code))).toBe(
    'see "this"\n```\na: “b” <c>\n```',
  );
  const two = { type: 'rich_text_preformatted', elements: [text('a: 1\nb: 2')] };
  expect(typedText(rich(section({ type: 'user', user_id: 'U1' }, text('\n')), two))).toBe('a: 1\nb: 2');
  expect(typedText(rich(section(text('see this\n')), two))).toBe('see this\n```\na: 1\nb: 2\n```');
  const list = { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [section(text('wake-up: on'))] };
  expect(typedText(rich(section({ type: 'link', url: 'http://a.com', text: 'a.com' }), list))).toBe(
    'a.com\n  - wake-up: on',
  );
  expect(typedText({ text: '<@U1> a &lt;b&gt; &amp;amp; <http://c.com|c.com> “d” <!here>' })).toBe(
    'a <b> &amp; c.com "d"',
  );
});

test('every option of a question back is understood where it is chosen', async () => {
  const guide = guideOf(knowledge, () => '2026-11-20');
  const answerTo = await guide.answering();
  for (const { heading, word } of knowledge.questions) {
    const options = knowledge.wordById.get(word)?.values ?? [];
    const labels = options.map(({ id, label }) => label ?? id);
    const back = { ...answerTo(['x']), clarify: { question: heading, options: labels } };
    guide.optionsIn(back).forEach((option, at) => {
      expect(answerTo(['what do I need?', option]).read[word]).toBe(options[at]?.id);
      expect(guide.askedWords(option)).toBe(labels[at]);
    });
  }
});

test('files are fetched from Slack’s own host over https, and from the local workspace alone', () => {
  const local = 'http://127.0.0.1:4000/api/';
  expect(mayFetch('https://files.slack.com/files-pri/T1-F1/a.yaml', undefined)).toBe(true);
  expect(mayFetch('http://127.0.0.1:4000/files-pri/T1-F1/a.yaml', local)).toBe(true);
  for (const address of [
    'http://files.slack.com/a',
    'https://files.slack.com.evil.example/a',
    'https://files.slack.com:8443/a',
    'https://files.slack.com@evil.example/a',
    'https://me:word@files.slack.com/a',
    'https://slack.com/a',
    'http://127.0.0.1:4001/a',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    '',
  ])
    expect(mayFetch(address, local), address).toBe(false);
  expect(mayFetch('http://127.0.0.1:4000/a', undefined)).toBe(false);
});

test('a question is counted without names, in one form, and counting it again changes nothing', () => {
  expect(anonymous('Hi <@U012>, does\n**PKI** work for ann.b@contoso.com or CONTOSO\\ann on \\\\srv\\share?')).toBe(
    'hi , does pki work for or on',
  );
  fc.assert(
    fc.property(strangeText, (text) => {
      const once = anonymous(text);
      expect(once.length).toBeLessThanOrEqual(300);
      expect(once).not.toMatch(/[<>@\\\n]/);
    }),
    runs(200),
  );
});
