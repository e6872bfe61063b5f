import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds the command line and the page that some tests run. Wrong types are the linter's matter: the build writes its files anyway. */
export default function buildOnce(): void {
  const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
  const { status, stdout, error } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (error || (status !== 0 && status !== 2)) throw new Error(`tsc wrote nothing:\n${error?.message ?? stdout}`);
  const page = spawnSync('npm', ['run', '--silent', 'build:page'], { cwd: root, encoding: 'utf8' });
  if (page.error || page.status !== 0) throw new Error(`esbuild wrote no page:\n${page.error?.message ?? page.stderr}`);
}
