import { describe, expect, it } from 'vitest';
import { looksLikeDeploymentOutput } from '../../src/config/deployment-output-signs.js';
import { Unusable } from '../../src/text/problem.js';
import { deployment, faultsIn, read, shapes, words, wordsOf } from './printed-deployment.js';

describe('Broken output', () => {
  it('of JSON is an error with its line beside what was read', () => {
    const { subjects } = read('{\n"OfferType": 2,\n"PackageID": "A",\n"AdvertFlags": 41943');
    expect(words(subjects[0])).toMatchObject({ purpose: 'available', 'task-sequence': 'A' });
    expect(subjects[0]?.faults).toEqual([
      expect.objectContaining({ rule: 'input/not-well-formed', level: 'error', line: 4 }),
    ]);
  });

  it('of JSON leaves out what may go on: a number or a text at its very end', () => {
    for (const end of ['"AdvertFlags": 41943', '"AdvertFlags": "41943', '"AdvertFlags": 41943,\n"OfferType": 2'])
      expect(wordsOf(`{\n"PackageID": "A",\n${end}`)).not.toHaveProperty('purpose');
    expect(wordsOf('{"PackageID": "A", "AdvertFlags": 4194')).toEqual({ 'task-sequence': 'A' });
    expect(wordsOf('{"PackageID": "A", "AdvertFlags": 4194304\n')).toHaveProperty('wake-up', 'on');
  });

  it('of JSON is read as far as it is JSON, whatever brackets follow', () => {
    for (const filler of ['{"a":', '["', '[a:', '{a'])
      expect(faultsIn(`{"OfferType": 2,\n"x": "y${filler.repeat(20_000)}`)).toEqual(['input/not-well-formed']);
    expect(() => read(`{"OfferType": 2,\n"x": ${'{"a":'.repeat(20_000)}`)).toThrow(Unusable);
  });

  it('of JSON wrapped by the console is an error at its first broken line, and is read', () => {
    const { subjects } = read('{"Comment": "one\n two",\n"OfferType": 2}');
    expect(words(subjects[0])).toMatchObject({ purpose: 'available' });
    expect(subjects[0]?.faults).toEqual([expect.objectContaining({ rule: 'input/not-well-formed', line: 1 })]);
  });

  it('of JSON with a comma too few or too many is an error', () => {
    for (const text of ['{"OfferType": 2 "PackageID": "A"}', '{"OfferType": 2,}', '{"OfferType": 2, "PackageID": A}'])
      expect(read(text).subjects[0]?.faults.map(({ rule }) => rule)).toContain('input/not-well-formed');
  });

  it('of CSV with an open quote is an error, with a short row a report', () => {
    const open = read('OfferType,PackageID\n2,"A\n');
    expect(open.subjects[0]?.faults).toEqual([
      expect.objectContaining({ rule: 'input/not-well-formed', line: 2, column: 3 }),
    ]);
    const short = read('OfferType,PackageID,CollectionID\n2,A\n0,B,C,D\n');
    expect(short.subjects).toHaveLength(2);
    expect(short.unread.map(({ line }) => line)).toEqual([2, 3]);
  });

  it('that holds no deployment is refused', () => {
    for (const text of ['[]', '', 'a', 'Name : x', '{"a": 1}', 'a,b\n1,2']) expect(() => read(text)).toThrow(Unusable);
  });

  it('a thousand levels deep is refused at once', () => {
    const deep = `{"OfferType": ${'['.repeat(500_000)}`;
    const start = performance.now();
    expect(() => read(deep)).toThrow(Unusable);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('A big output', () => {
  it.each(Object.entries(shapes))('of 800 objects printed as %s is read in less than four seconds', (_, print) => {
    const some = (count: number) =>
      print(
        Array.from({ length: count }, (_, at) => deployment({ AdvertisementID: `DEM2${at}`, OfferType: (at % 2) * 2 })),
      );
    const text = some(800);
    expect(text.length).toBeGreaterThan(200_000);
    read(some(50));
    const start = performance.now();
    const { subjects, unread } = read(text);
    expect(performance.now() - start).toBeLessThan(4_000);
    expect(subjects).toHaveLength(800);
    expect(unread).toEqual([]);
  });

  it('of one line, of spaces, of quotes or of names does not hang', () => {
    const start = performance.now();
    for (const filler of [' ', '"', 'OfferType ', '"OfferType"', ',', '{', 'instance of ', 'SMS_ST_', '\n:', 'a : b\n'])
      for (const head of ['OfferType : 0\nAssignedSchedule : ', '{"OfferType": "', 'OfferType,AdvertFlags\n']) {
        const text = head + filler.repeat(Math.ceil(200_000 / filler.length));
        try {
          read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(Unusable);
        }
        looksLikeDeploymentOutput(text);
      }
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
