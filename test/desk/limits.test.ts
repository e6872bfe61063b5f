import { expect, test } from 'vitest';
import { slackLimits } from './slack-limits.js';

test('a limit that the table lacks is an error of its own, so that nothing goes unlimited', () => {
  expect(() => slackLimits.most('block.section.colour')).toThrow('no number at block.section.colour');
  expect(() => slackLimits.range('block.header.text')).toThrow('no range at block.header.text');
  expect(() => slackLimits.among('block.header.text')).toThrow('no list of names at block.header.text');
});
