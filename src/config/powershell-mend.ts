/** A script with what the grammar, or the person who pasted it, got wrong put right; every character keeps its place. */
export interface Mended {
  readonly code: string;
  /** Where a line goes on with a call that PowerShell has ended before it. */
  readonly joined: readonly number[];
}

const listed =
  /([\s(]-[A-Za-z]\w{0,60}(?:\s{1,8}|:\s?))((?:"\w{1,80}"|'\w{1,80}'|[A-Za-z]\w{0,80})(?:[ \t]{0,8},[\s`]{0,60}(?:"\w{1,80}"|'\w{1,80}'|[A-Za-z]\w{0,80})){1,40})(?=[\s)};|`]|$)/g;

/** Answers a script whose lists without quotes are one word each: the grammar doesn't know `-ScheduleEvent LogOn, LogOff`. */
export const withLists = (code: string): string =>
  code.replace(listed, (whole, name: string, list: string) =>
    /(?:^|[,\s`])[A-Za-z]/.test(list) ? name + 'x'.repeat(list.length) : whole,
  );

const blank = (text: string) => text.replace(/[^\n]/g, ' ');
const verbNoun = /^[A-Za-z]+-[A-Za-z]/;
const keyword =
  /^(?:if|else|elseif|foreach|for|while|do|until|try|catch|finally|function|filter|param|return|switch|process|begin|end|break|continue|exit|throw|trap|using|class|enum|help|man|gcm|mock|should|describe|it|context)\b/i;
/** Three words and more, or one with an apostrophe, and nothing of what code has. */
const prose = /^[^$@{}|;=&`<>\\[\]#%]*$/;
const likeWords = /(?:\p{L}[\p{L}'’]*[,.:!?)"]*\s+){2}[(\p{L}]|\p{L}'\p{L}/u;

/** Answers a script without sentences around the code, with lost back-ticks and drive names put right. */
export function mended(code: string, cmdlet: RegExp): Mended {
  const lines = code.split('\n').map((line) => withoutSentence(withDrive(line), cmdlet));
  return joinLines(lines, cmdlet);
}

/** The grammar doesn't know `$SiteCode":"`, a text straight behind a variable. */
const withDrive = (line: string): string =>
  line.replace(/(\$\w{1,60})"([^"$]{0,10})"(?=[\s;)]|$)/g, (whole, name: string, rest: string, at: number) =>
    (line.slice(0, at).split('"').length - 1) % 2 === 0 ? name + ' '.repeat(rest.length + 2) : whole,
  );

function withoutSentence(line: string, cmdlet: RegExp): string {
  const at = line.search(cmdlet);
  const before = at < 0 ? line : line.slice(0, at);
  const words = before.trim();
  if (words === '' || !prose.test(words) || verbNoun.test(words) || keyword.test(words) || /\s-[A-Za-z]/.test(words))
    return line;
  return at < 0 && !likeWords.test(words) ? line : blank(before) + line.slice(before.length);
}

const goesOn = /[`|,({]\r?$/;

/** Lines that begin with a parameter, behind a call that ended too early, go on with it; remarks between them are left out. */
function joinLines(lines: string[], cmdlet: RegExp): Mended {
  const joined: number[] = [];
  const glued = new Set<number>();
  /** The line with which the last call goes on, if it may. */
  let call = -1;
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const words = line.trim();
    const remark = words === '' || words.startsWith('#');
    const before = lines[call] ?? '';
    if (!remark && cmdlet.test(line)) call = index;
    else if (call >= 0 && /^-[A-Za-z]\w/.test(words)) {
      if (index > call + 1 || !goesOn.test(before)) {
        joined.push(at + line.indexOf('-'));
        lines[call] = before.replace(/\s#[^'"]*$/, blank).replace(/`(?=\s*$)/, ' ');
        for (let between = call + 1; between < index; between++) lines[between] = blank(lines[between] ?? '');
        for (let between = call; between < index; between++) glued.add(between);
      }
      call = index;
    } else if (!remark) call = call === index - 1 && goesOn.test(before) ? index : -1;
    at += line.length + 1;
  }
  const code = lines.map((line, index) => `${line}${glued.has(index) ? ' ' : '\n'}`).join('');
  return { code: code.slice(0, -1), joined };
}
