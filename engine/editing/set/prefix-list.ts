/** The entries of a prefix list. */
import type { ResourceOf } from '../../catalog/descriptors';
import { parseCidr } from '../../model/ip/address';
import { refuse, type Refused } from '../plan';
import { SOURCES } from '../sources';

export function entriesOfListRefusal(value: unknown): Refused | null {
  const seen = new Set<string>();
  let family: boolean | undefined;
  for (const { cidr } of value as ResourceOf<'prefix-list'>['entries']) {
    if (!parseCidr(cidr))
      return refuse(
        'InvalidParameterValue',
        `"${cidr}" is not a block such as 10.0.0.0/16 or 2001:db8::/32.`,
        SOURCES.prefixLists,
      );
    if (seen.has(cidr))
      return refuse('InvalidParameterValue', `${cidr} is in the list already.`, SOURCES.prefixLists);
    seen.add(cidr);
    const ipv6 = cidr.includes(':');
    if (family !== undefined && family !== ipv6)
      return refuse(
        'InvalidParameterValue',
        'A prefix list holds blocks of one family: IPv4 or IPv6. Make another list for the other.',
        SOURCES.prefixLists,
      );
    family = ipv6;
  }
  return null;
}
