import fc from 'fast-check';

const nasty = [
  '<!channel> & <@U1>',
  '<https://evil.example|Microsoft>',
  '&lt;!here&gt; &amp;amp; &',
  '*bold* _it_ ~no~ `code` ```block```',
  '**<!everyone>** `<@U1>`',
  '[text](https://evil.example) ![image](https://evil.example)',
  'x'.repeat(4_000),
  '<'.repeat(3_500),
  'words and words '.repeat(300),
  '`'.repeat(300),
  '🧨'.repeat(1_600),
  '\uD800',
  '\u202Ereversed\u202C',
  'line\nline\r\nline\n\n\n- list\n# heading\n> quote',
  ' ',
  '',
];

/** Text as the world writes it: anything at all, and what breaks things. */
export const strangeText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(...nasty), { maxLength: 4 }).map((parts) => parts.join(' ')),
);
