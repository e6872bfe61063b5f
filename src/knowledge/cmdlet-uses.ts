import { didYouMean } from '../text/nearest.js';
import type { Place } from '../text/sections.js';
import { type Cmdlets, targetOf, variablesIn } from './cmdlet-shape.js';
import type { Report } from './rows.js';
import type { Word } from './vocabulary.js';

/** Reports cmdlets and variables that are named and don't exist, and variables that nothing uses. */
export function checkUses({ list, variables }: Cmdlets, words: ReadonlyMap<string, Word>, report: Report): void {
  const known = list.map(({ name }) => name);
  const used = new Set<string>();
  const use = (place: Place, template: string) => {
    for (const name of variablesIn(template)) {
      used.add(name);
      if (!variables.has(name)) report(place, `unknown variable $${name}.${didYouMean(name, variables.keys())}`);
    }
  };
  for (const word of words.values()) {
    for (const row of [word.powershell, ...word.values.map(({ powershell }) => powershell)]) {
      const target = targetOf(row);
      if (!target) continue;
      if (!known.includes(target.cmdlet))
        report(word, `${target.cmdlet} has no section in knowledge/cmdlets.md.${didYouMean(target.cmdlet, known)}`);
      use(word, target.template);
    }
  }
  for (const cmdlet of list) for (const { template } of cmdlet.always) use(cmdlet, template);
  for (const variable of variables.values())
    if (!used.has(variable.name) && variable.value === null)
      report(variable, `nothing uses the variable "${variable.name}". Remove its section.`);
}
