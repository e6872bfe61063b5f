/** What a question wants: a yes or a no, something told, or nothing that its form shows. */
export type Form = 'yes-no' | 'told' | 'open';

const lead = '(?:(?:and|so|but|or|also|then|hi|hello|pls|please|now|team|in|on|at|for|from|since|to|with|under|by) )*';
const auxiliaries =
  'is|are|was|were|do|does|did|can|could|will|would|may|might|must|shall|should|has|have|am|isnt|arent|dont|doesnt|cant|cannot|wont|isn t|aren t|don t|doesn t|can t|won t';
const yesNo = new RegExp(
  `^${lead}(?:(?:${auxiliaries}) (?:i|we|you|he|she|it|they|that|this|there|one|the|a|an|any|my|our|all|some|both|only|[a-z0-9]+) ?|(?:${auxiliaries})$)`,
);
const told = new RegExp(
  `^${lead}(?:what|which|wich|where|when|why|how|who|whose|whats|hows|wheres|waht|were exactly)\\b`,
);
const closers =
  /(?: |^)(?:ok|okay|possible|posible|allowed|supported|suported|works?|right|correct|true|exists?|fine|enough|needed|required|necessary|legit|doable|bug|normal|by design|or not|yes or no|yet|known|a must|permitted|acceptable|go|an option|a problem|an issue|recommended|mandatory|optional|safe|risky|high risk|hr|usable|available|included|sufficient)(?: (?:there|here|then|now|too|already|still|please|pls|plz|at all|for us|for them|with that|for that|for this|this way|that way|anymore|again|thx|thanks))*$/;

const namesWhat = /\b(?:what|which|where|when|why|how|who|whose|list|overview|difference|name|explain|tell)\b/i;

/** Answers what the form of a question asks for: its last clause that shows it counts. */
export function formOf(text: string): Form {
  const clauses = text
    .toLowerCase()
    .slice(-3000)
    .split(/[.?!;:,()–—\n]+|\s-\s|\.\.+/)
    .map((clause) => clause.replace(/[^a-z0-9]+/g, ' ').trim())
    .filter((clause) => clause !== '');
  for (const clause of clauses.reverse()) {
    if (told.test(clause)) return 'told';
    if (yesNo.test(clause) || closers.test(clause)) return 'yes-no';
  }
  return text.trimEnd().endsWith('?') && !namesWhat.test(text) ? 'yes-no' : 'open';
}

/** Answers the sentences of a text that ask, or null where all do or none does. */
export function askingOf(text: string): string | null {
  const sentences = text.split(/(?<=[.?!\n])\s/).filter((one) => /[a-z0-9]/i.test(one));
  const asking = sentences.filter((one) => one.trimEnd().endsWith('?') || formOf(one) !== 'open');
  return asking.length === 0 || asking.length === sentences.length ? null : asking.join(' ');
}
