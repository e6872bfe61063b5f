/** The kinds of fault in a text itself, each with what it is about. A fault's message is plain text, no Markdown. */
export const rules = {
  'input/unknown-value': "A value that the vocabulary doesn't know",
  'input/unknown-word': "A name that is nearly a word, but isn't",
  'input/twice': 'A word given twice with different values',
  'input/not-well-formed': 'Structured text that breaks off or is not well-formed',
  'input/unknown-parameter': "A parameter that the cmdlet doesn't have",
  'input/removed-parameter': 'A parameter that the cmdlet no longer has',
  'input/encoding': 'A text in an old encoding',
  'input/other-object': 'An object that is no deployment of a task sequence',
  'input/other-dialect': 'A task sequence of the Microsoft Deployment Toolkit',
  'input/more': 'Faults that are not listed one by one',
} as const;
export type Rule = keyof typeof rules;
