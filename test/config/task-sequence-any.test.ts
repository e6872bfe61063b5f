import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeTaskSequence } from '../../src/config/task-sequence-signs.js';
import { Unusable } from '../../src/text/problem.js';
import { fuzz, patience } from '../campaign.js';
import { objectXml, type Part, sequence } from './exported-sequence.js';
import { faultsOf, image, install, joins, network, read, setup, wordsOf } from './sequence-words.js';
import { expectReadOrRefused, tornText } from './torn-text.js';

describe('Whatever is posted', () => {
  const marks = [
    ...['<', '>', '</step>', '<step ', '"', '&', '&amp;', '<![CDATA[', ']]>', '<!--', '<?xml', '<!DOCTYPE'],
    ...['\n', '\u0000', '\ud800'],
  ];
  const { part: tree } = fc.letrec<{ part: Part }>((tie) => ({
    part: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(network('0'), network('1'), joins('0'), joins('1'), install),
      fc.tuple(fc.constantFrom('0', '1'), fc.boolean()).map(([type, off]) => network(type, { off })),
      fc.record({ group: fc.constant('g & <g>'), off: fc.boolean(), parts: fc.array(tie('part'), { maxLength: 4 }) }),
    ),
  }));

  const lastJoin = (parts: readonly Part[]): string | undefined =>
    parts
      .map((one): string | undefined => {
        if (one.off) return undefined;
        if ('group' in one) return lastJoin(one.parts);
        const type = one.variables?.OSDNetworkJoinType ?? one.variables?.OSDJoinType;
        return type === undefined ? undefined : type === '0' ? 'domain' : 'workgroup';
      })
      .findLast((join) => join !== undefined);

  it(
    'the last enabled step wins',
    () => {
      fc.assert(
        fc.property(fc.array(tree, { maxLength: 5 }), (parts) => {
          expect(wordsOf(parts)['network-join']).toBe(lastJoin(parts));
        }),
        fuzz,
      );
    },
    patience,
  );

  it(
    'is read or refused, with places inside the text, and what is cut off is told',
    () => {
      const whole = [
        objectXml({ PackageID: 'A' }, sequence([network('1'), image])),
        sequence([network('0'), setup('A=b')]),
      ];
      fc.assert(
        fc.property(tornText(fc.constantFrom(...whole), marks, 20), (text) => {
          looksLikeTaskSequence(text);
          expectReadOrRefused(text, read, 2);
        }),
        { ...fuzz, examples: [['<?xml\n\ud800']] },
      );
    },
    patience,
  );

  it(
    'cut anywhere is an error or refused, never read as whole',
    () => {
      const text = objectXml({ PackageID: 'A' }, sequence([network('1'), image]));
      fc.assert(
        fc.property(fc.integer({ min: 1, max: text.length - 1 }), (length) => {
          try {
            expect(faultsOf(text.slice(0, length)).map(({ rule }) => rule)).toContain('input/not-well-formed');
          } catch (error) {
            if (!(error instanceof Unusable)) throw error;
          }
        }),
        { numRuns: Math.min(fuzz.numRuns, 3_000) },
      );
    },
    patience,
  );
});
