import { expect, test } from 'vitest';
import { type Note, noteLine } from '../../src/store/note.js';

const notes: Record<Note['what'], [Note, RegExp]> = {
  damaged: [
    { what: 'damaged', file: '/d/a.json', why: 'it is empty', movedTo: '/d/damaged/a.json' },
    /^\/d\/a\.json is damaged: it is empty\. .*\/d\/damaged\/a\.json/,
  ],
  newer: [{ what: 'newer', kind: 'plans', count: 2, version: 3 }, /^plans: 2 .*version 3.*Update tsdeploy\.$/],
  unreadable: [{ what: 'unreadable', file: '/d/a.json', why: 'EACCES' }, /^\/d\/a\.json can't be read \(EACCES\)/],
  rebuilt: [{ what: 'rebuilt', kind: 'plans', count: 2 }, /^plans: .*2 entries\.$/],
  'took over': [
    { what: 'took over', from: 'process 7 on host since noon' },
    /process 7 on host since noon, which is gone/,
  ],
  lost: [{ what: 'lost', folder: '/d' }, /^\/d was taken over/],
};

test.each(Object.entries(notes))('the note "%s" is told in one line, with its place', (_, [note, line]) => {
  expect(noteLine(note)).toMatch(line);
  expect(noteLine(note)).not.toContain('\n');
});
