import { type Changes, document, fact, hashOf } from './tiny.js';

/** A change to the tiny knowledge, or to its document, that one check must find. */
export interface Broken extends Changes {
  /** What the finding says, among other things. */
  readonly says: readonly string[];
  /** The files beside the knowledge, where it isn't the document as it stands. */
  readonly files?: Readonly<Record<string, string>>;
}

/** For each check by name a small example that must fail it. */
export const broken: Readonly<Record<string, Broken>> = {
  'words-known': {
    facts: { box: fact({ id: 'box', when: ['colour: rde'], must: ['box: on'] }) },
    says: ['rde', 'Did you mean "red"', 'red, blue'],
  },
  'paths-end': {
    facts: { blue: null },
    says: ['facts/many', 'colour=blue', 'definition'],
  },
  'no-contradiction': {
    facts: { clear: fact({ id: 'clear', when: ['release: 1001'], must: ['box: off'] }) },
    says: ['facts/box and facts/clear', 'box', 'release=1001 colour=red'],
  },
  'facts-apply': {
    facts: { never: fact({ id: 'never', kind: 'prerequisite', when: ['colour: red', 'risk: no'] }) },
    says: ['facts/never'],
  },
  'facts-matter': {
    facts: { either: fact({ id: 'either', when: ['colour: red'], must: ['box: on, off'] }) },
    says: ['facts/either'],
  },
  'questions-matter': {
    facts: {
      idle: fact({ id: 'idle', kind: 'warning', rows: ['level: note'], when: ['shape: round', 'shape: square'] }),
    },
    words: '## Shape\n\n- word: shape\n- role: asked\n- type: choice\n- values\n  - round: Round\n  - square: Square\n',
    questions: '## Which shape?\n\n- asks: shape\n\nLook at it.\n',
    says: ['shape', 'facts/idle'],
  },
  'any-order': {
    facts: {
      on: fact({ id: 'on', rows: ['force: recommended'], when: ['colour: blue'], must: ['box: on'] }),
      off: fact({ id: 'off', rows: ['force: recommended'], when: ['colour: blue'], must: ['box: off'] }),
    },
    says: ['settings', 'order', 'colour=blue'],
  },
  'round-trip': {
    words: '## Lid\n\n- word: lid\n- role: set\n- type: on-off\n',
    facts: { lid: fact({ id: 'lid', kind: 'limit', when: ['lid: on'], must: ['colour: blue'] }) },
    says: ['facts/lid', 'colour=red', 'lid: on', 'Let it strike the value'],
  },
  'few-passages': {
    facts: { box: fact({ id: 'box', when: ['colour: red'], must: ['box: on'], passage: 'a1, a2, a3, a4, a5' }) },
    says: ['facts/box', '5 passages', 'at most 4'],
  },
  'asks-answered': {
    facts: { fine: fact({ id: 'fine', kind: 'note', rows: ['asks: ?!'] }) },
    says: ['"?!"', 'not-covered', 'facts/fine'],
  },
  'documents-found': {
    files: { 'other.md': document },
    says: ['paint', 'paint.md'],
  },
  'passages-exist': {
    files: { 'paint.md': document.replace('all 7', 'all 8') },
    says: [
      'facts/box',
      hashOf('The box'),
      'changed',
      hashOf('The box', document.replace('all 7', 'all 8')),
      'Red things',
    ],
  },
  'passages-covered': {
    facts: { fine: null },
    says: [hashOf('Blue looks'), 'Blue things', 'left out'],
  },
  'passage-labels': {
    facts: {
      box: fact({
        id: 'box',
        when: ['colour: red'],
        must: ['box: on'],
        passage: hashOf('The box'),
        text: 'All 17 of them.',
      }),
    },
    says: ['facts/box', '"paint it"', '"7"'],
  },
  'passages-binding': {
    facts: {
      release: fact({
        id: 'release',
        kind: 'note',
        when: ['colour: blue'],
        source: 'paint › Blue things',
        passage: hashOf('Only release'),
      }),
    },
    says: ['facts/release', '"only"', hashOf('Only release')],
  },
  'own-words': {
    facts: {
      fine: fact({
        id: 'fine',
        kind: 'note',
        source: 'paint › Blue things',
        passage: hashOf('Blue looks'),
        text: 'Mind that nobody has ever asked the painter why that is so, it seems.',
      }),
    },
    says: ['facts/fine', 'nobody has ever asked the painter why that is so'],
  },
};
