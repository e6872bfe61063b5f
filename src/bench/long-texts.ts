import type { Input } from '../guide/reading.js';
import type { Knowledge } from '../knowledge/knowledge.js';

/** Answers a text of a format with about so many letters, written by what the knowledge calls things. */
export type LongText = (letters: number) => string;

/** Answers how a long text of each format is made. */
export function longTexts(knowledge: Knowledge): Readonly<Record<Input, LongText>> {
  const choices = knowledge.words.filter(({ values }) => values.length > 0);
  const config = choices.map(({ id, values }) => `${id}: ${values.at(-1)?.id}\n# why\n`).join('');
  const creating = [...knowledge.signatures.values()].find(({ role }) => role === 'creates');
  const parameters = [...new Set(creating?.parameters.values())].flatMap(({ name, word }) => {
    const value = knowledge.wordById.get(word ?? '')?.values[0]?.powershell;
    return value ? [` \`\n  -${name} ${value}`] : [];
  });
  const script = `$items = Get-ChildItem | Where-Object { $_.Length -gt 10 }\n${creating?.cmdlet}${parameters.join('')}\n`;
  const properties = knowledge.words.flatMap(({ marks }) => marks.properties.map(({ name }) => `${name} : 1\n`));
  const steps = knowledge.words.flatMap(({ marks, values }) =>
    [marks, ...values.map((value) => value.marks)].flatMap((one) => one.steps.map(({ type }) => step(type))),
  );
  return {
    config: (letters) => filled(config, letters),
    powershell: (letters) => filled(script, letters),
    'deployment-output': (letters) => filled(`${[...new Set(properties)].join('')}\n`, letters),
    'task-sequence': (letters) => `<sequence version="3.10">\n${filled(steps.join(''), letters)}</sequence>\n`,
  };
}

const step = (type: string) =>
  `<step type="${type}" name="A step" runIn="WinPEandFullOS">\n<action>smsswd.exe /run:</action>\n<defaultVarList>\n<variable name="Name" property="Name">text</variable>\n</defaultVarList>\n</step>\n`;

const filled = (piece: string, letters: number) => piece.repeat(Math.max(1, Math.floor(letters / piece.length)));
