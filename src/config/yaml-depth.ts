/** Answers whether YAML may nest deeper than `most`: brackets that open, or lines and marks that stand further in. */
export function isDeep(text: string, most: number): boolean {
  const indents: number[] = [];
  let open = 0;
  let marks = 0;
  let indent = 0;
  let leads = true;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\n') {
      indent = marks = 0;
      leads = true;
    } else if (leads && letter === ' ') indent++;
    else {
      if (leads && letter !== '#') {
        while ((indents.at(-1) ?? -1) >= indent) indents.pop();
        indents.push(indent);
      }
      leads = false;
      if (letter === '[' || letter === '{') open++;
      else if (letter === ']' || letter === '}') open = Math.max(0, open - 1);
      else if ((letter === '-' || letter === '?' || letter === ':') && ' \t\n'.includes(text.charAt(at + 1))) marks++;
    }
    if (open + marks + indents.length > most) return true;
  }
  return false;
}
