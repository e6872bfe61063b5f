import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, longestText, mostBytes, usable } from '../../src/config/decode.js';
import { Unusable } from '../../src/text/problem.js';
import { fuzz } from '../campaign.js';

const text = 'purpose: required\ncomment: Köln “x” 😀\n';
const textOf = (bytes: Uint8Array) => {
  const decoded = decode(bytes);
  return decoded.kind === 'text' ? decoded.text : decoded.kind;
};

describe('the text of bytes', () => {
  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 as PowerShell writes it', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows line breaks', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['line breaks of an old Mac', Buffer.from(text.replaceAll('\n', '\r'))],
  ])('is read from %s', (_, bytes) => {
    expect(textOf(bytes)).toBe(text);
  });

  test('is read from UTF-16 without a mark', () => {
    expect(textOf(Buffer.from('purpose: required\n', 'utf16le'))).toBe('purpose: required\n');
    expect(textOf(Buffer.from('purpose: required\n', 'utf16le').swap16())).toBe('purpose: required\n');
  });

  test('is read from the old encoding of Windows, which is told', () => {
    const decoded = decode(Buffer.from([...Buffer.from('comment: '), 0x93, 0x4b, 0xf6, 0x6c, 0x6e, 0x94]));
    expect(decoded).toEqual({ kind: 'text', text: 'comment: “Köln”', encoding: 'windows-1252', lineBreak: '\n' });
  });

  test('may hold a few control characters', () => {
    expect(textOf(Buffer.from('purpose: \u001b[31mavail\u0007able'))).toContain('avail');
  });

  test.each([
    ['nothing', Buffer.from('')],
    ['white space alone', Buffer.from(' \r\n\t')],
    ['NUL characters', Buffer.from('purpose: required\0')],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0])],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['control characters', Buffer.from('\u0001\u0002\u0003'.repeat(20))],
    ['more text than is read', Buffer.alloc(longestText + 1, 'a')],
    ['more bytes than are looked at', Buffer.alloc(mostBytes + 1, 'a')],
  ])('is refused where there is %s', (_, bytes) => {
    expect(() => decode(bytes)).toThrow(Unusable);
  });

  test('of exactly the most that is read is read', () => {
    expect(textOf(Buffer.alloc(longestText, 'a'))).toHaveLength(longestText);
    expect(() => usable('ä'.repeat(longestText / 2 + 1))).toThrow(Unusable);
  });

  test('is left to the reader of zips where there is a zip', () => {
    expect(decode(Buffer.from('504b0304aabb', 'hex')).kind).toBe('zip');
    expect(decode(Buffer.from('504b0506', 'hex')).kind).toBe('zip');
  });

  test('is found or refused, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const decoded = decode(bytes);
          expect(decoded.kind === 'zip' || (decoded.text.trim() !== '' && !/[\r\0]/.test(decoded.text))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(Unusable);
        }
      }),
      fuzz,
    );
  });
});
