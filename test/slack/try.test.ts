import { test } from 'vitest';
import { readKnowledge } from '../../src/knowledge/read.js';
import { guideOf } from '../../src/slack/guide.js';
import { planMessages } from '../../src/slack/plan-message.js';
import { readFileSync } from 'node:fs';
test('x', () => {
  const g = guideOf(readKnowledge(), () => '2026-11-20');
  for (const line of ['site-version=2103 scenario=boot-media-over-cmg purpose=required', 'site-version=2010 scenario=software-center-imaging']) {
    const { answers, problems } = g.read(line);
    let a = answers;
    for (let p = g.plan(a); p.open[0]; p = g.plan(a)) { const r = g.answer(a, p.open[0].word, 'unknown'); if ('problem' in r) throw new Error(r.problem); a = r.answers; }
    const ms = planMessages(g.plan(a), g);
    console.log(problems, ms.length, ms.map(m => [m.blocks.length, JSON.stringify(m.blocks).length]));
    for (const m of ms) { console.log('=====', m.text); for (const b of m.blocks) console.log('---', b.type, 'text' in b ? (b.text as {text:string}).text : JSON.stringify(b)); }
  }
});
