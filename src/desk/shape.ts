import { type Fields, isFields } from './fields.js';

/** Takes down what Slack would refuse: where in the payload, and why. */
export type Refuse = (where: string, why: string) => void;

/** Looks at one value of a payload. */
export type Check = (value: unknown, where: string, refuse: Refuse) => void;

/** Text of a length between `least` and `most` characters. */
export const text =
  (most: number, least = 1): Check =>
  (value, where, refuse) => {
    if (typeof value !== 'string') refuse(where, 'must be a string');
    else if (value.length > most) refuse(where, `must be at most ${most} characters, has ${value.length}`);
    else if (value.trim().length < least) refuse(where, `must be at least ${least} characters`);
  };

/** One of the names. */
export const among =
  (...names: readonly string[]): Check =>
  (value, where, refuse) => {
    if (typeof value !== 'string' || !names.includes(value))
      refuse(where, `must be one of ${names.join(', ')}, is ${String(value)}`);
  };

/** A whole number between the two. */
export const whole =
  (least: number, most: number): Check =>
  (value, where, refuse) => {
    if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
      refuse(where, `must be a whole number between ${least} and ${most}`);
  };

/** True or false. */
export const flag: Check = (value, where, refuse) => {
  if (typeof value !== 'boolean') refuse(where, 'must be true or false');
};

/** A list of `least` to `most` items that each pass. */
export const list =
  (item: Check, [least, most]: readonly [least: number, most: number]): Check =>
  (value, where, refuse) => {
    if (!Array.isArray(value)) return refuse(where, 'must be a list');
    if (value.length < least) refuse(where, `must have at least ${least} items, has ${value.length}`);
    if (value.length > most) refuse(where, `must have at most ${most} items, has ${value.length}`);
    value.forEach((one, at) => {
      item(one, `${where}/${at}`, refuse);
    });
  };

/** An object with these fields and no others. */
export const shape =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, where, refuse) => {
    if (!isFields(value)) return refuse(where, 'must be an object');
    for (const name of Object.keys(required))
      if (value[name] === undefined) refuse(where, `missing required field: ${name}`);
    for (const [name, part] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (part === undefined) continue;
      if (!check) refuse(`${where}/${name}`, `invalid additional property: ${name}`);
      else check(part, `${where}/${name}`, refuse);
    }
  };

/** All of the checks. */
export const all =
  (...checks: readonly Check[]): Check =>
  (value, where, refuse) => {
    for (const check of checks) check(value, where, refuse);
  };

/** An object whose `type` names the check to use. */
export const byType =
  (kinds: Readonly<Record<string, Check>>): Check =>
  (value, where, refuse) => {
    if (!isFields(value)) return refuse(where, 'must be an object');
    const check = typeof value.type === 'string' && Object.hasOwn(kinds, value.type) ? kinds[value.type] : undefined;
    if (check) check(value, where, refuse);
    else refuse(where, `unsupported type: ${String(value.type)}; here ${Object.keys(kinds).join(', ')}`);
  };

/** A rule over the fields of an object: answers what is wrong, or null. */
export const rule =
  (judge: (fields: Fields) => string | null): Check =>
  (value, where, refuse) => {
    const why = isFields(value) ? judge(value) : null;
    if (why !== null) refuse(where, why);
  };

/** Exactly one of the fields. */
export const oneOf = (...names: readonly string[]): Check =>
  rule((fields) =>
    names.filter((name) => fields[name] !== undefined).length === 1 ? null : `needs exactly one of ${names.join(', ')}`,
  );
