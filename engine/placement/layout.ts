/**
 * The hardware of a zone, as plain as it can be: racks of hosts, a host is room for so many vCPUs.
 * AWS publishes none of these figures; they are illustrative. Hosts are added as they are needed: capacity is
 * scarce only where a rule makes it so.
 */
/** Enough for seven spread members and for seven partitions of several racks. */
export const RACKS_PER_ZONE = 21;
/** vCPUs. A larger instance has a host for itself. */
export const HOST_VCPUS = 96;
/** A cluster group's network segment: neighbouring racks. */
export const RACKS_PER_SEGMENT = 3;
/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-groups.html */
export const SPREAD_LIMIT_PER_ZONE = 7;

/** `use1-az1/rack-2/host-5`; counted from 1. */
export const makeHost = (zoneName: string, rack: number, host: number): string =>
  `${zoneName}/rack-${rack + 1}/host-${host + 1}`;

/** Rack and host, counted from 0; `null` if the text is no host of ours. */
export function parseHost(text: string): { readonly rack: number; readonly host: number } | null {
  const match = /\/rack-(\d+)\/host-(\d+)$/.exec(text);
  return match ? { rack: Number(match[1]) - 1, host: Number(match[2]) - 1 } : null;
}
