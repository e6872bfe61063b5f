import { zipOf } from '../config/zip.js';

/** What becomes of a hostile text: one line and exit code 2, or a report of what could be read. */
export type Manner = 'refused' | 'read';

/** A text, or bytes, that somebody may post to do harm: what it is, how it is made, what becomes of it. */
export type Hostile = readonly [name: string, manner: Manner, make: () => string | Uint8Array];

const megabyte = 1_040_000;
const filled = (piece: string, letters = megabyte) => piece.repeat(Math.ceil(letters / piece.length)).slice(0, letters);
const lines = (text: string) => text.replace(/.{10000}/g, '$&\n');

const call = 'New-CMTaskSequenceDeployment -CollectionName "All" -DeployPurpose Required\n';
const script = (piece: string) => call + filled(piece, megabyte - 200);

const scripts: readonly Hostile[] = [
  ['brackets in one line', 'read', () => script('(')],
  ['half a million brackets that close', 'read', () => `${call}$x = ${'('.repeat(500_000)}1${')'.repeat(500_000)}`],
  ['blocks that never close', 'read', () => script('if ($a) {\n')],
  ['hashtables that never close', 'read', () => script('@{a=\n')],
  ['lists that never close', 'read', () => script('@(\n')],
  ['functions in functions', 'read', () => script('function F {\n')],
  ['loops in loops', 'read', () => script('foreach ($a in $b) {\n')],
  ['a string without its end', 'read', () => script('"abc def\n')],
  ['a here-string without its end', 'read', () => `${call}@"\n${filled('abc $(x) def\n', megabyte - 200)}`],
  ['a quote a line', 'read', () => script('"\n')],
  ['expressions in strings in expressions', 'read', () => lines(script('"$("'))],
  ['a remark without its end', 'read', () => `${call}<#${filled('abc\n', megabyte - 200)}`],
  ['letters at random', 'read', () => call + noise('(){}@$"\'|;,=abc \n', megabyte - 200)],
  ['calls that break off', 'read', () => filled('New-CMTaskSequenceDeployment -CollectionName "All\n')],
  ['nothing but calls', 'read', () => filled('New-CMTaskSequenceDeployment\n')],
  ['cmdlets with invented parameters', 'read', () => filled('Set-CMBoundaryGroup -Name x -Foo y\n')],
  ['a pipeline of ten thousands of commands', 'read', () => script('Get-X |\n')],
  ['a call of ten thousands of parameters', 'read', () => call.trim() + filled(' `\n -Comment x', megabyte - 200)],
  ['back-ticks', 'read', () => script('`')],
  ['lines that end in a back-tick', 'read', () => `${call.trim()} ${filled('`\n', megabyte - 200)}`],
  [
    'a list that goes on for lines',
    'read',
    () => `${call.trim()} -ScheduleEvent ${filled('LogOn,\n', megabyte - 200)}`,
  ],
  ['texts added to themselves', 'read', () => script('$x = $x + "a"\n')],
  ['an index of an index', 'read', () => `${call}$x${filled('[0]\n', megabyte - 200)}`],
  ['dollars', 'read', () => lines(script('$'))],
  ['semicolons', 'read', () => lines(script(';'))],
  ['prose', 'read', () => script("this is just words and more, isn't it\n")],
  ['half surrogates', 'read', () => call + filled('\ud800\n', megabyte / 4)],
  ['one line of a megabyte', 'refused', () => call.trim() + filled(' -Comment x', megabyte - 200)],
];

const list = 'OfferType : 2\n';
const outputs: readonly Hostile[] = [
  ['100,000 properties of JSON', 'refused', () => `{"OfferType":2,${filled('"a":1,', megabyte - 100)}"b":1}`],
  ['lists in lists of JSON that never close', 'refused', () => `[{"OfferType": 2, "A": ${filled('[', megabyte - 100)}`],
  ['a million properties of a list', 'read', () => list + filled('a:\n', megabyte - 100)],
  ['a property that repeats', 'read', () => list + filled('OfferType : 3\n', megabyte - 100)],
  ['a field of CSV of a megabyte', 'read', () => `OfferType,AdvertFlags\n2,"${filled('a', megabyte - 100)}"\n`],
  ['a field of CSV that never ends', 'read', () => `OfferType,AdvertFlags\n2,"${filled('a', megabyte - 100)}`],
  ['rows of CSV with nothing in them', 'read', () => `OfferType,AdvertFlags\n${filled(',,\n', megabyte - 100)}`],
];

const sequence = (inside: string) => `<sequence version="3.10">${inside}</sequence>`;
const file = 'SMS_TaskSequencePackage/A/object.xml';
const zip = (data: string | Uint8Array, more: { path?: string; size?: number; encrypted?: boolean } = {}) =>
  zipOf([{ path: file, data: Buffer.from(data), ...more }]);
const exports: readonly Hostile[] = [
  ['entities that multiply', 'refused', () => `<!DOCTYPE l [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${sequence('&b;')}`],
  ['an entity of a file', 'refused', () => `<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sequence('&a;')}`],
  ['10,000 groups', 'read', () => sequence('<group>'.repeat(10_000) + '</group>'.repeat(10_000))],
  ['groups that never close', 'read', () => `<sequence version="3.10">${filled('<group>', 200_000)}`],
  ['100,000 empty steps', 'refused', () => sequence('<step/>'.repeat(100_000))],
  ['sequences as text in sequences', 'read', () => nested(300)],
  [
    'a megabyte of CDATA',
    'read',
    () => `<SmsTaskSequencePackage><S>${filled('<![CDATA[<sequence ]]>')}`.slice(0, megabyte),
  ],
  ['a zip that unpacks to 300 MB', 'refused', () => zip(Buffer.alloc(300_000_000))],
  ['a zip that says it is small', 'refused', () => zip(Buffer.alloc(30_000_000), { size: 1000 })],
  ['a zip that climbs out of its folder', 'refused', () => zip(sequence(''), { path: `../../${file}` })],
  ['an encrypted zip', 'refused', () => zip(sequence(''), { encrypted: true })],
  ['half a zip', 'refused', () => zip(sequence('')).subarray(0, 90)],
  ['20 MB of empty steps in a zip', 'refused', () => zip(sequence('<step/>'.repeat(2_900_000)))],
  ['6,000 sequences in a zip', 'read', () => zipOf(Array.from({ length: 6000 }, (_, at) => one(at)))],
];

const one = (at: number) => ({ path: file.replace('A', `A${at}`), data: Buffer.from(sequence('')) });

/** A sequence that stands as escaped text in a property of one that does, and so on. */
function nested(times: number): string {
  const opener = (depth: number) => (depth === 0 ? '<' : `&${'amp;'.repeat(depth - 1)}lt;`);
  return Array.from(
    { length: times },
    (_, at) => `${opener(at)}SmsTaskSequencePackage>${opener(at)}a>${opener(at)}sequence>`,
  ).join('');
}

const config = 'scenario: intranet\n';
const configs: readonly Hostile[] = [
  ['20,000 configs as JSON', 'read', () => '{"scenario":"in-place-upgrade"}\n'.repeat(20_000)],
  ['brackets of JSON that never close', 'refused', () => `{"scenario":${'['.repeat(90_000)}`],
  ['a string of JSON that never ends', 'read', () => `{"scenario":"${filled('a', megabyte - 100)}`],
  ['150,000 fences', 'refused', () => '```\na\n'.repeat(150_000)],
  [
    '500 fences of nested configs',
    'read',
    () => `\`\`\`yaml\n${filled('scenario:\n  - a\n', 2000)}\`\`\`\n`.repeat(500),
  ],
  ['brackets of YAML', 'read', () => `${config}a: ${'[\n'.repeat(45_000)}`],
  ['list marks in list marks', 'read', () => `${config}${'- '.repeat(45_000)}a`],
  ['keys in keys', 'read', () => `${config}${'? '.repeat(45_000)}a`],
  [
    '1,400 deeper lines',
    'read',
    () => config + Array.from({ length: 1400 }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
  ],
  ['aliases that multiply', 'refused', multiplying],
  ['a merge key of itself', 'read', () => 'a: &a\n  <<: *a\n  scenario: intranet\n'],
  ['tags that call for code', 'read', () => 'scenario: !!js/function "process.exit(3)"\n'],
  ['one line of a megabyte', 'refused', () => filled('a')],
  ['separators alone', 'refused', () => filled(':')],
  ['a megabyte of digits', 'read', () => `collection-size: ${filled('9', megabyte - 100)}`],
  ['50,000 releases that there never were', 'read', () => filled('site-version: 2304\n')],
  ['words that are nearly words', 'read', () => filled('scenari: intranet\n')],
  ['smart quotes', 'read', () => `scenario: “${'’'.repeat(300_000)}`],
];

function multiplying(): string {
  const names = [...'abcdefghij'];
  const lists = names.map((name, at) => `${name}: &${name} [${Array(9).fill(at === 0 ? 'x' : `*${names[at - 1]}`)}]\n`);
  return `${lists.join('')}scenario: *j\n`;
}

const bytes: readonly Hostile[] = [
  ['nothing', 'refused', () => ''],
  ['a mark of Unicode alone', 'refused', () => Buffer.from([0xef, 0xbb, 0xbf])],
  ['20 MB of zeros', 'refused', () => Buffer.alloc(20_900_000)],
  ['20 MB of an old encoding', 'refused', () => Buffer.alloc(20_900_000, 0xe9)],
  ['400 MB', 'refused', () => Buffer.alloc(400_000_000, 'a')],
  ['UTF-32', 'refused', () => Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0])],
  [
    'half a letter of UTF-16 at its end',
    'read',
    () => Buffer.concat([Buffer.from(`\ufeff${config}`, 'utf16le'), Buffer.from('A')]),
  ],
];

/** Letters in an order that nothing foresees, the same each time. */
function noise(letters: string, length: number): string {
  let text = '';
  for (let state = 7; text.length < length; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    text += letters.charAt((state >> 8) % letters.length);
  }
  return text;
}

/** All of them, by the reader that they are made for. */
export const hostile: Readonly<Record<string, readonly Hostile[]>> = { scripts, outputs, exports, configs, bytes };
