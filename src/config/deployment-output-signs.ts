/** How an output is printed. */
export type Shape = 'json' | 'list' | 'csv';

/** Properties that only a deployment has. */
const signs =
  '(?:AdvertFlags|RemoteClientFlags|AdvertisementID|OfferType|TimeFlags|DeploymentIntent|FeatureType|AssignedSchedule|AssignedScheduleEnabled|PresentTime|PresentTimeEnabled|ExpirationTime|ExpirationTimeEnabled)';
const inJson = new RegExp(`"${signs}"\\s{0,20}:`, 'i');
const inList = new RegExp(`^[ \\t>]{0,40}${signs}[ \\t]{0,80}:(?!:)`, 'im');
const inCsv = new RegExp(`(?:^|[,;\\t])"?${signs}"?(?:[,;\\t]|$)`, 'i');

/** A header stands near the top. */
const top = 64_000;

/** Answers how a text prints deployments, or null where it prints none. */
export function shapeOf(text: string): Shape | null {
  if (inJson.test(text)) return 'json';
  if (inList.test(text)) return 'list';
  return text.slice(0, top).split('\n').some(isHeader) ? 'csv' : null;
}

/** Answers whether a line is the header of a CSV file of deployments. */
export const isHeader = (line: string): boolean => {
  const plain = line.trim();
  // A command names properties too, behind words; a header's names are bare or quoted.
  return /^"?[\w.]+"?(?:[,;\t]"?[\w.]+"?)+$/.test(plain) && inCsv.test(plain);
};

/** Answers whether a text looks like what Get-CMTaskSequenceDeployment prints. */
export const looksLikeDeploymentOutput = (text: string): boolean => shapeOf(text) !== null;
