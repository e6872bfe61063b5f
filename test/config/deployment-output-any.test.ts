import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeDeploymentOutput } from '../../src/config/deployment-output-signs.js';
import { fuzz, patience } from '../campaign.js';
import { asCsv, asJson, asList, type Deployment, deployment, read, words } from './printed-deployment.js';
import { expectReadOrRefused, tornText } from './torn-text.js';

describe('Whatever is posted', () => {
  const marks = [
    ...['"', '\n', '{', '}', '[', ']', ',', ':', ' : ', '\\', '\u0000', '\r', '\ud800'],
    ...['OfferType', '"OfferType": 2', '<!--'],
  ];
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
      const whole = printable.chain((own) => fc.constantFrom(asJson([own]), asCsv([own]), asList([own])));
      fc.assert(
        fc.property(tornText(whole, marks, 30), (text) => {
          looksLikeDeploymentOutput(text);
          expectReadOrRefused(text, read, 1);
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
