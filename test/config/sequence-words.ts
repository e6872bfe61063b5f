import { readTaskSequence } from '../../src/config/task-sequence.js';
import type { Reading } from '../../src/guide/reading.js';
import { type Part, type StepPart, sequence } from './exported-sequence.js';
import { knowledge, words } from './printed-deployment.js';

export const read = (text: string): Reading => readTaskSequence(knowledge, text);
export const wordsIn = (text: string) => words(read(text).subjects[0]);
export const wordsOf = (parts: readonly Part[]) => wordsIn(sequence(parts));
export const inferredIn = (text: string) =>
  read(text).subjects.flatMap(({ stated }) => stated.flatMap(({ word, inferred }) => (inferred ? [word] : [])));
export const faultsOf = (text: string) => read(text).subjects.flatMap(({ faults }) => faults);

export const network = (type: string, more: Partial<StepPart> = {}): StepPart => ({
  type: 'ApplyNetworkSettingsAction',
  variables: { OSDNetworkJoinType: type },
  ...more,
});
export const joins = (type: string): StepPart => ({
  type: 'JoinDomainWorkgroupAction',
  variables: { OSDJoinType: type },
});
export const image: StepPart = { type: 'ApplyOperatingSystemAction', runIn: 'WinPE' };
export const upgrade = (variables: Record<string, string> = {}): StepPart => ({
  type: 'UpgradeOperatingSystemAction',
  variables,
});
export const setup = (properties: string): StepPart => ({
  type: 'SetupWindowsAndSMSAction',
  variables: { SMSClientInstallProperties: properties },
});
export const sets = (name: string, value: string): StepPart => ({
  type: 'SetVariableAction',
  variables: { VariableName: name, VariableValue: value },
});
export const run = (command: string): StepPart => ({
  type: 'RunCommandLineAction',
  variables: { CommandLine: command },
});
export const install: StepPart = { type: 'InstallApplicationAction' };
