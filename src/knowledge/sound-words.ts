import { didYouMean } from '../text/nearest.js';
import type { Place } from '../text/sections.js';
import type { Report } from './rows.js';
import { givable, type Word } from './vocabulary.js';

/** Reports words that can't be named, or told apart by their names, and values likewise. */
export function checkWords(words: readonly Word[], report: Report): void {
  checkNames(
    words.filter(givable).map((word) => ({ id: word.id, place: word, names: [word.id, word.label, ...word.aliases] })),
    report,
  );
  for (const word of words) {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(word.id))
      report(word, `"${word.id}" can't be a word. Write "- word: name" in small letters, digits and hyphens.`);
    checkNames(
      word.values.map(({ id, label, aliases }) => ({ id, place: word, names: [id, label, ...aliases] })),
      report,
    );
    const boxes = words.filter(({ type }) => type === 'on-off').map(({ id }) => id);
    if (word.utc !== null && !boxes.includes(word.utc))
      report(word, `utc "${word.utc}" isn't a word of type on-off.${didYouMean(word.utc, boxes)}`);
    const choices = words.filter(({ type }) => type === 'choice').map(({ id }) => id);
    if (word.names !== null && !choices.includes(word.names))
      report(word, `names "${word.names}" isn't a word of type choice.${didYouMean(word.names, choices)}`);
  }
}

interface Named {
  readonly id: string;
  readonly place: Place;
  readonly names: readonly string[];
}

/** Reports names that two of them share. */
function checkNames(all: readonly Named[], report: Report): void {
  const owners = new Map<string, Named>();
  for (const one of all) {
    for (const name of new Set(one.names.map((text) => text.toLowerCase()))) {
      const other = owners.get(name);
      if (other) report(one.place, `"${name}" names both ${other.id} and ${one.id}. Keep it for one of them.`);
      else owners.set(name, one);
    }
  }
}
