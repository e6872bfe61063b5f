import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode } from '../../src/text/decode.js';
import { printable } from '../../src/text/printable.js';
import { problemLine, Unusable } from '../../src/text/problem.js';

test('a problem is one line that begins with its place', () => {
  expect(problemLine({ file: 'a.md', line: 3, message: 'wrong.' })).toBe('a.md:3: wrong.');
});

test('nothing that a terminal would obey gets into a message', () => {
  const { message, lines } = new Unusable(['a\u001b[31m\u009b\u202e\nb', 'c']);
  expect(lines).toEqual(['a\\u001b[31m\\u009b\\u202e\\u000ab', 'c']);
  expect(message.split('\n')).toHaveLength(2);
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(printable(text))));
});

test('bytes in UTF-8 and UTF-16 are text, with their mark or without', () => {
  const text = 'für: ☃';
  const wide = Buffer.from(`\uFEFF${text}`, 'utf16le');
  expect(decode(Buffer.from(text))).toBe(text);
  expect(decode(Buffer.from(`\uFEFF${text}`))).toBe(text);
  expect(decode(wide)).toBe(text);
  expect(decode(Buffer.from(wide).swap16())).toBe(text);
});

test('bytes that hold no text are told apart from text', () => {
  expect(decode(Uint8Array.of(0x66, 0xfc, 0x72))).toBeNull();
  expect(decode(Uint8Array.of(0x61, 0x00, 0x62))).toBeNull();
  expect(decode(Uint8Array.of(0xff, 0xfe, 0x61))).toBeNull();
  fc.assert(fc.property(fc.uint8Array(), (bytes) => ['string', 'object'].includes(typeof decode(bytes))));
});
