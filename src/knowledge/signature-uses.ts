import { didYouMean } from '../text/nearest.js';
import { targetOf } from './cmdlet-shape.js';
import type { Report } from './rows.js';
import { insteadOf, type Signatures } from './signature-shape.js';
import type { Word } from './vocabulary.js';

/** Reports parameters that are named and that their cmdlet doesn't have. */
export function checkSignatures(signatures: Signatures, words: ReadonlyMap<string, Word>, report: Report): void {
  for (const signature of signatures.values()) {
    const names = [...signature.parameters.values()].map(({ name }) => name);
    for (const name of signature.oneOf.flatMap((group) => group.names))
      if (!signature.parameters.has(name.toLowerCase()))
        report(signature, `${signature.cmdlet} has no parameter "${name}".${didYouMean(name, names)}`);
    for (const { parameter } of signature.takenFor)
      if (!signature.parameters.has(parameter.toLowerCase()))
        report(signature, `${signature.cmdlet} has no parameter "${parameter}".${didYouMean(parameter, names)}`);
    for (const { name, instead } of signature.missing) {
      if (signature.parameters.has(name.toLowerCase()))
        report(signature, `${signature.cmdlet} has the parameter "${name}": it isn't missing.`);
      const named = insteadOf(instead);
      if (named !== null && !signature.parameters.has(named.toLowerCase()))
        report(signature, `${signature.cmdlet} has no parameter "${named}".${didYouMean(named, names)}`);
    }
  }
  for (const word of words.values()) {
    for (const row of [word.powershell, ...word.values.map(({ powershell }) => powershell)]) {
      const target = targetOf(row);
      if (!target) continue;
      const signature = signatures.get(target.cmdlet.toLowerCase());
      const names = [...(signature?.parameters.values() ?? [])].map(({ name }) => name);
      if (!signature) report(word, `${target.cmdlet} has no section in knowledge/parameters.md.`);
      else if (!names.includes(target.parameter))
        report(
          word,
          `${target.cmdlet} has no parameter -${target.parameter} in knowledge/parameters.md.${didYouMean(target.parameter, names)}`,
        );
    }
  }
}
