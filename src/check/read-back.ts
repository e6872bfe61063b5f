import { stringify } from 'yaml';
import { readLooseText } from '../config/config.js';
import type { ConfigRead } from '../config/subjects.js';
import { readYaml } from '../config/yaml.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Config } from './plan-config.js';

/** Answers in which styles a config, written down, isn't read back as the same words: YAML, JSON or lines of text. */
export function misread(knowledge: Knowledge, config: Config): string[] {
  const words = Object.fromEntries(config);
  const lines = [...config].map(([word, value]) => `${word}: ${value}`).join('\n');
  const styles: readonly [string, ConfigRead | null][] = [
    ['YAML', readYaml(knowledge, stringify(words))],
    ['JSON', readYaml(knowledge, JSON.stringify(words))],
    ['lines', readLooseText(knowledge, lines, false)],
  ];
  return styles.flatMap(([style, read]) => (read !== null && states(read, config) ? [] : [style]));
}

/** Whether a text was read as one config of these words, with nothing wrong and nothing left over. */
function states({ subjects, unread }: ConfigRead, config: Config): boolean {
  const [subject, ...others] = subjects;
  return (
    subject !== undefined &&
    [others, unread, subject.faults].every(({ length }) => length === 0) &&
    subject.stated.length === config.size &&
    subject.stated.every(({ word, value }) => config.get(word) === String(value))
  );
}
