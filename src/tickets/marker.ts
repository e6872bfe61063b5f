import { createHash } from 'node:crypto';

/** Answers a seal: 24 hex digits that any change to the value changes. */
export const sealOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);

/** Answers the marker that a comment carries: the same for the same operation, wherever it is worked out. */
export const markerOf = (operation: readonly (string | number)[]): string => `tsdeploy:${sealOf(operation)}`;
