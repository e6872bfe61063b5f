import { describe, expect, test } from 'vitest';
import { readPosted } from '../../src/config/recognise.js';
import { validate } from '../../src/guide/validate.js';
import { acknowledged, type Gate, gateOf } from '../../src/plans/gate.js';
import { confirmedName } from '../../src/plans/names.js';
import { type Subject, ticketDocument } from '../../src/tickets/document.js';
import { githubMarkdown } from '../../src/tickets/github-markdown.js';
import { partsOf } from '../../src/tickets/parts.js';
import { progressDocument } from '../../src/tickets/progress-document.js';
import { fresh, risky } from '../plans/kept.js';
import { at, knowledge, page, planOf, rule, withTicks } from './sample.js';

function subject(path: string, change: Partial<Subject> = {}): Subject {
  const { plan, answers } = planOf(path);
  const gate = gateOf(plan, confirmedName(knowledge, answers), fresh, rule);
  return { plan, title: 'Room 12', ticks: [], gate, judged: null, link: null, nameOf: (id) => id, ...change };
}

const written = (one: Subject): string =>
  partsOf(ticketDocument(one, page), { write: githubMarkdown, most: null }).map(githubMarkdown).join('\n');

const named = `${risky} collection="Room 12"`;

function acknowledgedGate(): Gate {
  const { plan, answers } = planOf(named);
  const outcome = acknowledged(fresh, plan, confirmedName(knowledge, answers), 'Room 12', 'UBEN', at, rule);
  return gateOf(plan, confirmedName(knowledge, answers), 'kept' in outcome ? outcome.kept : fresh, rule);
}

describe('what a ticket is told of a plan', () => {
  test('title, answers, verdict, warnings, settings by page, checklist, the path and numbered sources, in this order', () => {
    const text = written(subject(risky, { link: 'https://example.slack.com/p1' }));
    const order = [
      '# Room 12',
      '- Site version: 2509',
      '**Ready.** Checklist: 0 of',
      '## Warnings',
      '## Settings',
      '### Deploy Software Wizard › General',
      '## Checklist',
      '- [ ] ',
      '## These answers again',
      'site-version=2509 scenario=intranet',
      '## Sources',
      '- \\[1\\] [',
      '[This plan in tsdeploy](<https://example.slack.com/p1>)',
    ];
    const places = order.map((one) => text.indexOf(one));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('every number in brackets has its source', () => {
    const text = written(subject(risky));
    const listed = new Set([...text.matchAll(/^- \\\[(\d+)\\\]/gm)].map(([, number]) => number));
    const cited = new Set([...text.matchAll(/\\\[(\d+)(?:, inferred)?\\\]/g)].map(([, number]) => number));
    expect(cited.size).toBeGreaterThan(3);
    expect([...cited].sort()).toEqual([...listed].sort());
  });

  test('a high-risk plan that nobody acknowledged says so first', () => {
    expect(written(subject(risky))).toMatch(/^\*\*NOT ACKNOWLEDGED\*\*\n\n# Room 12/);
  });

  test('an acknowledged one names who, when, for which collection, and the risks', () => {
    const text = written(
      subject(named, { gate: acknowledgedGate(), nameOf: (id) => (id === 'UBEN' ? 'Ben @ops' : id) }),
    );
    expect(text).not.toContain('NOT ACKNOWLEDGED');
    expect(text).toContain('Acknowledged by Ben @\u200bops, 2026-11-20 09:30 UTC, for the collection Room 12.');
    expect(text).toMatch(/## Acknowledgement[\s\S]*- This is a high-risk deployment\./);
  });

  test('a plan without high risk says nothing of it', () => {
    const text = written(subject('site-version=2509 scenario=software-or-script purpose=available'));
    expect(text).not.toMatch(/acknowledge/i);
  });

  test('who ticked what, and when, stands behind the item', () => {
    const { ticks } = withTicks(fresh, risky, 2);
    const text = written(subject(risky, { ticks }));
    expect(text.match(/^- \[x\] .*\*\(Ann, 2026-11-20 09:30 UTC\)\*$/gm)).toHaveLength(2);
    expect(text).toMatch(/Checklist: 2 of \d+ done/);
  });

  test('the summary holds the checklist alone', () => {
    const { ticks } = withTicks(fresh, risky, 1);
    const { blocks } = progressDocument(subject(risky, { ticks }));
    const text = githubMarkdown(blocks);
    expect(text).toMatch(/^\*\*Checklist: 1 of \d+ done\.\*\*\n\n- \[x\] /);
    expect(text).not.toContain('Settings');
  });

  test('a config that was judged brings its findings, under a heading of the document’s own', async () => {
    const { reading, text } = await readPosted(
      knowledge,
      Buffer.from('make-available-to: media-pxe\nscenario: in-place-upgrade\n'),
    );
    const report = validate(knowledge, 'a_b*.yaml', reading, new Map(), '2026-11-20');
    const shown = written(subject(risky, { judged: { name: 'a_b*.yaml', report, text } }));
    expect(shown).toMatch(/## The config that was judged\n\n### a\\_b\\\*\.yaml\n\nconfig: \d+ error/);
    expect(shown).toMatch(/#### Errors/);
  });

  test('a title that is too long for the head of a part is cut', () => {
    expect(ticketDocument(subject(risky, { title: 'x'.repeat(500) }), page).title).toHaveLength(120);
  });
});
