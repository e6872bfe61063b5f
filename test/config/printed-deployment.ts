import { readDeploymentOutput } from '../../src/config/deployment-output.js';
import type { Reading, Subject } from '../../src/guide/reading.js';
import { readKnowledge } from '../../src/knowledge/read.js';

export const knowledge = readKnowledge();

type Scalar = string | number | boolean | null;

/** One deployment as PowerShell holds it. */
export type Deployment = Readonly<Record<string, Scalar | readonly Schedule[]>>;

interface Schedule {
  readonly class: string;
  readonly StartTime: string;
}

/** A deployment with every property that the site returns, in the order that PowerShell prints. */
export function deployment(own: Deployment = {}): Deployment {
  const whole: Deployment = {
    SmsProviderObjectPath: 'SMS_Advertisement.AdvertisementID="DEM20001"',
    ActionInProgress: 1,
    AdvertFlags: 8388640,
    AdvertisementID: 'DEM20001',
    AdvertisementName: 'Windows 11, "ring 1"_DEM00007_Pilot',
    AssignedSchedule: [],
    AssignedScheduleEnabled: false,
    AssignedScheduleIsGMT: false,
    AssignmentID: 0,
    CollectionID: 'DEM00011',
    Comment: '',
    DeviceFlags: 0,
    ExpirationTime: '20290101000000.000000+***',
    ExpirationTimeEnabled: false,
    ExpirationTimeIsGMT: false,
    HierarchyPath: '',
    IncludeSubCollection: true,
    ISVData: null,
    ISVDataSize: 0,
    MandatoryCountdown: 0,
    OfferType: 0,
    PackageID: 'DEM00007',
    PresentTime: '20280203100000.000000+***',
    PresentTimeEnabled: true,
    PresentTimeIsGMT: false,
    Priority: 2,
    ProgramName: '*',
    RemoteClientFlags: 4096,
    SourceSite: 'DEM',
    TimeFlags: 8193,
  };
  return { ...whole, ...own };
}

const nonrecurring = { DayDuration: 0, HourDuration: 0, IsGMT: false, MinuteDuration: 0 };

/** As ConvertTo-Json prints deployments. */
export function asJson(deployments: readonly Deployment[], indent = 4): string {
  const plain = deployments.map((one) =>
    Object.fromEntries(
      Object.entries(one).map(([name, value]) => [
        name,
        Array.isArray(value)
          ? value.map((schedule: Schedule) => ({
              SmsProviderObjectPath: schedule.class,
              ...nonrecurring,
              StartTime: schedule.StartTime,
            }))
          : value,
      ]),
    ),
  );
  return JSON.stringify(plain.length === 1 ? plain[0] : plain, null, indent);
}

const shown = (value: Scalar | readonly Schedule[]): string => {
  if (value === null) return '';
  if (value === true) return 'True';
  if (value === false) return 'False';
  return typeof value === 'object' ? mof(value) : String(value);
};

const mof = (schedules: readonly Schedule[]): string =>
  schedules.length === 0
    ? '{}'
    : `{\n\ninstance of ${schedules
        .map(
          (schedule) =>
            `${schedule.class}\n{\n\tDayDuration = 0;\n\tIsGMT = FALSE;\n\tStartTime = "${schedule.StartTime}";\n};\n`,
        )
        .join('\ninstance of ')}}`;

/** As Export-Csv prints deployments. */
export function asCsv(deployments: readonly Deployment[], delimiter = ',', end = '\r\n'): string {
  const names = Object.keys(deployments[0] ?? {});
  const row = (fields: readonly string[]) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(delimiter);
  return [
    '#TYPE Microsoft.ConfigurationManagement.ManagementProvider.WqlQueryEngine.WqlResultObject',
    row(names),
    ...deployments.map((one) => row(names.map((name) => shown(one[name] ?? null)))),
    '',
  ].join(end);
}

/** As Format-List prints deployments: names in one width, long values on further lines. */
export function asList(deployments: readonly Deployment[], end = '\n'): string {
  return deployments
    .map((one) => {
      const width = Math.max(...Object.keys(one).map(({ length }) => length));
      return Object.entries(one)
        .map(([name, value]) => {
          const lines = shown(value).split('\n');
          return `${name.padEnd(width)} : ${lines.join(`${end}${' '.repeat(width + 3)}`)}`;
        })
        .join(end);
    })
    .map((object) => `${end}${object}${end}`)
    .join(end);
}

export const read = (text: string): Reading => readDeploymentOutput(knowledge, text);

/** The words of a subject with their values as text. */
export const words = (subject: Subject | undefined): Record<string, string> =>
  Object.fromEntries((subject?.stated ?? []).map(({ word, value }) => [word, String(value)]));

/** The words of the one subject of a text. */
export const wordsOf = (text: string): Record<string, string> => words(read(text).subjects[0]);

/** The words that are said to be inferred. */
export const inferredIn = (text: string): string[] =>
  (read(text).subjects[0]?.stated ?? []).flatMap(({ word, inferred }) => (inferred ? [word] : []));

/** One whole deployment, printed as a list. */
export const one = (own: Deployment): string => asList([deployment(own)]);

/** The ways to print deployments. */
export const shapes = { JSON: asJson, CSV: asCsv, list: asList } as const;

/** The kinds of fault in a text. */
export const faultsIn = (text: string): string[] =>
  read(text).subjects.flatMap(({ faults }) => faults.map(({ rule }) => rule));
