import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bold, code, cut, italic, link, moment, plain, render, words } from '../../src/slack/mrkdwn.js';
import { splitLine } from '../../src/slack/split.js';
import { unescaped } from './escaping.js';
import { strangeText } from './strange.js';

describe('text in Slack’s mark-up', () => {
  test('has what is foreign escaped', () => {
    expect(render([words('<!channel> & <@U1>')])).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
    expect(render([code('<a>'), words(' '), bold('&'), words(' '), italic('<b>')])).toBe(
      '`&lt;a&gt;` *&amp;* _&lt;b&gt;_',
    );
  });

  test('keeps the words where a style would not be recognised', () => {
    expect(render([words('pre'), bold('fix'), words('ed')])).toBe('prefixed');
    expect(render([bold(' space '), code('`tick`'), bold('a*b'), bold(''), bold('two\nlines')])).toBe(
      ' space `tick`a*btwo\nlines',
    );
  });

  test('links to the web alone, and the label can’t leave the link', () => {
    expect(render([link('https://a.example/?b=1&c=|d>', 'A > B')])).toBe(
      '<https://a.example/?b=1&amp;c=%7Cd%3E|A &gt; B>',
    );
    for (const url of [null, 'javascript:alert(1)', '!channel', ' https://a.example'])
      expect(render([link(url, 'A')])).toBe('A');
  });

  test('shows a moment to each reader in their own zone', () => {
    expect(render([moment('2026-12-01T22:00:00.000Z')])).toBe(
      '<!date^1796162400^{date_short_pretty} {time}|2026-12-01 22:00 UTC>',
    );
    expect(render([moment('<soon>')])).toBe('&lt;soon&gt;');
  });

  test('is plain where no mark-up is read, with no angle brackets', () => {
    expect(plain('  <!channel>\n & you ', 50)).toBe('‹!channel› & you');
    expect(plain(' \n ', 50)).toBe('–');
    expect(plain('abcdef', 4)).toBe('abc…');
  });

  test('is cut between characters', () => {
    expect(cut('ab🧨d', 4)).toBe('ab…');
    expect(cut('abcd', 4)).toBe('abcd');
  });
});

describe('a long line', () => {
  test('is split behind a sentence, else behind a word', () => {
    expect(splitLine([words('One two. Three four. Five')], 22).map((line) => render(line))).toEqual([
      'One two. Three four.',
      'Five',
    ]);
    expect(splitLine([bold('one two three')], 11).map((line) => render(line))).toEqual(['*one two*', '*three*']);
  });

  test('is never longer than allowed, and loses nothing', () => {
    const run = fc.tuple(
      fc.constantFrom(words, bold, italic, code, (text: string) => link('https://a.example/b', text.slice(0, 80))),
      strangeText,
    );
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), fc.integer({ min: 600, max: 3_000 }), (runs, most) => {
        const line = runs.map(([make, text]) => make(text));
        const lines = splitLine(line, most);
        expect(lines.filter((one) => render(one).length > most)).toEqual([]);
        expect(lines.flatMap((one) => unescaped(render(one)))).toEqual([]);
        const letters = (all: typeof line) =>
          all
            .map(({ text }) => text)
            .join('')
            .replace(/\s/g, '');
        expect(letters(lines.flat())).toBe(letters(line));
      }),
      { numRuns: 300 },
    );
  });
});
