import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeDeploymentOutput } from '../../src/config/deployment-output-signs.js';
import { Unusable } from '../../src/text/problem.js';
import { fuzz, patience } from '../campaign.js';
import { asCsv, asJson, asList, type Deployment, deployment, knowledge, read, words } from './printed-deployment.js';

describe('Whatever is posted', () => {
  const bits = fc.oneof(fc.nat(0xffffffff), fc.constantFrom(0, 0x20, 0x40000, 0x10040000, 0x30040000, 8388640));
  const dates = fc.constantFrom(
    '20280203100000.000000+***',
    '2028-02-03T10:00:00',
    '2/3/2028 10:00 AM',
    '28.02.2028 10:00',
    '',
  );
  const printable = fc
    .record({
      AdvertFlags: bits,
      RemoteClientFlags: bits,
      TimeFlags: bits,
      OfferType: fc.constantFrom(0, 2, 7),
      PresentTime: dates,
      ExpirationTime: dates,
      AssignedScheduleEnabled: fc.boolean(),
      PresentTimeEnabled: fc.boolean(),
      Comment: fc.stringMatching(/^[\w ,;:"'{}[\]<>é-]{0,20}$/).map((text) => text.trim().replace(/ +/g, ' ')),
    })
    .map((own) => deployment(own));

  it(
    'says the same as JSON, CSV and a list',
    () => {
      fc.assert(
        fc.property(fc.array(printable, { minLength: 1, maxLength: 3 }), (deployments) => {
          const told = [
            asJson,
            (all: Deployment[]) => asJson(all, 0),
            asCsv,
            (all: Deployment[]) => asCsv(all, ';', '\n'),
            asList,
          ].map((print) => {
            const { subjects } = read(print(deployments));
            return subjects.map((subject) => ({
              words: words(subject),
              rules: subject.faults.map(({ rule }) => rule),
            }));
          });
          for (const other of told) expect(other).toEqual(told[0]);
        }),
        { numRuns: fuzz.numRuns / 10 },
      );
    },
    patience,
  );

  it(
    'is read or refused, with places inside the text, and no property of ours dropped',
    () => {
      const piece = fc.oneof(
        printable.chain((own) => fc.constantFrom(asJson([own]), asCsv([own]), asList([own]))),
        fc.constantFrom(
          '"',
          '\n',
          '{',
          '}',
          '[',
          ']',
          ',',
          ':',
          ' : ',
          '\\',
          'OfferType',
          '"OfferType": 2',
          '\u0000',
          '\r',
          '<!--',
          '\ud800',
        ),
        fc.string({ maxLength: 30 }),
      );
      const cut = fc
        .tuple(piece, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([text, part]) => text.slice(0, text.length * part));
      fc.assert(
        fc.property(fc.array(fc.oneof(piece, cut), { maxLength: 4 }), (pieces) => {
          const text = pieces.join('');
          looksLikeDeploymentOutput(text);
          try {
            const { subjects, unread } = read(text);
            const lines = text.split('\n');
            for (const { stated, faults } of subjects)
              for (const { line, column } of [...stated, ...faults]) {
                expect(line).toBeLessThanOrEqual(lines.length);
                expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1);
              }
            for (const { line } of unread) expect(line).toBeLessThanOrEqual(lines.length);
            for (const { stated } of subjects)
              for (const { word } of stated) expect(knowledge.wordById.has(word)).toBe(true);
          } catch (error) {
            expect(error).toBeInstanceOf(Unusable);
          }
        }),
        fuzz,
      );
    },
    patience,
  );

  it(
    'as a list keeps every line: as a value, a further line of one, or unread',
    () => {
      const line = fc.constantFrom(
        'OfferType : 2',
        'AdvertFlags : 0',
        'hello',
        '   more',
        '',
        'Purpose : x',
        'Note : y',
        'https://a.b/c: d',
        '- a',
      );
      fc.assert(
        fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
          const text = ['OfferType : 0', ...lines].join('\n');
          const { unread } = read(text);
          for (const [at, one] of lines.entries())
            if (one === 'hello' || one === 'Purpose : x' || one === '- a')
              expect(unread.map((row) => row.line)).toContain(at + 2);
        }),
        fuzz,
      );
    },
    patience,
  );
});
