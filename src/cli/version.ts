import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../knowledge/read.js';
import { Unusable } from '../text/problem.js';
import type { World } from './run.js';

/** `tsdeploy --version`: the version of the package. */
export async function versionCommand(_args: readonly string[], world: World): Promise<number> {
  const found: unknown = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
  if (typeof found !== 'object' || found === null || !('version' in found) || typeof found.version !== 'string')
    throw new Unusable(['tsdeploy: package.json names no version. Install tsdeploy again.']);
  world.out(`${found.version}\n`);
  return 0;
}
