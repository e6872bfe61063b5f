import fc from 'fast-check';
import { check } from '../../src/cli/validate.js';
import { readPostedText } from '../../src/config/recognise.js';
import type { Checked } from '../../src/formats/reports.js';
import { anyText, knowledge } from '../config/any-config.js';

/** Answers what is found in a text. */
export const checkedOf = (text: string, name = 'a.yaml'): Promise<Checked> =>
  check(knowledge, name, new Map(), '2026-11-20', () => readPostedText(knowledge, text));

/** A page without and one with colours. */
export const plainPage = { knowledge, colours: false };
export const colourPage = { knowledge, colours: true };

/** A config with something wrong in it, and strange text around it. */
export const anyWrongConfig = fc
  .tuple(
    fc.constantFrom('boot-media-over-cmg', 'in-place-upgrade', 'nowhere'),
    fc.constantFrom('2303', '2009'),
    anyText,
  )
  .map(
    ([scenario, version, text]) =>
      `scenario: ${scenario}\nsite-version: ${version}\nwake-up: on\n${text}\npurpose: x${text}\n`,
  );
