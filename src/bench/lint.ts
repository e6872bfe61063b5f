import { Document, type RuleDefinition, Spectral } from '@stoplight/spectral-core';
import parsers from '@stoplight/spectral-parsers';
import type { LintFact } from './lint-facts.js';
import type { LintForm } from './lint-form.js';

/** A text as Spectral parses it. */
export type LintDocument = Document<unknown, ReturnType<typeof parsers.Yaml.parse>>;

/** Answers what Spectral makes of the YAML of a text. */
export const parsed = (text: string): LintDocument => new Document(text, parsers.Yaml);

/** Answers what is wrong in a parsed text, as "fact word line". */
export type Lint = (document: LintDocument) => Promise<string[]>;

/** Answers Spectral with a rule for each fact, its ruleset built once. */
export function lintOf(facts: readonly LintFact[], form: LintForm): Lint {
  const spectral = new Spectral();
  const rules: Record<string, RuleDefinition> = {};
  for (const fact of facts)
    for (const [at, rule] of form.rules(fact).entries()) rules[`${fact.id} ${at}`] = { ...rule, severity: 'error' };
  spectral.setRuleset({ rules });
  return async (document) =>
    (await spectral.run(document)).map(
      ({ code, path, range }) => `${String(code).split(' ')[0]} ${path[0]} ${range.start.line + 1}`,
    );
}
