/** Addresses and blocks of foreign text, kept only if they are what they should be. */
import ipaddr from 'ipaddr.js';
import { parseCidr4, parseIpv4 } from '../../model/ip/ipv4';

/** An IPv4 block of a prefix length that is allowed, as given. */
export function ipv4Cidr(value: string | undefined, minPrefix = 0, maxPrefix = 32): string | undefined {
  const cidr = value === undefined ? null : parseCidr4(value);
  return cidr && cidr.prefix >= minPrefix && cidr.prefix <= maxPrefix ? value : undefined;
}

export const ipv6Cidr = (value: string | undefined): string | undefined =>
  value !== undefined && /^[0-9a-fA-F:.]{2,45}\/\d{1,3}$/.test(value) && ipaddr.IPv6.isValidCIDR(value)
    ? value
    : undefined;

export const ipv4 = (value: string | undefined): string | undefined =>
  value !== undefined && parseIpv4(value) !== null ? value : undefined;

export const ipv6 = (value: string | undefined): string | undefined =>
  value !== undefined && /^[0-9a-fA-F:.]{2,45}$/.test(value) && ipaddr.IPv6.isValid(value)
    ? value
    : undefined;
