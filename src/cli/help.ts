import type { World } from './run.js';

const usage = `tsdeploy: exact settings, prerequisites and warnings for task sequence deployments, each with its source

  tsdeploy plan [FILE]             answer a few questions, get the plan
      --set word=value             give an answer (may be repeated; beats the file)
      --no-input                   ask nothing: show the plan as far as it is known
      --format text|markdown|json|powershell
      --today YYYY-MM-DD           the date that end-of-support notes are judged on
      --batch FILE                 one object of answers a line in, one plan as JSON a line out
  tsdeploy start                   the bot in Slack; without tokens, the guide here
  tsdeploy help                    this text

FILE holds answers as JSON, YAML, "word: value" lines, or the path that a plan in JSON or Markdown ends with; - is standard input.
Exit codes: 0 fine, 1 the plan is blocked, 2 the input can't be used.

  tsdeploy plan --set site-version=2303 --set scenario=boot-media-over-cmg --no-input
`;

/** `tsdeploy help`: the commands, with examples. */
export async function helpCommand(_args: readonly string[], world: World): Promise<number> {
  world.out(usage);
  return 0;
}
