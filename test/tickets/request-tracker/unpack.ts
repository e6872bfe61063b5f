import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is asked for; everything it needs and the system hasn't comes along. */
const wanted = ['request-tracker5', 'rt5-db-sqlite', 'rt5-standalone', 'msmtp-mta', 'dbconfig-no-thanks'];
/** What it would like to have, and runs without. */
const unneeded =
  /^(perl-doc|fonts-|graphviz$|msmtp|dbconfig|libgvc|libgvpr|libcgraph|libcdt|libpathplan|libann|libgts|liblab-gamut)/;
/** The files that name the places where the packages would be installed. */
const placed = [
  'usr/share/request-tracker5/lib/RT/Generated.pm',
  'usr/share/request-tracker5/libexec/rt-server',
  'usr/sbin/rt-setup-database-5',
];

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'tsdeploy');

/** Answers the folder that Debian's packages of Request Tracker are unpacked in; the first call fetches them. Throws where they can't be had. */
export function unpacked(): string {
  const folder = join(cache, 'request-tracker5');
  const ready = join(folder, '.ready');
  if (existsSync(ready)) return folder;
  for (const tool of ['apt-get', 'dpkg-deb', 'perl'])
    if (!onPath(tool)) throw new Error(`test:tickets needs a Debian system: there is no ${tool} here.`);
  const downloads = join(cache, 'downloads');
  for (const one of [folder, downloads]) {
    rmSync(one, { recursive: true, force: true });
    mkdirSync(one, { recursive: true });
  }
  try {
    execFileSync('apt-get', ['download', '-q', ...packages()], { cwd: downloads, stdio: 'pipe' });
    for (const file of readdirSync(downloads))
      execFileSync('dpkg-deb', ['-x', join(downloads, file), folder], { stdio: 'pipe' });
  } catch (error) {
    const said =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n').at(-1) : String(error);
    throw new Error(
      `test:tickets: Debian's packages of Request Tracker can't be had (${said}). It needs the network and apt-get update.`,
    );
  }
  for (const file of placed) {
    const path = join(folder, file);
    const moved = readFileSync(path, 'utf8').replace(
      /(['"])(\/usr\/(?:local\/)?share\/request-tracker5|\/etc\/request-tracker5)/g,
      `$1${folder}$2`,
    );
    writeFileSync(path, moved);
  }
  rmSync(downloads, { recursive: true });
  writeFileSync(`${ready}.new`, '');
  renameSync(`${ready}.new`, ready);
  return folder;
}

/** Answers the packages that an installation would bring, by apt's own reckoning; nothing is installed. */
function packages(): string[] {
  const plan = execFileSync('apt-get', ['-s', 'install', '--no-install-recommends', ...wanted], {
    encoding: 'utf8',
    stdio: 'pipe',
  });
  const names = [...plan.matchAll(/^Inst (\S+) \((?!\[)/gm)].map(([, name = '']) => name);
  const needed = names.filter((name) => !unneeded.test(name));
  if (!needed.some((name) => name.startsWith('request-tracker5')))
    throw new Error('apt knows no request-tracker5 to be had, or it is installed already');
  return needed;
}

function onPath(tool: string): boolean {
  return (process.env.PATH ?? '').split(':').some((folder) => existsSync(join(folder, tool)));
}

/** Answers the environment that Perl finds Request Tracker and an instance with. */
export function perlEnvironment(folder: string, instance: string): NodeJS.ProcessEnv {
  const perl = (code: string) => execFileSync('perl', ['-MConfig', '-e', code], { encoding: 'utf8' });
  const architecture = perl('print $Config{archname64} || $Config{archname}')
    .replace(/-thread.*$/, '')
    .replace(/^(\w+)-linux.*$/, '$1-linux-gnu');
  const version = perl('print "$Config{PERL_REVISION}.$Config{PERL_VERSION}"');
  const libraries = [
    `usr/share/perl5`,
    `usr/lib/${architecture}/perl5/${version}`,
    `usr/share/perl/${version}`,
    `usr/lib/${architecture}/perl/${version}`,
  ];
  return {
    PATH: process.env.PATH,
    PERL5LIB: libraries.map((one) => join(folder, one)).join(':'),
    LD_LIBRARY_PATH: join(folder, 'usr/lib', architecture),
    RT_SITE_CONFIG: join(instance, 'RT_SiteConfig.pm'),
    RT_SITE_CONFIG_DIR: join(instance, 'conf.d'),
  };
}
