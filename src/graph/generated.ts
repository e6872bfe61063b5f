import { linkPages, type Pages } from '../knowledge/read.js';
import { configSchemaText } from '../reference/config-schema.js';
import { rulesPage } from '../reference/rules-page.js';
import { factPages } from './facts/charts.js';
import { drawPictures, type Files } from './pictures.js';

/** Answers all files under docs, freshly made: the pictures, the schema of a config, the page of rules. */
export async function generatedFiles(pages: Pages): Promise<Files> {
  const knowledge = linkPages(pages);
  const rules = factPages(knowledge, pages).map(({ title, holds }) => ({ title, facts: holds }));
  return new Map([
    ...(await drawPictures(pages)),
    ['docs/config.schema.json', configSchemaText(knowledge)],
    ['docs/rules.md', rulesPage(knowledge, rules)],
  ]);
}
