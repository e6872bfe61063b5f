/** Answers a printed count or bit field, decimal or hex, as 32 bits; null where it is none. */
export function readBits(text: string): number | null {
  const given = text.trim();
  if (!/^(?:-?\d{1,10}|0x[0-9a-fA-F]{1,8})$/.test(given)) return null;
  const number = Number(given);
  return number > 0xffffffff || number < -0x80000000 ? null : number >>> 0;
}

/** Answers a printed Boolean; null where it is none. */
export function readBoolean(text: string): boolean | null {
  const given = text.trim().toLowerCase();
  if (/^(?:\$?true|1)$/.test(given)) return true;
  return /^(?:\$?false|0)$/.test(given) ? false : null;
}
