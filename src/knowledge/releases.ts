import type { Section, TableLine } from '../text/sections.js';
import { unmarked } from './marks.js';
import type { Report } from './rows.js';
import type { Value } from './vocabulary.js';

/** What people write before a release. */
const prefixes = ['CB', 'current branch', 'version', 'SCCM', 'MECM', 'ConfigMgr', 'Configuration Manager'];

/** Answers the releases in the table of a word, oldest first; reports lines that can't be releases. */
export function readReleases(section: Section, report: Report): Value[] {
  const { table } = section;
  table.forEach((line, at) => {
    checkRelease(line, table[at - 1], report);
  });
  return table.map((line) => {
    const release = {
      available: cell(line, 'available'),
      endOfSupport: cell(line, 'end of support'),
      build: cell(line, 'build'),
    };
    const id = cell(line, 'version');
    return {
      id,
      label: id,
      aliases: [...prefixes.map((prefix) => `${prefix} ${id}`), `v${id}`, `5.00.${release.build}`],
      powershell: null,
      release,
      marks: unmarked,
    };
  });
}

const cell = ({ cells }: TableLine, name: string) => cells.get(name) ?? '';

function checkRelease(line: TableLine, before: TableLine | undefined, report: Report): void {
  const [version, build] = [cell(line, 'version'), cell(line, 'build')];
  for (const name of ['available', 'end of support']) {
    const date = cell(line, name);
    if (!isDate(date)) report(line, `${name} "${date}" of ${version} isn't a date. Write it as YYYY-MM-DD.`);
  }
  if (!/^\d{4}$/.test(build)) report(line, `build "${build}" of ${version} isn't the four digits behind 5.00.`);
  if (cell(line, 'end of support') <= cell(line, 'available'))
    report(line, `support of ${version} ends before it begins. Check both dates.`);
  if (before && version <= cell(before, 'version'))
    report(line, `${version} stands behind ${cell(before, 'version')}. Put the releases in order, each once.`);
}

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;
