import { distance } from 'fastest-levenshtein';
import type { Bound, Misfit } from '../config/powershell-bind.js';
import { readCall } from '../config/powershell-call.js';
import { choicesOf, chosen, convert, notChosen } from '../config/powershell-convert.js';
import { readDate } from '../config/powershell-dates.js';
import { parameterMeant } from '../config/powershell-near.js';
import type { Value } from '../config/powershell-value.js';
import { quote } from '../formats/powershell-text.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import { insteadOf, type Missing, type Passable } from '../knowledge/signature-shape.js';
import type { Edit } from './edits.js';
import { codeFor, operand } from './powershell-code.js';
import { all, type Desk, type Group } from './powershell-group.js';
import { nameEnd, nameWritten, type Passing, renamed, takenOut, withCode } from './powershell-passed.js';
import { remark, shown } from './remarks.js';

type Unknown = Extract<Misfit, { readonly name: string }>;

/** Answers the mends of what a call passes that no cmdlet takes: names, values, parameters passed twice. */
export function spellingGroups(knowledge: Knowledge, desk: Desk, passing: Passing): Group[] {
  const { source } = desk;
  const group = (
    rule: string,
    about: string,
    from: string,
    to: string | null,
    edits: readonly (Edit | null)[],
  ): Group[] => {
    const sure = all(edits);
    const change = { what: about, from, to, fact: rule };
    return sure === null || sure.length === 0
      ? []
      : [
          {
            passing,
            edits: sure,
            remark: remark(`${to === null ? `took out ${shown(from)}` : `was ${shown(from)}, now ${to}`} (${rule})`),
            change,
          },
        ];
  };
  const { call, bound, misfits } = passing;
  const written = (one: { readonly start: number; readonly end: number }) =>
    source.slice(one.start, one.end).replace(/[\s`]+/g, ' ');
  const why = ({ start }: Unknown) => {
    const { line, column } = desk.script.written.place(start);
    const fault = readCall(call, desk.script.written).faults.find((one) => one.line === line && one.column === column);
    return fault?.message ?? 'the cmdlet has no such parameter';
  };
  const named = call.name.toLowerCase() === call.signature.cmdlet.toLowerCase();
  const end = nameEnd(call, source);
  const seen = new Set<Passable>();
  return [
    ...(named || source.charAt(call.start) === '@'
      ? []
      : group('input/unknown-cmdlet', call.signature.cmdlet, call.name, call.signature.cmdlet, [
          { from: end - call.name.length, to: end, text: call.signature.cmdlet },
        ])),
    ...misfits.flatMap((misfit): Group[] => {
      if (misfit.kind === 'bare') {
        if (passes(passing, misfit.parameter)) return [];
        const { name } = misfit.parameter;
        return group('input/unknown-parameter', name, name, `-${name}`, [
          { from: misfit.start, to: misfit.start, text: '-' },
        ]);
      }
      if (misfit.kind !== 'unknown') return [];
      const instead = insteadFor(knowledge, passing, misfit, source);
      const rule = misfit.missing?.removed ? 'input/removed-parameter' : 'input/unknown-parameter';
      if (instead === 'nothing')
        return group(rule, misfit.name, `${written(misfit)}: ${why(misfit)}`, null, [takenOut(source, misfit)]);
      return instead === null ? [] : group(rule, misfit.name, written(misfit), `-${instead.name}`, instead.edits);
    }),
    ...bound.flatMap((one): Group[] => {
      const again = seen.has(one.parameter);
      seen.add(one.parameter);
      if (again) return group('input/twice', one.parameter.name, written(one), null, [takenOut(source, one)]);
      const code = rightCode(knowledge, one);
      return code === null
        ? []
        : group('input/unknown-value', one.parameter.name, written(one), code, [withCode(one, code)]);
    }),
  ];
}

const passes = ({ bound }: Passing, parameter: Passable) => bound.some((one) => one.parameter === parameter);

/** The value that was probably meant by one that a parameter doesn't take, as code; null where it takes it, or nobody knows. */
function rightCode({ wordById }: Knowledge, { parameter, value }: Bound): string | null {
  const word = wordById.get(parameter.word ?? '');
  if (!word || value === null) return null;
  if (parameter.type === 'Boolean' || parameter.type === 'Choice') {
    const near = convert(parameter, word, value, '').wrong?.near;
    return near ? codeFor(parameter, word, near) : null;
  }
  if (parameter.type !== 'Choices') return null;
  const items = value.kind === 'list' ? value.items : [value];
  if (items.every((item) => item.kind === 'text' && chosen(word, item.text))) return null;
  const codes = items.map((item) => {
    const near =
      item.kind === 'text' ? (chosen(word, item.text)?.id ?? notChosen('', word, item.text).wrong?.near) : null;
    return near ? codeFor(parameter, word, near) : null;
  });
  return codes.length > 0 && codes.every((code) => code !== null) ? [...new Set(codes)].join(', ') : null;
}

interface Instead {
  readonly name: string;
  readonly edits: readonly (Edit | null)[];
}

/** What to pass in the place of a parameter that the cmdlet doesn't have; null where that takes a person. */
function insteadFor(
  knowledge: Knowledge,
  passing: Passing,
  misfit: Unknown,
  source: string,
): Instead | 'nothing' | null {
  const {
    call: { signature },
    misfits,
  } = passing;
  const { missing, name, value, from, end, inTable } = misfit;
  const target = missing
    ? signature.parameters.get(insteadOf(missing.instead)?.toLowerCase() ?? '')
    : parameterMeant(signature, knowledge.words, name);
  if (!target) return missing && insteadOf(missing.instead) !== null ? null : 'nothing';
  const rival = misfits.some(
    (one) => one !== misfit && one.kind === 'unknown' && one.missing?.instead === (missing?.instead ?? ''),
  );
  if (passes(passing, target) || excluded(passing, target) || rival || value === null || from === null) return null;
  const template = missing ? templateOf(missing) : null;
  if (template !== null) {
    const code = operand(source.slice(from, end));
    const filled = code === null ? null : `(${template.replace('…', () => code)})`;
    return filled === null
      ? null
      : {
          name: `${target.name} ${filled}`,
          edits: [renamed(misfit, source, target.name), { from, to: end, text: filled }],
        };
  }
  const close =
    missing !== null || /^(?:Boolean|Choices?)$/.test(target.type) || isSlip(nameWritten(misfit, source), target);
  if (!close || !suits(knowledge, target, value)) return null;
  const text = inTable && target.type === 'Choice' && value.kind === 'text' ? quote(value.text) : null;
  return {
    name: target.name,
    edits: [renamed(misfit, source, target.name), ...(text ? [{ from, to: end, text }] : [])],
  };
}

/** Whether a call passes another parameter of the same choice. */
const excluded = ({ call: { signature }, bound }: Passing, { name }: Passable): boolean =>
  signature.oneOf.some(
    ({ names }) => names.includes(name) && bound.some(({ parameter }) => names.includes(parameter.name)),
  );

/** What stands in brackets behind the parameter to pass instead: how its value is made. */
const templateOf = ({ instead }: Missing): string | null => /^\w+ \((.*…)\)$/.exec(instead)?.[1] ?? null;

/** A slip of the finger or two; a longer name means something else. */
const isSlip = (name: string, { name: right, aliases }: Passable): boolean =>
  [right, ...aliases].some(
    (known) => distance(known.toLowerCase(), name.toLowerCase()) <= Math.min(2, known.length / 4),
  );

/** Whether a value is of the kind that a parameter takes. */
function suits({ wordById }: Knowledge, parameter: Passable, value: Value): boolean {
  const word = wordById.get(parameter.word ?? '');
  switch (parameter.type) {
    case 'Boolean':
      return value.kind === 'boolean';
    case 'Choice':
      return (
        value.kind === 'text' &&
        word !== undefined &&
        choicesOf(word).length > 0 &&
        chosen(word, value.text) !== undefined
      );
    case 'Choices': {
      const items = value.kind === 'list' ? value.items : [value];
      return items.every((item) => item.kind === 'text' && word !== undefined && chosen(word, item.text) !== undefined);
    }
    case 'DateTime':
      return value.kind === 'date' || (value.kind === 'text' && readDate(value.text) !== null);
    case 'Schedule':
      return value.kind === 'schedule';
    case 'String':
      return value.kind === 'text';
    case 'Number':
      return value.kind === 'number';
    default:
      return false;
  }
}
