import type { TextPlace } from './places.js';
import type { Cell } from './printed-object.js';
import type { Exported, Step } from './task-sequence-export.js';

/** Where and why an XML text isn't well-formed. */
export interface BrokenXml extends TextPlace {
  readonly why: string;
}

/** A step that is being read. */
interface DraftStep extends Step {
  conditional: boolean;
  readonly variables: Map<string, Cell>;
}

/** A task sequence that is being read. */
export interface Draft extends Exported {
  readonly properties: Map<string, Cell>;
  version: string | null;
  readonly steps: DraftStep[];
}

/** An element that is open, with what holds inside it. */
export interface Frame {
  readonly name: string;
  /** Its NAME or name. */
  readonly called: string;
  readonly off: boolean;
  conditional: boolean;
  readonly draft: Draft | null;
  readonly step: DraftStep | null;
  /** Where its content starts. */
  readonly content: TextPlace;
  text: string;
}

/** What stands around everything. */
export const outermost: Frame = {
  name: '',
  called: '',
  off: false,
  conditional: false,
  draft: null,
  step: null,
  content: { line: 1, column: 1 },
  text: '',
};

/** A start tag. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tag: TextPlace;
  readonly content: TextPlace;
}

const none: Cell['objects'] = [];
const packaged = 'SMS_TaskSequencePackage';
/** The older form of an export: a property is an element. */
const older = 'SmsTaskSequencePackage';

/** Answers the frame of an element that opens inside another; a task sequence or a step begins with it. */
export function open({ name, attributes, tag, content }: Tag, above: Frame, exported: Draft[]): Frame {
  const frame: Frame = { ...above, name, called: attributes.NAME ?? attributes.name ?? '', content, text: '' };
  const off = above.off || attributes.disable?.trim().toLowerCase() === 'true';
  switch (name) {
    case 'INSTANCE':
      return { ...frame, draft: attributes.CLASSNAME === packaged ? begin(tag, exported) : null };
    case older:
      return { ...frame, draft: begin(tag, exported) };
    case 'sequence': {
      const draft = above.draft ?? begin(tag, exported);
      draft.version ??= attributes.version ?? '';
      return { ...frame, draft };
    }
    case 'group':
      return { ...frame, off };
    case 'condition':
      above.conditional = true;
      if (above.name === 'step' && above.step) above.step.conditional = true;
      return frame;
    case 'step': {
      const { type = '', runIn = '' } = attributes;
      const step = {
        ...tag,
        type,
        name: frame.called,
        runIn,
        enabled: !off,
        conditional: above.conditional,
        variables: new Map(),
      };
      above.draft?.steps.push(step);
      return { ...frame, off, step };
    }
    default:
      return frame;
  }
}

function begin(at: TextPlace, exported: Draft[]): Draft {
  const draft: Draft = { ...at, properties: new Map(), version: null, steps: [] };
  exported.push(draft);
  return draft;
}

const isVariable = (frame: Frame, above: Frame) => frame.name === 'variable' && above.name === 'defaultVarList';
const isValue = (frame: Frame, above: Frame) => frame.name === 'VALUE' && above.name === 'PROPERTY';
const isOlder = (above: Frame) => above.name === older;

/** Answers whether the text of an element counts. */
export const keepsText = (frame: Frame, above: Frame): boolean =>
  isVariable(frame, above) || isValue(frame, above) || isOlder(above);

/** Notes what an element that closes says; answers the sequence that stands in it as text, or null. */
export function leave(frame: Frame, above: Frame): string | null {
  const cell = (name: string): Cell => ({ ...frame.content, name, text: frame.text.trim(), objects: none });
  if (isVariable(frame, above)) above.step?.variables.set(frame.called.toLowerCase(), cell(frame.called));
  else if (isValue(frame, above) || isOlder(above)) {
    const name = frame.name === 'VALUE' ? above.called : frame.name;
    if (frame.text.includes('<sequence')) return frame.text;
    above.draft?.properties.set(name.toLowerCase(), cell(name));
  } else if (frame.name === 'PROPERTY' && frame.draft && !frame.draft.properties.has(frame.called.toLowerCase()))
    frame.draft.properties.set(frame.called.toLowerCase(), cell(frame.called));
  return null;
}
