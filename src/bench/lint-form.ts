import type { RuleDefinition } from '@stoplight/spectral-core';
import { enumeration, falsy, schema } from '@stoplight/spectral-functions';
import type { LintFact, LintRow } from './lint-facts.js';

/** How Spectral is used. */
export interface LintForm {
  readonly name: string;
  /** The rules that a fact becomes. */
  readonly rules: (fact: LintFact) => readonly RuleDefinition[];
}

/** An object with this key would be a promise to `await`; so the linter asks for care. */
const next = 'then';
const ruleOf = (given: string, check: Exclude<RuleDefinition['then'], readonly unknown[]>): RuleDefinition => ({
  given,
  [next]: check,
});

/** As its documentation shows it: a JSONPath with a condition, and a function of its own; the faster of its two ways. */
export const withFilter: LintForm = {
  name: 'Spectral with conditions in JSONPath',
  rules: ({ when, branch, must }) =>
    must.map((row) => {
      const conditions = [`@property === '${row.word}'`, `(${root(branch)} === undefined || ${isOne(branch)})`];
      const given = `$[?(${[...conditions, ...when.map(isOne)].join(' && ')})]`;
      return row.allowed.length > 0
        ? ruleOf(given, { function: enumeration, functionOptions: { values: row.allowed } })
        : ruleOf(given, { function: falsy });
    }),
};

const root = ({ word }: LintRow) => `@root['${word}']`;
const isOne = (row: LintRow) => `(${row.allowed.map((value) => `${root(row)} === '${value}'`).join(' || ')})`;

/** The other: `schema`, with `if` and `then`. */
export const withSchema: LintForm = {
  name: 'Spectral with conditions in JSON Schema',
  rules: ({ when, branch, must }) =>
    must.map((row) => {
      const properties = Object.fromEntries([valuesOf(branch), ...when.map(valuesOf)]);
      const condition = { properties, required: when.map(({ word }) => word) };
      const asked = { properties: Object.fromEntries([valuesOf(row)]) };
      return ruleOf('$', { function: schema, functionOptions: { schema: { if: condition, [next]: asked } } });
    }),
};

const valuesOf = ({ word, allowed }: LintRow) => [word, allowed.length > 0 ? { enum: allowed } : false] as const;

/** As fast as we could make it: a function of our own that looks the words up. */
export const withFunction: LintForm = {
  name: 'Spectral with a function of its own',
  rules: ({ when, branch, must }) => {
    const check = (config: unknown) => {
      const given: Readonly<Record<string, unknown>> = Object(config);
      const is = ({ word, allowed }: LintRow) => allowed.some((value) => value === given[word]);
      if ((given[branch.word] !== undefined && !is(branch)) || !when.every(is)) return [];
      const wrong = must.filter((row) => given[row.word] !== undefined && !is(row));
      return wrong.map(({ word }) => ({ message: `${word} is wrong`, path: [word] }));
    };
    return [ruleOf('$', { function: check })];
  },
};
