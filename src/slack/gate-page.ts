import type { types } from '@slack/bolt';
import * as block from './blocks.js';
import type { Guide } from './guide.js';
import { bold, words } from './mrkdwn.js';
import { names, writeMark } from './names.js';
import type { PlanNow } from './plan-now.js';
import { answerLines, warningLine } from './plan-parts.js';
import { sections, together } from './sections.js';

/** Answers the page that names the risks of a plan and asks for its collection's name. */
export function acknowledgePage(now: PlanNow, guide: Guide): types.ModalView {
  const { gate, plan } = now;
  const risks = gate.state === 'free' ? [] : gate.risks;
  return block.modal({
    callback: names.acknowledgeView,
    metadata: writeMark(now),
    title: 'Acknowledge the risks',
    submit: 'Acknowledge',
    close: 'Cancel',
    blocks: [
      ...sections(
        together([
          [
            words('You acknowledge, with your name and the time, that you know these risks of '),
            bold(guide.title(now.answers)),
            words(':'),
          ],
        ]),
      ),
      ...sections(
        risks.length > 0
          ? risks.map(warningLine)
          : [[words('This deployment may be high-risk: what was answered leaves it open.')]],
      ).slice(0, most),
      block.divider,
      ...sections(together(answerLines(plan, guide))).slice(0, most),
      ...sections([[words('Collection: '), bold(guide.collection(now.answers) ?? '')]]),
      block.input(names.typedName, 'To acknowledge, type the name of the collection', block.textField(names.typedName)),
    ],
  });
}

const most = 40;

/** Answers the page that asks the owner of a plan for its collection, before its risks can be acknowledged. */
export const collectionPage = (now: PlanNow, guide: Guide): types.ModalView =>
  block.modal({
    callback: names.acknowledgeView,
    metadata: writeMark(now, 'name'),
    title: 'Which collection?',
    submit: 'Next',
    close: 'Cancel',
    blocks: [
      block.sectionOf(
        words('Risks are acknowledged for one collection. Name the one that '),
        bold(guide.title(now.answers)),
        words(' is for, as it is called in the console. It becomes one of the answers of the plan.'),
      ),
      block.input(names.typedName, 'Collection', block.textField(names.typedName)),
    ],
  });
