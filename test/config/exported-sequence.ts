/** One element of a sequence. */
export type Part = StepPart | GroupPart;

export interface StepPart {
  readonly type: string;
  readonly name?: string;
  readonly runIn?: string;
  readonly off?: boolean;
  readonly condition?: boolean;
  readonly variables?: Readonly<Record<string, string>>;
}

export interface GroupPart {
  readonly group: string;
  readonly off?: boolean;
  readonly condition?: boolean;
  readonly parts: readonly Part[];
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const condition =
  '<condition><expression type="SMS_TaskSequence_VariableConditionExpression"><variable name="Operator">equals</variable><variable name="Value">0</variable><variable name="Variable">OSDNetworkJoinType</variable></expression></condition>';

/** A part as the site writes it. */
export function part(one: Part): string {
  const off = one.off ? ' disable="true"' : '';
  const when = one.condition ? condition : '';
  if ('group' in one)
    return `<group name="${escaped(one.group)}" description=""${off}>${when}${one.parts.map(part).join('')}</group>`;
  const variables = Object.entries(one.variables ?? {}).map(
    ([name, value]) => `<variable name="${name}" property="${name.replace(/^OSD/, '')}">${escaped(value)}</variable>`,
  );
  return `<step type="SMS_TaskSequence_${one.type}" name="${escaped(one.name ?? one.type)}" description="" runIn="${one.runIn ?? 'WinPEandFullOS'}"${off} successCodeList="0" retryCount="0" runFromNet="false">${when}<action>x.exe</action><defaultVarList>${variables.join('')}</defaultVarList></step>`;
}

/** A bare sequence. */
export const sequence = (parts: readonly Part[], version = '3.10'): string =>
  `<sequence version="${version}"><referenceList><reference package="DEM00003"/></referenceList>${parts.map(part).join('')}</sequence>`;

/** An object.xml as the export of the console holds it. */
export function objectXml(properties: Readonly<Record<string, string | null>>, sequenceText: string | null): string {
  const rows = Object.entries(properties).map(
    ([name, value]) =>
      `    <PROPERTY NAME="${name}" CLASSORIGIN="SMS_TaskSequencePackage" TYPE="string">\n      <QUALIFIER NAME="read" TYPE="boolean"><VALUE>TRUE</VALUE></QUALIFIER>${value === null ? '' : `\n      <VALUE>${escaped(value)}</VALUE>`}\n    </PROPERTY>`,
  );
  const references = `    <PROPERTY.OBJECT NAME="References"><VALUE.OBJECT><INSTANCE CLASSNAME="SMS_TaskSequence_Reference"><PROPERTY NAME="BootImageID"><VALUE>XXX00001</VALUE></PROPERTY></INSTANCE></VALUE.OBJECT></PROPERTY.OBJECT>`;
  const held =
    sequenceText === null
      ? []
      : [
          `    <PROPERTY NAME="Sequence" TYPE="string">\n      <VALUE><![CDATA[${sequenceText}]]></VALUE>\n    </PROPERTY>`,
        ];
  return [
    '<?xml version="1.0" encoding="utf-16"?>',
    '<CIM CIMVERSION="2.0" DTDVERSION="2.0">',
    '  <INSTANCE CLASSNAME="SMS_TaskSequencePackage">',
    ...rows,
    references,
    ...held,
    '  </INSTANCE>',
    '</CIM>',
  ].join('\n');
}

/** A long sequence of an imaging deployment, as real ones are: with drivers by model, applications and scripts. */
export function longSequence(models: number): string {
  const driver = (at: number): StepPart => ({
    type: 'ApplyDriverPackageAction',
    name: `Drivers for model ${at} & more`,
    runIn: 'WinPE',
    condition: true,
    off: at % 7 === 0,
    variables: { OSDApplyDriverDriverPackageID: `DEM${at}`, OSDAllowUnsignedDriver: 'false' },
  });
  return sequence([
    {
      group: 'Install',
      parts: [
        { type: 'RebootAction', variables: { SMSRebootTarget: 'WinPE' } },
        {
          type: 'PartitionDiskAction',
          runIn: 'WinPE',
          variables: { OSDDiskIndex: '0', OSDPartitions0Type: 'PRIMARY' },
        },
        { type: 'ApplyOperatingSystemAction', runIn: 'WinPE', variables: { OSDImageIndex: '1' } },
        { type: 'ApplyWindowsSettingsAction', runIn: 'WinPE', variables: { OSDTimeZone: 'UTC' } },
        { type: 'ApplyNetworkSettingsAction', variables: { OSDNetworkJoinType: '1', OSDWorkgroupName: 'WORKGROUP' } },
        { group: 'Drivers', parts: Array.from({ length: models }, (_, at) => driver(at)) },
        {
          type: 'SetupWindowsAndSMSAction',
          variables: { SMSClientInstallProperties: 'SMSMP=mp.example CCMHOSTNAME=CMG.EXAMPLE/CCM_Proxy_MutualAuth/1' },
        },
        { type: 'RunPowerShellScriptAction', variables: { OSDRunPowerShellScriptSourceScript: 'QUJD'.repeat(500) } },
      ],
    },
  ]);
}
