import { insteadOf, type Passable, type Signature } from '../knowledge/signature-shape.js';
import type { Word } from '../knowledge/vocabulary.js';
import { clip, fault, quoted } from './fault.js';
import type { Misfit } from './powershell-bind.js';
import { convert } from './powershell-convert.js';
import { parameterMeant, wordLike } from './powershell-near.js';
import { type CallWords, leave, type Written } from './powershell-words.js';

type Named = Extract<Misfit, { readonly name: string }>;

/** Tells what a call passes that its cmdlet can't take. */
export function readMisfit(signature: Signature, misfit: Misfit, written: Written, said: CallWords): void {
  if ('name' in misfit) {
    said.faults.push(misfit.kind === 'ambiguous' ? ambiguous(misfit, written) : unheardOf(signature, misfit, written));
    return;
  }
  if (misfit.kind === 'bare') said.faults.push(bareName(misfit.parameter, misfit.start, written));
  else if (misfit.kind === 'splat') leave(misfit, "the text doesn't say what it holds", written, said);
  else leave(misfit, 'it belongs to no parameter', written, said);
}

function bareName({ name, word }: Passable, start: number, { place }: Written) {
  const message = `${quoted(name)} has no hyphen, so PowerShell takes it for a value. Write -${name}.`;
  return fault('input/unknown-parameter', place(start), { word, actual: name, expected: [name], message });
}

function ambiguous({ name, names, start }: Named, { place }: Written) {
  const list = names.map((one) => `-${one}`).join(', ');
  const message = `-${clip(name)} is short for more than one parameter: ${list}. Write the one that you mean.`;
  return fault('input/ambiguous-parameter', place(start), { actual: name, expected: names, message });
}

/** A parameter that the cmdlet doesn't have: what to pass instead, or where it is set. */
function unheardOf(signature: Signature, misfit: Named, { knowledge, place }: Written) {
  const { name, missing, start, value } = misfit;
  const instead = missing
    ? (signature.parameters.get(insteadOf(missing.instead)?.toLowerCase() ?? '') ?? null)
    : parameterMeant(signature, knowledge.words, name);
  const word = instead ? knowledge.wordById.get(instead.word ?? '') : wordLike(knowledge.words, name);
  const given = word && instead && value ? convert(instead, word, value, '').value : undefined;
  const removed = missing?.removed === true && instead !== null;
  const message = removed
    ? `${signature.cmdlet} no longer has the parameter -${name}. Use -${instead.name}.`
    : `${signature.cmdlet} has no parameter -${clip(name)}${hintFor(missing?.instead, instead, word)}`;
  return fault(removed ? 'input/removed-parameter' : 'input/unknown-parameter', place(start), {
    word: word?.id ?? null,
    actual: name,
    expected: instead ? [instead.name] : [],
    message,
    fix: word && typeof given === 'string' ? { [word.id]: given } : null,
  });
}

function hintFor(sentence: string | undefined, instead: Passable | null, word: Word | undefined): string {
  if (instead) return `. Did you mean -${sentence ?? instead.name}?`;
  if (sentence !== undefined) return `: ${sentence}.`;
  const place = word ? [word.where, word.page].filter((part) => part !== '').join(' › ') : '';
  return word && place !== '' ? `. ${word.label} is set in the console: ${place}.` : '.';
}
