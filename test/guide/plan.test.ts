import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outline } from '../../src/formats/outline.js';
import { readAnswers, writePath } from '../../src/guide/answers.js';
import { makePlan } from '../../src/guide/plan.js';
import type { Plan } from '../../src/guide/plan-shape.js';
import type { Knowledge } from '../../src/knowledge/knowledge.js';
import { runs } from '../campaign.js';
import { anyPath, anySituation, knowledge, planOf, today } from './any-answers.js';

const plan = (answers: ReadonlyMap<string, string | readonly string[]>) => makePlan(knowledge, answers, today);
const blockersOf = ({ blockers }: Plan) => blockers.map(({ fact }) => fact);
const tellings = ({ checklist, warnings, procedures }: Plan) => [...checklist, ...warnings, ...procedures];
const sizes = ['0', '1', '98', '99', '100', '101', '102', '998', '999', '1000', '1001', '1002', '50000'];

test('a plan as JSON has the keys that scripts rely on', () => {
  const blocked = planOf(
    'site-version=2002 scenario=boot-media-over-cmg cmg-certificate=pki purpose=required network=unknown',
  );
  expect(Object.keys(blocked)).toEqual(
    'verdict answers unknown derived open blockers settings checklist warnings procedures path'.split(' '),
  );
  const has = (one: object | undefined, keys: string) =>
    expect(Object.keys(one ?? {})).toEqual(expect.arrayContaining(keys.split(' ')));
  has(blocked.open[0], 'word question options');
  has(blocked.open[0]?.options[0], 'value label');
  has(blocked.blockers[0], 'fact text fixes sources');
  has(blocked.settings[0], 'word label where page values valueLabels force facts sources');
  has(blocked.checklist[0], 'fact text steps force holds sources');
  has(blocked.warnings[0], 'fact level text holds sources');
  has(blocked.procedures[0], 'fact title steps holds sources');
  has(blocked.settings[0]?.sources[0], 'document heading url');
  expect(Object.values(blocked.derived).every((value) => ['yes', 'no', 'unknown', 'os-image'].includes(value))).toBe(
    true,
  );
  expect(JSON.parse(JSON.stringify(blocked))).toEqual(blocked);
});

describe('whatever the answers', () => {
  test('the verdict is blocked by blockers, else open by questions, else ready', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const { verdict, blockers, open } = plan(answers);
        expect(verdict).toBe(blockers.length > 0 ? 'blocked' : open.length > 0 ? 'open' : 'ready');
      }),
    );
  });

  test('questions stand in the order of the flow, and no answered one is asked again, nor one not known', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const places = plan(answers).open.map(({ word }) => knowledge.questions.findIndex((one) => one.word === word));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const { word } of plan(answers).open) expect(answers.has(word)).toBe(false);
      }),
    );
  });

  test('the last question that is left has two answers that lead to different plans', () => {
    fc.assert(
      fc.property(anyPath, (answers) => {
        const shorter = new Map([...answers].slice(0, -1));
        const { open } = plan(shorter);
        fc.pre(open.length === 1);
        for (const { word, type, options } of open) {
          const values = type === 'number' ? sizes : options.map(({ value }) => value);
          const plans = values.map((value) => ({
            ...plan(new Map([...shorter, [word, value]])),
            answers: {},
            path: '',
          }));
          expect(new Set(plans.map((one) => JSON.stringify(one))).size, writePath(knowledge, shorter)).toBeGreaterThan(
            1,
          );
        }
      }),
      runs(60),
    );
  });

  test('settings stand in wizard order, each once, those given with what was given', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const { settings } = plan(answers);
        const places = settings.map(({ word }) => knowledge.wordById.get(word)?.index ?? -1);
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        for (const { word, values, valueLabels } of settings) {
          const given = answers.get(word);
          if (given !== undefined) expect(values).toEqual([given].flat());
          expect(valueLabels).toHaveLength(values.length);
        }
      }),
    );
  });

  test('an answer that is not known blocks nothing that was not blocked', () => {
    // A preview that isn't known counts as current branch; a kind of task sequence that isn't known follows from the scenario.
    const asked = knowledge.words.filter(({ role, id }) => role === 'asked' && id !== 'task-sequence-kind');
    fc.assert(
      fc.property(anySituation, fc.constantFrom(...asked), (answers, { id }) => {
        fc.pre(answers.has(id) && !String(answers.get('site-version')).startsWith('tp'));
        const before = blockersOf(plan(answers));
        expect(before).toEqual(expect.arrayContaining(blockersOf(plan(new Map([...answers, [id, 'unknown']])))));
      }),
    );
  });

  test('with nothing stated as not known, a maybe hangs on a choice alone', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const known = new Map([...answers].filter(([, value]) => value !== 'unknown'));
        for (const { holds, text } of tellings(plan(known)))
          if (holds === 'maybe') expect(text).toMatch(/This holds if you choose: /);
      }),
    );
  });

  test('a maybe says what it hangs on, and no maybe asks for what the settings show anyway', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const one = plan(answers);
        const shown = new Map(one.settings.map(({ word, values }) => [word, values]));
        for (const { fact, holds, text } of tellings(one)) {
          if (holds === 'yes') continue;
          expect(text).toMatch(/This holds if |Make sure that |Not known yet: /);
          const rows = knowledge.facts.find(({ id }) => id === fact)?.must ?? [];
          const settled = rows.map(({ word, cell }) => {
            const values = shown.get(word) ?? [];
            return cell.kind === 'one-of' && values.length > 0 && values.every((value) => cell.values.includes(value));
          });
          if (rows.length > 0) expect(settled, `${fact} on ${one.path}`).toContain(false);
        }
      }),
    );
  });

  test('nothing is told twice, but for advice that was gone against, and what is told has its source', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const one = plan(answers);
        for (const part of [
          one.checklist,
          one.warnings,
          one.procedures,
          [...outline(one).checklist, ...one.warnings],
        ]) {
          const facts = part.map(({ fact }) => fact);
          expect(facts).toEqual([...new Set(facts)]);
        }
        expect(blockersOf(one)).toEqual([...new Set(blockersOf(one))]);
        for (const { sources } of [...tellings(one), ...one.blockers]) expect(sources.length).toBeGreaterThan(0);
        for (const { facts: naming, sources } of one.settings)
          if (naming.length > 0) expect(sources.length).toBeGreaterThan(0);
      }),
    );
  });

  test('the loudest warnings come first', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const levels = plan(answers).warnings.map(({ level }) => ['high-risk', 'caution', 'note'].indexOf(level));
        expect(levels).toEqual([...levels].sort());
      }),
    );
  });

  test('no wording of a preview reaches a plan for the current branch', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const one = plan(answers);
        // Whoever gives the preview's value is told that it is one.
        fc.pre(answers.get('media-management') !== 'internet-based');
        fc.pre(!one.answers['site-version']?.startsWith('tp'));
        const parts = [...one.blockers, ...tellings(one)].map(({ text }) => text);
        const steps = one.procedures.flatMap(({ title, steps: each }) => [title, ...each]);
        const labels = one.settings.flatMap(({ label, valueLabels }) => [label, ...valueLabels]);
        const current = /Allow access to cloud distribution point|Allow CMG to function as a cloud distribution point/g;
        const text = [...parts, ...steps, ...labels].join('\n').replaceAll(current, '');
        expect(text.match(/.{20}(cloud distribution point|preview)/gi)).toBeNull();
        expect(text.match(/.{20}internet-based media/gi)).toBeNull();
      }),
    );
  });

  test('the facts may stand in any order', () => {
    const places = knowledge.facts.map((_, at) => at);
    const orders = fc.shuffledSubarray(places, { minLength: places.length });
    fc.assert(
      fc.property(anySituation, orders, (answers, order) => {
        expect(inAnyOrder(makePlan(moved(order), answers, today))).toEqual(inAnyOrder(plan(answers)));
      }),
      runs(60),
    );
  });

  test('the plan is made of them alone: the same again, and they stay as they were', () => {
    fc.assert(
      fc.property(anySituation, (answers) => {
        const before = [...answers];
        expect(plan(answers)).toEqual(plan(answers));
        expect([...answers]).toEqual(before);
      }),
      runs(40),
    );
  });

  test('changing one answer keeps all others', () => {
    const asked = knowledge.words.filter(({ role, values }) => role === 'asked' && values.length > 0);
    fc.assert(
      fc.property(anySituation, fc.constantFrom(...asked), fc.nat(), (answers, { id, values }, pick) => {
        const value = values[pick % values.length]?.id ?? '';
        const after = plan(new Map([...answers, [id, value]]));
        expect({ ...plan(answers).answers, [id]: value }).toEqual(after.answers);
      }),
    );
  });
});

/** Answers the knowledge with its facts in another order. */
function moved(order: readonly number[]): Knowledge {
  const at = <T>(all: readonly T[]): T[] => order.flatMap((from) => all.slice(from, from + 1));
  const facts = at(knowledge.facts).map((fact, index) => ({ ...fact, index }));
  return { ...knowledge, facts, rules: at(knowledge.rules), sources: at(knowledge.sources) };
}

/** Answers a plan with every list in an order of its own. */
function inAnyOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => JSON.stringify(inAnyOrder(one))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inAnyOrder(one)]));
}

test('an answer against what the scenario says about it is a blocker that names both', () => {
  const { verdict, blockers } = planOf('scenario=in-place-upgrade task-sequence-kind=os-image');
  expect(verdict).toBe('blocked');
  expect(blockers[0]?.text).toMatch(
    /Given: Scenario: .*in-place upgrade.*; Kind of task sequence: Installs an OS image/,
  );
  const fixed = readAnswers(knowledge, Object.entries(blockers[0]?.fixes[0] ?? {})).answers;
  expect(fixed.size).toBeGreaterThan(0);
});

test('the kind of task sequence follows from every scenario but the intranet, where it is asked', () => {
  const kinds = { 'in-place-upgrade': 'os-upgrade', 'software-or-script': 'software-or-script' };
  const imaging = ['software-center-imaging', 'boot-media-over-cmg', 'boot-media-cloud-content'];
  const all = new Map([...Object.entries(kinds), ...imaging.map((id) => [id, 'os-image'] as const)]);
  for (const [scenario, kind] of all) {
    const { derived, open } = planOf(`scenario=${scenario}`);
    expect(derived['task-sequence-kind'], scenario).toBe(kind);
    expect(open.map(({ word }) => word)).not.toContain('task-sequence-kind');
  }
  const intranet = planOf('scenario=intranet');
  expect(intranet.derived).not.toHaveProperty('task-sequence-kind');
  expect(intranet.open.map(({ word }) => word)).toContain('task-sequence-kind');
});

test('whether a deployment is high-risk is derived as soon as it can be', () => {
  const highRisk = (path: string) => planOf(path).derived['high-risk'];
  expect(highRisk('')).toBe('unknown');
  expect(highRisk('purpose=available')).toBe('no');
  expect(highRisk('scenario=software-or-script')).toBe('no');
  expect(highRisk('scenario=in-place-upgrade purpose=required')).toBe('yes');
  expect(highRisk('scenario=in-place-upgrade purpose=unknown')).toBe('unknown');
});

test('a blocked plan still shows every setting that the scenario would need', () => {
  const rest =
    'scenario=boot-media-over-cmg purpose=available cmg-certificate=pki media-certificate=pki network=wired multicast=no mp-connections=intranet-only';
  const early = planOf(`site-version=2002 ${rest}`);
  const fine = planOf(`site-version=2211 ${rest}`);
  expect([early.verdict, fine.verdict]).toEqual(['blocked', 'ready']);
  expect(early.settings).toEqual(fine.settings);
});

test('nothing given is an open plan that says what would hold anyway and asks for the version first', () => {
  const { verdict, open, blockers, path } = planOf('');
  expect([verdict, blockers, path]).toEqual(['open', [], '']);
  expect(open[0]?.word).toBe('site-version');
  expect(open[0]?.options[0]?.value).toBe('2603');
  expect(open[0]?.options.slice(-2).map(({ value }) => value)).toEqual(['tp1909', 'tp2009']);
});
