import { isFields, parsed } from '../desk/fields.js';
import { among, byType, type Check, flag, list, shape, text } from '../desk/shape.js';
import { type Act, longestText } from './act.js';

const id = text(255);
const words = text(longestText, 0);
const entered: Check = (value, where, refuse) => {
  if (value === null || typeof value === 'string') return;
  list(words, [0, 100])(value, where, refuse);
};
const entries: Check = (value, where, refuse) => {
  if (!isFields(value)) return refuse(where, 'must be an object');
  for (const [name, one] of Object.entries(value)) entered(one, `${where}/${name}`, refuse);
};
const user = { user: id };
const place = shape({ kind: among('message', 'modal', 'home'), id: text(255, 0) });

const act = byType({
  say: shape({
    type: among('say'),
    ...user,
    channel: id,
    text: words,
    thread: text(255, 0),
    files: list(id, [0, 10]),
  }),
  command: shape({ type: among('command'), ...user, channel: id, text: words }),
  press: shape({ type: among('press'), ...user, place, name: text(600), entries }, { value: entered }),
  submit: shape({ type: among('submit'), ...user, entries }),
  dismiss: shape({ type: among('dismiss'), ...user, every: flag }),
  shortcut: shape({ type: among('shortcut'), ...user, callback: id, message: text(255, 0) }),
  home: shape({ type: among('home'), ...user, tab: among('home', 'messages') }),
});

/** Answers the act that a page's JSON asks for, or what is wrong with it. */
export function readAct(json: string): Act | { readonly wrong: string } {
  const value = parsed(json);
  const wrong: string[] = [];
  act(value, '', (where, why) => wrong.push(`${where || '/'}: ${why}`));
  // The check above knows the same shapes.
  return wrong.length === 0 ? (value as Act) : { wrong: wrong.join('; ') };
}
