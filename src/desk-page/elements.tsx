import type { Fields } from '../desk/fields.js';
import { textOf } from '../desk/fields.js';
import { Boxes, Select } from './choices.js';
import { Picture } from './newer-blocks.js';
import { Feedback, Overflow, PressButton } from './presses.js';
import { Typed } from './typed.js';
import { WorkspaceSelect } from './workspace-select.js';

/** What an element needs to be shown. */
export interface ElementParts {
  readonly element: Fields;
  /** The name of its block. */
  readonly block: string;
  /** Its place among the elements of the block. */
  readonly at: number;
  /** Its id on the page, where a label names it. */
  readonly own?: string;
  /** The ids of what describes it. */
  readonly about?: string;
  readonly wrong?: boolean;
  /** Whether a choice is told to the app at once; so it is but for fields. */
  readonly sends?: boolean;
}

/** Answers the name by which the desk knows an element. */
export const nameOf = ({ element, block, at }: Pick<ElementParts, 'element' | 'block' | 'at'>): string =>
  `${block}/${textOf(element.action_id) || `action-${at}`}`;

/** Any element of a block. */
export function Element(parts: ElementParts) {
  const { element } = parts;
  switch (element.type) {
    case 'button':
    case 'icon_button':
    case 'workflow_button':
      return <PressButton {...parts} />;
    case 'feedback_buttons':
      return <Feedback {...parts} />;
    case 'overflow':
      return <Overflow {...parts} />;
    case 'static_select':
    case 'multi_static_select':
    case 'external_select':
      return <Select {...parts} />;
    case 'users_select':
    case 'channels_select':
    case 'conversations_select':
    case 'multi_users_select':
    case 'multi_channels_select':
      return <WorkspaceSelect {...parts} />;
    case 'radio_buttons':
    case 'checkboxes':
      return <Boxes {...parts} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Typed {...parts} />;
    case 'image':
      return <Picture image={element} />;
    default:
      return <span class="unknown">The desk can't show an element of the type {String(element.type)}.</span>;
  }
}
