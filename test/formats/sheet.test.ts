import { expect, test } from 'vitest';
import { outline, verdict } from '../../src/formats/outline.js';
import { fixWords, numbered } from '../../src/formats/sheet.js';
import { knowledge, planOf } from '../guide/any-answers.js';

test('steps are numbered, and lettered where they are nested', () => {
  const steps = ['One', '   Nested one', '   Nested two', '      Deeper', 'Two', '   Again'];
  expect(numbered(steps).map(({ number, depth }) => `${number}${depth}`)).toEqual(['10', 'a1', 'b1', '12', '20', 'a1']);
});

test('a way out is told in the words of the console', () => {
  expect(fixWords({ 'site-version': '2010', purpose: 'available' }, knowledge)).toBe(
    'Site version: 2010 and Purpose: Available',
  );
});

test('the verdict says how many reasons, questions or points there are', () => {
  expect(verdict(planOf('site-version=2002 scenario=boot-media-over-cmg'))).toBe(
    "Blocked: 1 reason. Don't deploy it like this.",
  );
  expect(verdict(planOf('site-version=2002 scenario=boot-media-over-cmg network=wireless'))).toMatch(
    /^Blocked: 2 reasons\./,
  );
  expect(verdict(planOf('site-version=2603 scenario=boot-media-over-cmg'))).toMatch(
    /^Open: \d+ questions left at most\.$/,
  );
});

test('each setting, checklist item and procedure stands in one place of the outline', () => {
  const plan = planOf(
    'site-version=2603 scenario=boot-media-over-cmg network=wireless purpose=required cmg-certificate=unknown',
  );
  const view = outline(plan);
  expect(view.pages.flatMap(({ settings }) => settings)).toEqual(plan.settings);
  const titles = view.pages.map(({ title }) => title);
  expect(titles).toEqual([...new Set(titles)]);
  const conditional = plan.settings.flatMap((setting) => view.conditions(setting));
  const blocking = plan.blockers.map(({ fact }) => fact);
  const placed = [...view.checklist, ...conditional].map(({ fact }) => fact);
  expect(placed).toEqual([...new Set(placed)]);
  expect(new Set([...placed, ...blocking])).toEqual(new Set([...plan.checklist.map(({ fact }) => fact), ...blocking]));
});
