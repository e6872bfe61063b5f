import type { World } from './run.js';

const usage = `tsdeploy: exact settings, prerequisites and warnings for task sequence deployments, each with its source

  tsdeploy plan [FILE]             answer a few questions, get the plan
      --set word=value             give an answer (may be repeated; beats the file; --set may be left out)
      --no-input                   ask nothing: show the plan as far as it is known
      --format text|markdown|json|powershell
      --today YYYY-MM-DD           the date that end-of-support notes are judged on
      --batch FILE                 one object of answers a line in, one plan as JSON a line out
  tsdeploy validate FILE…          what is wrong with a deployment, why, and what to change
      --set word=value             add what the file doesn't say (may be repeated; beats the file)
      --fix                        print the corrected config or script instead; comments say what changed, and what is left
      --format text|markdown|json|sarif
      --today YYYY-MM-DD           as above
      --batch FILE                 one {"name", "text", "set"} a line in, one report a line out
  tsdeploy ask "QUESTION"          a question in your own words, answered from the documents with its source
      --after "EARLIER QUESTION"   the question that this one continues: "and on 2103?"
      --misses                     what people asked the bot in vain, or were answered wrong, counted; text or json
      --format text|markdown|json
      --today YYYY-MM-DD           as above
      --batch FILE                 a question a line in, one answer as JSON a line out
  tsdeploy ticket TICKET [PLAN]    post a plan into a change ticket, once; without PLAN, finish and show what was posted there
      --set word=value             give or change an answer, as above
      --config FILE                judge this config by the plan, and post the findings too
      --dry-run                    show exactly what would be sent, and send nothing
      --format text|markdown|json
  tsdeploy start                   the bot in Slack; without tokens, the desk: the same in your browser
  tsdeploy help                    this text
  tsdeploy --version               the version of tsdeploy

For plan, FILE holds answers as JSON, YAML, "word: value" lines, or the path that a plan in JSON or Markdown ends with. For validate it
holds a config in any of these or as console labels, also inside a message; - is standard input. Of several files, json
gives one report a line. PLAN is a file as for plan, the path itself, or the id of a plan that the bot keeps; the ticket systems
stand in tsdeploy.yml, see README.
The words and their values stand in the folder knowledge/vocabulary.
Exit codes: 0 fine, 1 the plan is blocked, errors were found (with --fix: are left), or a posting was refused or isn't sure yet,
2 the input can't be used.

  tsdeploy plan --set site-version=2303 --set scenario=boot-media-over-cmg --no-input
  tsdeploy validate deployment.yaml --set scenario=in-place-upgrade
  tsdeploy validate --fix deployment.ps1 > corrected.ps1
  tsdeploy ask "user on wifi, usb reimage over the internet, works?"
`;

/** `tsdeploy help`: the commands, with examples. */
export async function helpCommand(_args: readonly string[], world: World): Promise<number> {
  world.out(usage);
  return 0;
}
