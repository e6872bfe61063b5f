import { type Posted, readPosted, readPostedText } from '../config/recognise.js';
import { correct } from '../correct/correct.js';
import type { Corrected } from '../correct/corrected.js';
import { fixLine } from '../formats/report-outline.js';
import { type Judged, reportFormats } from '../formats/reports.js';
import { type Answers, readAnswers } from '../guide/answers.js';
import type { Finding, Report } from '../guide/report-shape.js';
import { validate } from '../guide/validate.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { judgeConfig } from '../plans/judge-config.js';
import { Unusable } from '../text/problem.js';

/** A posted text as it was judged, with all that a person needs to mend it. */
export interface Validated {
  readonly name: string;
  readonly report: Report;
  /** The lines that findings are about; none where they came in a zip. */
  readonly lines: readonly string[];
  /** Null where there is nothing to correct. */
  readonly corrected: Corrected | null;
  /** What the guide can start with: what the text says, and what was added to it. */
  readonly answers: Answers;
  /** Answers what to do about a finding, as Markdown; null where no value would mend it. */
  fixOf(finding: Finding): string | null;
  labelOf(word: string): string;
  /** Answers the whole report as Markdown. */
  print(): Promise<string>;
}

/** A text that can't be used, and why. */
export interface Unvalidated {
  readonly name: string;
  readonly error: string;
}

/** What the app needs of the validator. */
export interface Validator {
  /** Answers what the facts say of a text or a file's bytes; `set` adds words, and beats what it says. */
  validate(name: string, source: string | Uint8Array, set: Answers): Promise<Validated | Unvalidated>;
  /** Answers what the facts say of a config beside the answers of its plan; null where it can't be used any more. */
  judge(config: string, answers: Answers): Promise<Judged | null>;
  /** Whether what somebody said is a config, a script or an output rather than a question. */
  isPosted(text: string): Promise<boolean>;
}

/** Answers the validator over this knowledge; `today` answers the date that support notes are judged on. */
export function validatorOf(knowledge: Knowledge, today: () => string): Validator {
  const read = (source: string | Uint8Array): Promise<Posted> =>
    typeof source === 'string' ? readPostedText(knowledge, source) : readPosted(knowledge, source);

  async function judged(name: string, posted: Posted, set: Answers): Promise<Validated> {
    const report = validate(knowledge, name, posted.reading, set, today());
    const { errors, warnings } = report.summary;
    const corrected = errors + warnings > 0 ? await correct(knowledge, name, posted, set, today()) : null;
    return {
      name,
      report,
      lines: posted.text?.split('\n') ?? [],
      corrected: corrected && corrected.changes.length > 0 ? corrected : null,
      answers: new Map([...readAnswers(knowledge, Object.entries(report.read)).answers, ...set]),
      fixOf: (finding) => fixLine(finding, knowledge),
      labelOf: (word) => knowledge.wordById.get(word)?.label ?? word,
      print: async () =>
        (await reportFormats.markdown())([{ name, report, text: posted.text }], { knowledge, colours: false }),
    };
  }

  return {
    async validate(name, source, set) {
      try {
        return await judged(name, await read(source), set);
      } catch (error) {
        if (error instanceof Unusable) return { name, error: error.lines.join(' ') };
        throw error;
      }
    },
    judge: (config, answers) => judgeConfig(knowledge, config, answers, today()),
    async isPosted(text) {
      try {
        const { input, subjects } = (await read(text)).reading;
        const states = subjects.some(({ stated }) => stated.length > 0);
        return input === 'config' ? states && !/\?\s*$/m.test(text) : states || subjects.length > 0;
      } catch (error) {
        if (error instanceof Unusable) return false;
        throw error;
      }
    },
  };
}
