import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fields, fieldsOf, itemsOf, textOf } from '../../src/desk/fields.js';
import { postedText } from '../../src/desk/posted-text.js';
import { refusedIn } from './samples.js';

const names = { people: new Map([['tsdeploy', 'U0BOT']]), channels: new Map([['deployments', 'CDEPLOY']]) };
const text = (typed: string) => postedText(typed, names).text;
const elements = (typed: string) => itemsOf(postedText(typed, names).blocks[0]?.elements).map(fieldsOf);

test('names, channels and addresses become marks, and the rest is escaped', () => {
  expect(text('@tsdeploy see #deployments, not @nobody')).toBe('<@U0BOT> see <#CDEPLOY|deployments>, not @nobody');
  expect(text('a <!channel> & b')).toBe('a &lt;!channel&gt; &amp; b');
  expect(text('(https://contoso.com/?a=1&b=2).')).toBe('(<https://contoso.com/?a=1&amp;b=2>).');
  expect(text('mp.contoso.com and ann@contoso.com')).toBe(
    '<http://mp.contoso.com|mp.contoso.com> and <mailto:ann@contoso.com|ann@contoso.com>',
  );
});

test('code keeps its words, and a fence is preformatted text with links', () => {
  expect(text('`@tsdeploy`')).toBe('`@tsdeploy`');
  expect(text('so:\n```\nsite-version: 2403\nhttps://a.example/x\n```')).toBe(
    'so:\n```site-version: 2403\n<https://a.example/x>\n```',
  );
  expect(elements('so:\n```\na: 1\n```').map(({ type }) => type)).toEqual([
    'rich_text_section',
    'rich_text_preformatted',
  ]);
  expect(elements('an ``` open fence').map(({ type }) => type)).toEqual(['rich_text_section']);
});

test('whatever is typed can be read again from the rich text, and Slack would take it', () => {
  const typed = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('`', '```', '<', '&', '@tsdeploy', ' ', '\n', 'a.com')),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(typed, (parts) => {
      const said = parts.join('');
      const { blocks } = postedText(said, names);
      const spoken = (element: Fields): string => {
        if (element.type === 'user') return '@tsdeploy';
        if (element.type === 'link') return textOf(element.text) || textOf(element.url);
        return textOf(element.text) || itemsOf(element.elements).map(fieldsOf).map(spoken).join('');
      };
      const bare = (one: string) => one.replaceAll('`', '').replaceAll('\n', '');
      expect(
        bare(
          blocks
            .flatMap((block) => itemsOf(block.elements))
            .map(fieldsOf)
            .map(spoken)
            .join(''),
        ),
      ).toBe(bare(said));
      if (said.length < 3_000)
        expect(
          refusedIn({ text: 'x', blocks: blocks.length > 0 ? blocks : [{ type: 'divider' }] }).filter(
            (why) => !why.includes('at least 1 characters'),
          ),
        ).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
