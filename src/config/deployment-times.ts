import { dated } from '../guide/value.js';
import type { Property } from '../knowledge/marks.js';
import type { Word } from '../knowledge/vocabulary.js';
import { type Draft, filled, holding, leave, state, truth } from './deployment-draft.js';
import { readSchedules } from './deployment-schedule.js';
import { inUse, isUtc } from './deployment-use.js';
import { readMoment } from './printed-date.js';
import type { Cell } from './printed-object.js';
import { readBits, readBoolean } from './printed-values.js';

/** Reads a date where it is in use. */
export function readDate(word: Word, property: Property, cell: Cell, draft: Draft): void {
  const used = inUse(draft.object, property, draft.complete);
  const moment = readMoment(cell.text.replace(/\s+/g, ' '), draft.order);
  if (used === 'no' || moment === 'unset') return;
  const tells = property.enabled.map((use) => use.property).join(' or ');
  if (moment === null) leave(draft, cell, 'a date that can be read in more than one way, or in none');
  else if (used === 'yes' || property.inferred)
    state(draft, word, moment.at, cell, moment.inferred || used === 'unknown');
  else leave(draft, cell, `whether it is in use isn't printed: ${tells} says so`);
}

/** Reads the box beside a stated time: its bit, else its property where lazy properties were printed. */
export function readBox(word: Word, draft: Draft): void {
  const told = word.marks.flags.flatMap((flag) => truth(flag, draft) ?? []);
  const bit = told.find(({ cell }) => readBits(cell.text) !== 0);
  const boxes = word.marks.properties.flatMap(({ name }) => filled(draft, name) ?? []);
  const box = boxes.find(({ text }) => readBoolean(text) === true || (readBoolean(text) === false && draft.complete));
  const cell = bit?.cell ?? box;
  const ticked = bit ? bit.holds : box !== undefined && readBoolean(box.text) === true;
  const value = word.values[ticked ? 0 : 1];
  if (cell && value) state(draft, word, value.id, cell, false);
}

/** Reads events from bits, dates and recurrences from the schedule; no schedule only where that is proved. */
export function readAssignment(word: Word, draft: Draft): void {
  const events = holding(word, draft);
  const elements = events.map(({ id }) => id);
  let place = events[0]?.cell;
  let inferred = false;
  for (const property of word.marks.properties) {
    const cell = filled(draft, property.name);
    const used = inUse(draft.object, property, draft.complete);
    const said = property.enabled.flatMap((use) => filled(draft, use.property) ?? [])[0];
    if (used === 'no') {
      if (elements.length > 0) continue;
      elements.push('none');
      place = said ?? cell;
    } else if (cell) {
      const schedules = readSchedules(cell, draft.order);
      const utc = schedules.elements.some(({ value }) => dated(value)) && isUtc(draft.object, property);
      elements.push(...schedules.elements.map(({ value }) => value));
      inferred ||=
        utc || (used === 'unknown' && schedules.elements.length > 0) || schedules.elements.some((one) => one.inferred);
      if (schedules.elements.length > 0) place ??= cell;
      if (utc) leave(draft, cell, `it is in UTC, and no word says that of ${word.id}: it is compared as a local time`);
      for (const text of schedules.unread)
        leave(draft, cell, `when it runs can't be told from ${JSON.stringify(text.slice(0, 60))}`);
    } else if (used === 'yes' && said && elements.length === 0)
      leave(draft, said, `there is a schedule, but ${property.name} isn't printed`);
  }
  if (place && elements.length > 0) state(draft, word, [...new Set(elements)], place, inferred);
}
