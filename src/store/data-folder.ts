import { resolve } from 'node:path';
import { Unusable } from '../text/problem.js';

/** Answers the folder that TSDEPLOY_DATA names, else `.tsdeploy` in the working directory. Throws Unusable where it can't be a folder's name. */
export function dataFolder(env: Readonly<Record<string, string | undefined>>, workingDirectory: string): string {
  const given = env.TSDEPLOY_DATA?.trim() || '.tsdeploy';
  if (given.includes('\0'))
    throw new Unusable(['TSDEPLOY_DATA: a folder name has no NUL in it. Give a path such as /var/lib/tsdeploy.']);
  return resolve(workingDirectory, given);
}
