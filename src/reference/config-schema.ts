import { describe } from '../guide/finding.js';
import { schemaKey } from '../guide/value.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { givable, type Word } from '../knowledge/vocabulary.js';
import { type Schema, valueSchema } from './value-schema.js';

/** Answers the JSON Schema of a config: draft 7, the newest that the JSON and YAML extensions of VS Code both know whole. */
export const configSchema = ({ words }: Knowledge): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'tsdeploy config',
  description:
    'What is known of a task sequence deployment, as "word: value" pairs. All of them may be left out. tsdeploy validate reads labels and other names of the words too; here they go by their ids.',
  type: 'object',
  properties: {
    [schemaKey]: { type: 'string', description: 'Where this schema is.' },
    ...Object.fromEntries(words.filter(givable).map((word) => [word.id, property(word)])),
  },
  additionalProperties: false,
});

function property(word: Word): Schema {
  const { label, where } = describe(word);
  const place = where === null ? '' : ` Where: ${where}.`;
  return { title: label, description: `${label}. ${word.description}${place}`, ...valueSchema(word) };
}

/** Answers the schema as the text of a file. */
export const configSchemaText = (knowledge: Knowledge): string =>
  `${JSON.stringify(configSchema(knowledge), null, 2)}\n`;
