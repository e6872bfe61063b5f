import { describe, expect, test } from 'vitest';
import { finderOf } from '../../src/answer/finder.js';
import { formOf } from '../../src/answer/form.js';
import { readQuestion } from '../../src/answer/question.js';
import { dictionaryOf, mend } from '../../src/answer/spelling.js';
import { stepsShown } from '../../src/answer/steps.js';
import { tokens } from '../../src/answer/tokens.js';
import { knowledge } from './asked.js';

describe('words', () => {
  test('are small letters and digits without accents, and a shortened not is a word', () => {
    expect(tokens("Can't WinPE’s Wi-Fi déjà join 5.00.9122?")).toEqual(
      'can not winpe wi fi deja join 5 00 9122'.split(' '),
    );
    expect(tokens("it doesn't, dont ask")).toEqual('it does not do not ask'.split(' '));
  });

  test('of a very long text are those of its beginning and its end', () => {
    const found = tokens(`first ${'x '.repeat(5000)} last`);
    expect(found.length).toBeLessThan(200);
    expect([found[0], found.at(-1)]).toEqual(['first', 'last']);
  });
});

describe('typing errors', () => {
  const dictionary = dictionaryOf(['gateway', 'collection', 'wireless', 'boot', 'media', 'software', 'center']);
  test.each([
    ['gatewya', ['gateway']],
    ['colection', ['collection']],
    ['wirelesss', ['wireless']],
    ['bootmedia', ['boot', 'media']],
    ['softwarecenter', ['software', 'center']],
  ])('%s is read as %j', (wrong, meant) => {
    expect(mend(dictionary, [wrong])).toEqual(meant);
  });

  test.each(['boat', 'driver', 'usmt', 'x', '2309', 'geography'])('%s is left alone', (word) => {
    expect(mend(dictionary, [word])).toEqual([word]);
  });
});

describe('the form of a question', () => {
  test.each([
    ['does it work on wifi?', 'yes-no'],
    ['usb stick wifi ok?', 'yes-no'],
    ['we have 2303, can I use a stick', 'yes-no'],
    ['we have 2303. reimaging with a key through the gateway, does that exist', 'yes-no'],
    ['By design?', 'yes-no'],
    ['which option do I take', 'told'],
    ['Can I do it? and if so, where', 'told'],
    ['home user with a dead Windows', 'open'],
    ['', 'open'],
  ])('%s: %s', (text, form) => {
    expect(formOf(text)).toBe(form);
  });
});

describe('what a question says', () => {
  const said = (text: string, after = '') =>
    Object.fromEntries(readQuestion(knowledge, finderOf(knowledge), text, after).said);
  test.each([
    ['CB2309 usb at home', { 'site-version': '2309', scenario: 'boot-media-over-cmg' }],
    ['site is 5.00.9106.1000', { 'site-version': '2303' }],
    ['before 2103', { 'site-version': '2010' }],
    ['older than 2010', { 'site-version': '2006' }],
    ['Windows 10 1909', {}],
    ['tp2009', { 'site-version': 'tp2009' }],
    ['technical preview 1909', { 'site-version': 'tp1909' }],
    ['2006 or 2010?', {}],
    [
      '250 computers, default size 100, max 1000',
      { 'collection-size': '250', 'default-size': '100', 'maximum-size': '1000' },
    ],
    ['2002 machines', { 'collection-size': '2002' }],
    ['on wlan', { network: 'wireless' }],
    ['no wlan here', {}],
    ['Allow internet-only connections', { 'mp-connections': 'internet-only' }],
    ['pxe in the branch office with the cmg', { scenario: 'boot-media-cloud-content' }],
    ['win upgrade ts via cmg', { scenario: 'in-place-upgrade' }],
  ])('%s: %j', (text, words) => {
    expect(said(text)).toEqual(words);
  });

  test('is kept from the question before, unless it is said anew', () => {
    expect(said('and on 2103?', '2010, usb over cmg ok?')).toEqual({
      'site-version': '2103',
      scenario: 'boot-media-over-cmg',
    });
  });

  test('may stand in two lines, of which neither says it alone', () => {
    expect(said('and for PXE?', 'in-place upgrade over the cmg on 2006?')).toEqual({
      'site-version': '2006',
      scenario: 'in-place-upgrade',
      'start-from': 'pxe',
    });
  });

  test('names a release that the vocabulary has not', () => {
    expect(readQuestion(knowledge, finderOf(knowledge), 'is 1710 enough', '').unlisted).toBe('1710');
    expect(readQuestion(knowledge, finderOf(knowledge), 'is 1799 enough', '').unlisted).toBe(null);
  });
});

describe('the steps of a procedure', () => {
  const [procedure] = knowledge.facts.filter(({ steps }) => steps.length > 10);
  if (!procedure) throw new Error('no procedure');

  test('begin at the first where the question is about no step', () => {
    const shown = stepsShown(procedure, () => 0);
    expect(shown[0]).toBe(`1. ${procedure.steps[0]}`);
    expect(shown.at(-1)).toBe('…');
  });

  test('begin before the step that the question is about, none of them cut', () => {
    const wanted = procedure.steps.filter((step) => !step.startsWith(' '))[6] ?? '';
    const shown = stepsShown(procedure, (text) => (text === wanted ? 1 : 0));
    expect(shown[0]).toBe('…');
    expect(shown[2]).toBe(`7. ${wanted}`);
    for (const line of shown.filter((one) => one !== '…'))
      expect(procedure.steps.map((step) => step.trim())).toContain(line.trim().replace(/^(?:\d+\.|-) /, ''));
  });
});
