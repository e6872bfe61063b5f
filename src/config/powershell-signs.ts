/** A command that makes or sets something, as Configuration Manager names them, or nearly so. */
const setting =
  /(?:^|[|(={;&>`'"\\]|\s)((?:New|Set|Start|Add)-(?:CM[A-Za-z]{3,60}|[A-Za-z]{0,20}TaskSequenceDeployment[A-Za-z]{0,8}))(?![\w-])/i;
const argument = /^\s{0,8}(?:$|[-–—―@`|#$'"“‘]|\S{0,80}\s{1,8}[-–—―][A-Za-z])/;
/** A key that only a call's hashtable has. */
const key =
  /^\s*["']?(?:DeployPurpose|Availability|CollectionName|CollectionId|InternetOption|DeploymentOption|RerunBehavior|ScheduleEvent|AvailableDateTime|DeadlineDateTime|TaskSequencePackageId|RunFromSoftwareCenter|ShowTaskSequenceProgress)["']?\s*=\s*[$'"@(A-Z\d[]/;

/** Answers whether a text is a script that sets something of Configuration Manager, by its content alone. */
export function looksLikePowershell(text: string): boolean {
  let tables = 0;
  let keys = 0;
  for (const given of lines(text)) {
    const line = given.slice(0, 2000).replace(/&nbsp;|&#160;|\u00a0/g, ' ');
    if (/^\s*(?:#|\/\/|<!--)/.test(line)) continue;
    const found = setting.exec(line);
    if (found && !isProse(line, found) && argument.test(line.slice(found.index + found[0].length))) return true;
    if (/=\s*(?:\[\w+\]\s*)?@\{|^\s*@\{/.test(line)) tables++;
    if (tables > 0 && key.test(line)) keys++;
  }
  return keys >= 2;
}

/** A word of a config whose value only names the cmdlet: `comment: made with New-…`. */
const isProse = (line: string, { index }: RegExpExecArray): boolean =>
  /^\s*["']?[A-Za-z][\w -]{0,60}["']?\s*:\s+\S/.test(line.slice(0, index)) && !/>\s*$/.test(line.slice(0, index + 1));

function* lines(text: string): Iterable<string> {
  for (let at = 0; at <= text.length; ) {
    const end = text.indexOf('\n', at);
    yield text.slice(at, end < 0 ? undefined : end);
    if (end < 0) return;
    at = end + 1;
  }
}
