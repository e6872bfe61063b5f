import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPairs } from '../../src/config/pairs.js';
import { Unusable } from '../../src/text/problem.js';
import { runs } from '../campaign.js';

const read = (text: string) => readPairs('plan.txt', text).map(([word, value]) => [word, value]);
const lines = (text: string) => readPairs('plan.txt', text).map(([, , line]) => line);
function refused(text: string): string {
  try {
    readPairs('plan.txt', text);
    return '';
  } catch (error) {
    if (error instanceof Unusable) return error.message;
    throw error;
  }
}

const pairs = [
  ['site-version', '2010'],
  ['allow-internet', 'on'],
];

describe('answers are read', () => {
  test.each([
    ['YAML', 'site-version: 2010\nallow-internet: on\n'],
    [
      'YAML with comments, quotes and a document mark',
      '---\n# mine\nsite-version: "2010" # the site\nallow-internet: \'on\'\n',
    ],
    ['JSON', '{"site-version": "2010", "allow-internet": "on"}'],
    ['JSON over several lines', '{\n  "site-version": "2010",\n  "allow-internet": "on"\n}\n'],
    ['lines with a colon', 'site-version : 2010\n\n# a comment\nallow-internet:on'],
    ['lines with an equals sign', 'site-version = 2010\nallow-internet=on'],
    ['lines of both kinds', 'site-version: 2010\nallow-internet = on'],
    ['a one-line path', 'site-version=2010 allow-internet=on'],
    ['Windows line ends', 'site-version: 2010\r\nallow-internet = on\r\n'],
  ])('from %s', (_, text) => {
    expect(read(text)).toEqual(pairs);
  });

  test('with every value as text: no number, no Boolean, no date', () => {
    expect(read('site-version: 2010\nallow-internet: true\nmulticast: no\navailable-from: 2026-12-01T10:00')).toEqual([
      ['site-version', '2010'],
      ['allow-internet', 'true'],
      ['multicast', 'no'],
      ['available-from', '2026-12-01T10:00'],
    ]);
    expect(read('{"allow-internet": true, "collection-size": 18}')).toEqual([
      ['allow-internet', 'true'],
      ['collection-size', '18'],
    ]);
  });

  test('with console labels and values that hold colons, commas and equals signs', () => {
    const label = 'System restart (if required to complete the installation)';
    expect(read(`${label}: off\nUTC, for the expiry: on\ncomment = a: b = c`)).toEqual([
      [label, 'off'],
      ['UTC, for the expiry', 'on'],
      ['comment', 'a: b = c'],
    ]);
  });

  test('with a list as a text', () => {
    expect(read('assignment:\n  - log-on\n  - 2026-12-01T10:00\n')).toEqual([
      ['assignment', 'log-on,2026-12-01T10:00'],
    ]);
    expect(read('{"assignment": ["log-on", "log-off"]}')).toEqual([['assignment', 'log-on,log-off']]);
  });

  test('each as often as it is written, so that two values of one word can be told', () => {
    const twice = [
      ['purpose', 'available'],
      ['purpose', 'required'],
    ];
    for (const text of [
      '{"purpose": "available", "purpose": "required"}',
      'purpose: available\npurpose: required',
      'purpose = available\npurpose = required',
      'purpose=available purpose=required',
    ])
      expect(read(text)).toEqual(twice);
  });

  test('with the line of each', () => {
    for (const text of ['a: 1\n\nb: 2\n', 'a = 1\n\nb = 2', '{\n"a": 1,"x": 0,\n"b": 2}'])
      expect(
        lines(text)
          .filter((_, at, all) => at === 0 || at === all.length - 1)
          .at(-1),
      ).toBe(3);
  });

  test('from an empty object, which states nothing', () => {
    expect(read('{}')).toEqual([]);
  });

  test('with words that JavaScript gives a meaning to as plain words', () => {
    expect(read('{"__proto__": "x", "constructor": "y"}')).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
    expect(Object.keys({})).toEqual([]);
  });
});

describe('what cannot be answers is refused in one line with its place', () => {
  test.each([
    ['nothing', '', /^plan\.txt: it is empty/],
    ['white space', ' \n\t\n', /^plan\.txt: it is empty/],
    ['comments alone', '# later\n# more', /^plan\.txt: it is empty/],
    ['a sentence', 'hello world', /^plan\.txt: "hello world" isn't an answer\. Write "word: value"/],
    ['a sentence among answers', 'purpose: required\nhello', /^plan\.txt:2: "hello" isn't an answer/],
    ['a JSON array', '["purpose"]', /^plan\.txt: answers are an object/],
    ['JSON that breaks off', '{"purpose": "required"', /^plan\.txt: this isn't well-formed JSON/],
    [
      'JSON that goes wrong on a line',
      '{\n"purpose": "required",\n"network": ]\n}',
      /^plan\.txt:3: this isn't well-formed/,
    ],
    ['JSON with text behind it', '{"purpose": "required"} and so on', /^plan\.txt: this isn't well-formed JSON/],
    ['an object as a value', '{"purpose": {"a": 1}}', /^plan\.txt: the value of "purpose" must be a text/],
    [
      'an object as a value in YAML',
      'network: wired\npurpose:\n  a: 1',
      /^plan\.txt:2: the value of "purpose" must be/,
    ],
    ['a merge in YAML', '<<: {purpose: required}', /^plan\.txt: the value of "<<" must be/],
    ['an escape of the terminal', 'x\u001b[31m\u009b', /^plan\.txt: "x\\u001b\[31m\\u009b" isn't an answer/],
  ])('%s', (_, text, told) => {
    expect(refused(text)).toMatch(told);
    expect(refused(text)).not.toMatch(/\n/);
  });

  test('text of any length', () => {
    expect(refused('a'.repeat(10_000_000))).toMatch(/10000000 characters are too long/);
  });

  test('YAML that would grow without end', () => {
    const bomb = [
      'a: &a [x,x,x,x]',
      ...'bcdefgh'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(8)}x]`),
    ];
    const before = performance.now();
    expect(refused(bomb.join('\n'))).toMatch(/must be a text or a list of texts/);
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('text that is nested without end, in no time', () => {
    for (const text of [
      '['.repeat(90_000),
      '{a: '.repeat(20_000),
      '- '.repeat(40_000),
      '&a '.repeat(30_000),
      'a="'.repeat(30_000),
    ]) {
      const before = performance.now();
      expect(refused(text) !== '' || read(text).length > 0).toBe(true);
      expect(performance.now() - before).toBeLessThan(4_000);
    }
  });
});

test('text of any kind is read or refused, and never fails in another way', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'{}[]":,=-#&*!|> \n\tab1\\\'%@`?<') }),
    fc.json(),
  );
  fc.assert(
    fc.property(text, (one) => refused(one) !== '' || Array.isArray(read(one))),
    runs(400),
  );
});

test('a pasted command line is read, quoted as a shell or a console has it', () => {
  const read = (text: string) => readPairs('x', text).map(([word, value]) => [word, value]);
  const expected = [
    ['purpose', 'required'],
    ['comment', "it's two words"],
  ];
  for (const line of [
    "tsdeploy plan --set purpose=required --set 'comment=it'\\''s two words' --no-input",
    '/tsdeploy plan purpose=required comment="it\'s two words"',
    "npx tsdeploy plan --set=purpose=required --set comment='it'\\''s two words'",
    'plan purpose=required "comment=it\'s two words"',
  ])
    expect(read(line)).toEqual(expected);
});

test('a line of several pairs with a stray tells the stray', () => {
  expect(() => readPairs('x', 'purpose=required comment=our plan network=wired')).toThrow(/"plan" isn't word=value/);
  expect(readPairs('x', 'comment: a=b c=d')).toEqual([['comment', 'a=b c=d', 1]]);
});

test.each([
  ['comment = "two words"', 'two words'],
  ["comment = 'two words' # why", 'two words'],
  ['comment = two words # why', 'two words'],
  ['comment = a#b', 'a#b'],
  ['comment = "a # b"', 'a # b'],
  ['comment = "a" and "b', '"a" and "b'],
])('%s says what YAML would say with a colon', (line, value) => {
  expect(readPairs('x', line)).toEqual([['comment', value, 1]]);
});
