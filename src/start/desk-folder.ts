import { dataFolder } from '../store/data-folder.js';

/** Answers the folder that the app at the desk keeps its plans in, null where they go with the desk. Throws Unusable where it can't be a folder's name. */
export const deskFolder = (env: NodeJS.ProcessEnv): string | null =>
  env.TSDEPLOY_DATA?.trim() ? dataFolder(env, process.cwd()) : null;
