/**
 * IPv4 addresses and blocks as this codec has them. A copy, frozen with it: what the rest of the engine takes for an
 * address may change, what a link means may not.
 */

export interface Block {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** Four decimal parts without leading zeros. `null` if it is not one. */
export function parseIpv4(text: string): number | null {
  if (!/^(?:(?:0|[1-9]\d{0,2})(?:\.|$)){4}$/.test(text) || text.endsWith('.')) return null;
  let value = 0;
  for (const part of text.split('.')) {
    if (Number(part) > 255) return null;
    value = value * 256 + Number(part);
  }
  return value;
}

export const makeIpv4 = (value: number): string =>
  `${(value >>> 24) & 255}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`;

/** `a.b.c.d/n`, host bits cleared. `null` if it is not one. */
export function parseBlock(text: string): Block | null {
  const [, quad, suffix] = /^([^/]*)\/(0|[1-9]\d?)$/.exec(text) ?? [];
  const address = quad === undefined ? null : parseIpv4(quad);
  const prefix = Number(suffix);
  if (address === null || prefix > 32) return null;
  const size = 2 ** (32 - prefix);
  const first = Math.floor(address / size) * size;
  return { first, last: first + size - 1, prefix };
}

export const makeBlock = (block: Block): string => `${makeIpv4(block.first)}/${block.prefix}`;
