/**
 * Finds a host for an instance, as its placement group wants it.
 * Holds only what follows from who is on which host, so that it can be built anew from a snapshot.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-groups.html
 */
import type { RandomStreams } from '../kernel/random-streams';
import {
  HOST_VCPUS,
  makeHost,
  parseHost,
  RACKS_PER_SEGMENT,
  RACKS_PER_ZONE,
  SPREAD_LIMIT_PER_ZONE,
} from './layout';

export interface PlacementRequest {
  readonly subject: number;
  readonly zone: number;
  /** Begins the names of hosts. */
  readonly zoneName: string;
  /** As people know the zone: `us-east-1a`. */
  readonly zoneLabel: string;
  readonly vCpus: number;
  readonly instanceType: string;
  /** The type may be in a cluster group. */
  readonly clusterAllowed: boolean;
  readonly group?: Group;
  /** 1 to 7, where the user chose one. */
  readonly partition?: number;
  /** How many hosts the zone has. Absent: as many as are asked for. */
  readonly zoneHosts?: number;
  /** Stands on a Dedicated Host. */
  readonly hostTenancy?: HostTenancy;
}

/** What an instance with host tenancy asks for. */
export interface HostTenancy {
  /** The host it names. Absent: any with auto-placement. */
  readonly hostId?: string;
  /** Comes back to the host it was on. */
  readonly affinity: boolean;
  readonly family: string;
  readonly share: number;
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly strategy: 'cluster' | 'spread' | 'partition';
  readonly partitionCount: number;
}

export interface PlaceOptions {
  /** Hosts of the zone that have failed; only ever added to. */
  readonly failed: readonly string[];
  /** The one it comes from. */
  readonly last: string | null;
  readonly random: RandomStreams;
}

export type Placed =
  { readonly host: string } | { readonly refusal: { readonly code: string; readonly message: string } };

/** What stands between the lifecycle and the hardware; a richer model may take its place. */
export interface Placement {
  place(subject: number, options: PlaceOptions): Placed;
  release(subject: number): void;
  /** Puts an instance where it is known to be. */
  restore(subject: number, host: string): void;
  /** Who is on a host, in no order. */
  on(host: string): readonly number[];
}

/** One piece of hardware, made when it is first needed. */
interface Host {
  readonly name: string;
  readonly rack: number;
  freeVCpus: number;
  readonly seated: number[];
}

interface Seat {
  readonly request: PlacementRequest;
  readonly rack: number;
  readonly host: Host;
}

/** @param requests by subject; those that are not instances are absent. */
export function createPlacement(requests: ReadonlyMap<number, PlacementRequest>): Placement {
  const bySubject: (PlacementRequest | undefined)[] = [];
  for (const [subject, request] of requests) bySubject[subject] = request;
  const seats: (Seat | undefined)[] = [];
  const members = new Map<string, Map<number, Seat>>();
  /** Hosts by zone, then rack. */
  const zones: Host[][][] = [];
  const byName = new Map<string, Host>();
  const isFailed = rememberFailed();

  const rackOf = (zone: number, rack: number): Host[] => {
    const racks = (zones[zone + 1] ??= Array.from({ length: RACKS_PER_ZONE }, () => []));
    return racks[rack] as Host[];
  };

  function hostAt(request: PlacementRequest, rack: number, index: number): Host {
    const hosts = rackOf(request.zone, rack);
    while (hosts.length <= index) {
      const name = makeHost(request.zoneName, rack, hosts.length);
      const host = { name, rack, freeVCpus: HOST_VCPUS, seated: [] };
      hosts.push(host);
      byName.set(name, host);
    }
    return hosts[index] as Host;
  }

  /** The lowest host of a rack with room; a new one if there is none and the zone has more. */
  function freeHost(
    request: PlacementRequest,
    rack: number,
    { failed, last }: PlaceOptions,
  ): Host | undefined {
    const count = hostsInRack(request.zoneHosts, rack);
    for (let index = 0; index < count; index += 1) {
      const host = hostAt(request, rack, index);
      const fits = host.freeVCpus >= request.vCpus || host.freeVCpus === HOST_VCPUS;
      if (fits && host.name !== last && !isFailed(request.zone, failed, host.name)) return host;
    }
    return undefined;
  }

  /** In a zone that is not endless: the rack drawn, then those after it; the host it comes from last of all. */
  function anyFreeHost(
    request: PlacementRequest,
    racks: readonly number[],
    first: number,
    options: PlaceOptions,
  ): Host | undefined {
    for (const last of options.last === null ? [null] : [options.last, null])
      for (let step = 0; step < racks.length; step += 1) {
        const rack = racks[(first + step) % racks.length] ?? 0;
        const host = freeHost(request, rack, { ...options, last });
        if (host) return host;
      }
    return undefined;
  }

  function sit(subject: number, request: PlacementRequest, host: Host): void {
    host.freeVCpus -= request.vCpus;
    host.seated.push(subject);
    const seat = { request, rack: host.rack, host };
    seats[subject] = seat;
    const { group } = request;
    if (!group) return;
    const known = members.get(group.id);
    if (known) known.set(subject, seat);
    else members.set(group.id, new Map([[subject, seat]]));
  }

  return {
    place(subject, options) {
      const request = bySubject[subject];
      if (!request) throw new Error(`Subject ${subject} is not to be placed.`);
      const present = request.group ? [...(members.get(request.group.id)?.values() ?? [])] : NOBODY;
      const allowed = allowedRacks(request, present, options.random);
      if ('refusal' in allowed) return allowed;
      const drawn = options.random.integerFor('placement', subject, 0, allowed.racks.length - 1);
      const host =
        freeHost(request, allowed.racks[drawn] ?? 0, options) ??
        anyFreeHost(request, allowed.racks, drawn, options);
      if (!host) return noHost(request);
      sit(subject, request, host);
      return { host: host.name };
    },
    release(subject) {
      const seat = seats[subject];
      if (!seat) return;
      const { request, host } = seat;
      host.freeVCpus += request.vCpus;
      const last = host.seated.pop();
      if (last !== undefined && last !== subject) host.seated[host.seated.indexOf(subject)] = last;
      seats[subject] = undefined;
      if (request.group) members.get(request.group.id)?.delete(subject);
    },
    restore(subject, name) {
      const request = bySubject[subject];
      const place = parseHost(name);
      if (request && place && place.rack < RACKS_PER_ZONE)
        sit(subject, request, hostAt(request, place.rack, place.host));
    },
    on: (host) => byName.get(host)?.seated ?? [],
  };
}

const NOBODY: readonly Seat[] = [];

/** The hosts of a zone are dealt out to its racks in turn. */
const hostsInRack = (zoneHosts: number | undefined, rack: number): number =>
  zoneHosts === undefined ? Infinity : Math.ceil((zoneHosts - rack) / RACKS_PER_ZONE);

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshooting-launch.html#troubleshooting-launch-capacity */
const noHost = ({ instanceType, zoneLabel, group }: PlacementRequest) =>
  refuse(
    'InsufficientInstanceCapacity',
    `We currently do not have sufficient ${instanceType} capacity in the Availability Zone you requested (${zoneLabel}). Wait and try again, choose another zone or another type${group ? `, or take it out of the placement group '${group.name}'` : ''}.`,
  );

/** The list of a zone is a new one at every failure, with one more name at its end: only that is looked at. */
function rememberFailed(): (zone: number, failed: readonly string[], name: string) => boolean {
  const known = new Map<number, { list: readonly string[]; names: Set<string> }>();
  return (zone, failed, name) => {
    if (failed.length === 0) return false;
    let memory = known.get(zone);
    if (memory?.list !== failed) {
      const longer =
        memory && memory.list.length <= failed.length && failed.includes(memory.list.at(-1) ?? '');
      const names = memory && longer ? memory.names : new Set<string>();
      for (const host of failed.slice(names.size)) names.add(host);
      memory = { list: failed, names };
      known.set(zone, memory);
    }
    return memory.names.has(name);
  };
}

type Allowed =
  | { readonly racks: readonly number[] }
  | { readonly refusal: { readonly code: string; readonly message: string } };

const ALL_RACKS = Array.from({ length: RACKS_PER_ZONE }, (_, rack) => rack);

function allowedRacks(request: PlacementRequest, present: readonly Seat[], random: RandomStreams): Allowed {
  const { group } = request;
  if (!group) return { racks: ALL_RACKS };
  switch (group.strategy) {
    case 'cluster':
      return clusterRacks(request, group, present, random);
    case 'spread':
      return spreadRacks(request, group, present);
    case 'partition':
      return partitionRacks(request, group, present);
  }
}

/** One zone, one network segment: that of the members that are there. */
function clusterRacks(
  request: PlacementRequest,
  group: Group,
  present: readonly Seat[],
  random: RandomStreams,
): Allowed {
  if (!request.clusterAllowed)
    return refuse(
      'InvalidParameterCombination',
      `Cluster placement groups are not supported by the '${request.instanceType}' instance type. Specify a supported instance type or change the placement group strategy, and try again.`,
    );
  const first = present[0];
  if (first && first.request.zone !== request.zone)
    return refuse(
      'InvalidPlacementGroup.InUse',
      `The placement group '${group.name}' is in use in another availability zone: ${first.request.zoneLabel}. A cluster group can't span zones.`,
    );
  const segments = RACKS_PER_ZONE / RACKS_PER_SEGMENT;
  const segment = first
    ? Math.floor(first.rack / RACKS_PER_SEGMENT)
    : random.integer('segment', group.id, 0, segments - 1);
  return { racks: ALL_RACKS.slice(segment * RACKS_PER_SEGMENT, (segment + 1) * RACKS_PER_SEGMENT) };
}

/** A rack each, at most seven in a zone; only members that are running count. */
function spreadRacks(request: PlacementRequest, group: Group, present: readonly Seat[]): Allowed {
  const here = present.filter((seat) => seat.request.zone === request.zone);
  if (here.length >= SPREAD_LIMIT_PER_ZONE)
    return refuse(
      'InsufficientInstanceCapacity',
      `Spread placement group '${group.name}' has ${SPREAD_LIMIT_PER_ZONE} running instances in ${request.zoneLabel} already, the most it takes in one zone. Use another zone or another group.`,
    );
  const taken = new Set(here.map((seat) => seat.rack));
  return { racks: ALL_RACKS.filter((rack) => !taken.has(rack)) };
}

/** Partition p has the racks p, p + n, p + 2n …: sets that share none. Unchosen: where the fewest members are. */
function partitionRacks(request: PlacementRequest, group: Group, present: readonly Seat[]): Allowed {
  const count = group.partitionCount;
  if (request.partition !== undefined && request.partition > count)
    return refuse(
      'InvalidParameterValue',
      `Placement group '${group.name}' has ${count} partitions; there is no partition ${request.partition}.`,
    );
  const load = Array.from({ length: count }, () => 0);
  for (const { request: other, rack } of present)
    if (other.zone === request.zone) load[rack % count] = (load[rack % count] ?? 0) + 1;
  const partition = request.partition !== undefined ? request.partition - 1 : load.indexOf(Math.min(...load));
  return { racks: ALL_RACKS.filter((rack) => rack % count === partition) };
}

const refuse = (code: string, message: string): { readonly refusal: { code: string; message: string } } => ({
  refusal: { code, message },
});
