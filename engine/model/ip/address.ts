/**
 * Addresses and blocks of both families: an IPv4 address is a number, an IPv6 address a bigint, so that one map holds
 * both and no address is mistaken for one of the other family.
 */
import ipaddr from 'ipaddr.js';
import { makeIpv4, parseCidr4, parseIpv4, type Ipv4 } from './ipv4';

export type Ipv6 = bigint;
export type Address = Ipv4 | Ipv6;

export interface Cidr {
  readonly first: Address;
  readonly last: Address;
  readonly prefix: number;
}

export const isIpv6 = (address: Address): address is Ipv6 => typeof address === 'bigint';
export const isSameFamily = (a: Address, b: Address): boolean => typeof a === typeof b;

/** A dotted quad or an IPv6 address without zone. `null` if it is neither. */
export function parseAddress(text: string): Address | null {
  return text.includes(':') ? parseIpv6(text) : parseIpv4(text);
}

/** `2001:db8::1`; neither a zone (`%eth0`) nor brackets. `null` if it is none. */
export function parseIpv6(text: string): Ipv6 | null {
  if (!/^[0-9a-f:.]{2,45}$/i.test(text) || !ipaddr.IPv6.isValid(text)) return null;
  let value = 0n;
  for (const part of ipaddr.IPv6.parse(text).parts) value = (value << 16n) | BigInt(part);
  return value;
}

/** As https://www.rfc-editor.org/rfc/rfc5952 writes it. */
export function makeAddress(address: Address): string {
  if (!isIpv6(address)) return makeIpv4(address);
  const parts: number[] = [];
  for (let shift = 112n; shift >= 0n; shift -= 16n) parts.push(Number((address >> shift) & 0xffffn));
  return new ipaddr.IPv6(parts).toRFC5952String();
}

/** `a.b.c.d/n` or `x::/n`; host bits are cleared as AWS does. `null` if it is not one. */
export function parseCidr(text: string): Cidr | null {
  if (!text.includes(':')) return parseCidr4(text);
  const slash = text.indexOf('/');
  const suffix = text.slice(slash + 1);
  if (slash < 0 || !/^(0|[1-9]\d{0,2})$/.test(suffix)) return null;
  const address = parseIpv6(text.slice(0, slash));
  const prefix = Number(suffix);
  return address === null || prefix > 128 ? null : blockOf6(address, prefix);
}

export const makeCidr = (cidr: Cidr): string => `${makeAddress(cidr.first)}/${cidr.prefix}`;

/** The block of the given prefix length that holds the address. */
export function blockOf6(address: Ipv6, prefix: number): Cidr {
  const rest = (1n << BigInt(128 - prefix)) - 1n;
  const first = (address | rest) ^ rest;
  return { first, last: first | rest, prefix };
}

/** The block that holds one address only. */
export const hostBlock = (address: Address): Cidr => ({
  first: address,
  last: address,
  prefix: isIpv6(address) ? 128 : 32,
});

// Numbers and bigints compare with each other, so the family is looked at first.
export const cidrHas = (cidr: Cidr, address: Address): boolean =>
  typeof cidr.first === typeof address && address >= cidr.first && address <= cidr.last;
export const cidrContains = (outer: Cidr, inner: Cidr): boolean =>
  typeof outer.first === typeof inner.first && inner.first >= outer.first && inner.last <= outer.last;
export const cidrOverlaps = (a: Cidr, b: Cidr): boolean =>
  typeof a.first === typeof b.first && a.first <= b.last && b.first <= a.last;
/** Does it hold every address of its family? */
export const isEverything = (cidr: Cidr): boolean => cidr.prefix === 0;

export const nextAddress = (address: Address): Address => (isIpv6(address) ? address + 1n : address + 1);
export const previousAddress = (address: Address): Address => (isIpv6(address) ? address - 1n : address - 1);
