/** Whether a text is an IPv6 address or block. */
import ipaddr from 'ipaddr.js';

export const isIpv6 = (text: string): boolean => ipaddr.IPv6.isValid(text) && !text.includes('%');

export function isIpv6Cidr(text: string): boolean {
  const [address = '', prefix = '', ...rest] = text.split('/');
  return rest.length === 0 && isIpv6(address) && /^\d{1,3}$/.test(prefix) && Number(prefix) <= 128;
}
