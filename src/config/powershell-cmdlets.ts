import { distance } from 'fastest-levenshtein';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Signature } from '../knowledge/signature-shape.js';

/** The cmdlets whose calls say something. */
export interface Cmdlets {
  /** Answers the cmdlet of that name; one whose name is nearly so counts as it. */
  readonly find: (name: string) => Signature | undefined;
  /** Where one of them is named. */
  readonly pattern: RegExp;
  /** What a statement has in it that sets something or calls one of them. */
  readonly signs: RegExp;
  /** The cmdlet that a hashtable with no call is meant for. */
  readonly first: Signature | undefined;
}

const known = new WeakMap<Knowledge, Cmdlets>();

/** Answers the cmdlets that make or change a deployment, or set something that the vocabulary knows. */
export function cmdletsOf(knowledge: Knowledge): Cmdlets {
  const earlier = known.get(knowledge);
  if (earlier) return earlier;
  const list = [...knowledge.signatures.values()].filter(({ role }) => deploys(role) || role === 'sets');
  const deploying = list.filter(({ role }) => deploys(role));
  const byName = new Map(list.map((one) => [one.cmdlet.toLowerCase(), one]));
  const names = list.map(({ cmdlet }) => cmdlet).sort((a, b) => b.length - a.length);
  const verbs = [...new Set(names.map((name) => name.replace(/-.*/, '')))];
  const cmdlets: Cmdlets = {
    find: (name) => byName.get(name.toLowerCase()) ?? nearly(name, deploying, knowledge),
    pattern: new RegExp(`(?<![\\w$-])(?:${names.join('|')})(?![\\w-])`, 'i'),
    signs: new RegExp(`=|\\.\\s*(?:add|remove|clear)\\b|\\b(?:${verbs.join('|')})-`, 'gi'),
    first: deploying[0],
  };
  known.set(knowledge, cmdlets);
  return cmdlets;
}

const deploys = (role: Signature['role']) => role === 'creates' || role === 'changes';

/** The verb has to be right, since Get-, Remove- and others are cmdlets of their own. */
function nearly(name: string, deploying: readonly Signature[], { signatures }: Knowledge): Signature | undefined {
  if (name.length > 60 || signatures.has(name.toLowerCase())) return undefined;
  const [verb = '', noun = ''] = name.toLowerCase().split('-', 2);
  return deploying.find(({ cmdlet }) => {
    const [ownVerb = '', ownNoun = ''] = cmdlet.toLowerCase().split('-', 2);
    return verb === ownVerb && (distance(noun, ownNoun) <= 3 || `cm${noun}` === ownNoun);
  });
}
