/**
 * Instances with host tenancy stand on the Dedicated Hosts that are drawn, all others where placement puts them.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/how-dedicated-hosts-work.html
 */
import type { HostTenancy, PlaceOptions, Placed, Placement, PlacementRequest } from './placement';

export interface DedicatedHost {
  readonly id: string;
  readonly label: string;
  readonly zone: number;
  readonly zoneLabel: string;
  readonly family: string;
  /** Takes only this type. Absent: every size of the family. */
  readonly instanceType?: string;
  readonly autoPlacement: boolean;
  /** In shares. */
  readonly capacity: number;
}

interface Standing {
  readonly host: DedicatedHost;
  free: number;
  readonly seated: Set<number>;
}

export function withDedicatedHosts(
  placement: Placement,
  requests: ReadonlyMap<number, PlacementRequest>,
  hosts: readonly DedicatedHost[],
): Placement {
  const standings = new Map<string, Standing>(
    hosts.map((host) => [host.id, { host, free: host.capacity, seated: new Set() }]),
  );
  const hostOf = new Map<number, Standing>();

  const sit = (subject: number, standing: Standing): void => {
    standing.free -= requests.get(subject)?.hostTenancy?.share ?? 0;
    standing.seated.add(subject);
    hostOf.set(subject, standing);
  };

  return {
    place(subject, options) {
      const request = requests.get(subject);
      if (!request?.hostTenancy) return placement.place(subject, options);
      const found = choose(request, request.hostTenancy, options, standings);
      if ('refusal' in found) return found;
      sit(subject, found.standing);
      return { host: found.standing.host.id };
    },
    release(subject) {
      const standing = hostOf.get(subject);
      if (!standing) return placement.release(subject);
      standing.free += requests.get(subject)?.hostTenancy?.share ?? 0;
      standing.seated.delete(subject);
      hostOf.delete(subject);
    },
    restore(subject, name) {
      const standing = standings.get(name);
      if (standing && requests.get(subject)?.hostTenancy) sit(subject, standing);
      else placement.restore(subject, name);
    },
    on: (name) => {
      const standing = standings.get(name);
      return standing ? [...standing.seated] : placement.on(name);
    },
  };
}

type Chosen = { readonly standing: Standing } | Extract<Placed, { readonly refusal: unknown }>;

function choose(
  request: PlacementRequest,
  tenancy: HostTenancy,
  { failed, last }: PlaceOptions,
  standings: ReadonlyMap<string, Standing>,
): Chosen {
  const wanted = tenancy.hostId ?? (tenancy.affinity && last !== null ? last : undefined);
  if (wanted === undefined) return chooseAny(request, tenancy, failed, standings);
  const standing = standings.get(wanted);
  if (!standing)
    return refuse(
      'InvalidHostId.NotFound',
      `The Dedicated Host '${wanted}' does not exist. Allocate it in ${request.zoneLabel}, or name another.`,
    );
  const { host } = standing;
  if (host.zone !== request.zone)
    return refuse(
      'IncompatibleHostRequirements',
      `The Dedicated Host ${host.label} is in ${host.zoneLabel}, and the instance in ${request.zoneLabel}. Name a host of ${request.zoneLabel}.`,
    );
  if (!takes(host, request, tenancy))
    return refuse(
      'IncompatibleHostRequirements',
      `The Dedicated Host ${host.label} takes ${host.instanceType ?? host.family}, not ${request.instanceType}. Name a host of the family ${tenancy.family}, or choose another type.`,
    );
  if (failed.includes(host.id))
    return refuse(
      'InvalidHostState',
      `The Dedicated Host ${host.label} must be in the available state to complete the operation, and it has failed. Allocate another one and name it.`,
    );
  if (standing.free < tenancy.share) return full(request, host.label);
  return { standing };
}

function chooseAny(
  request: PlacementRequest,
  tenancy: HostTenancy,
  failed: readonly string[],
  standings: ReadonlyMap<string, Standing>,
): Chosen {
  const fitting = [...standings.values()].filter(
    ({ host }) => host.zone === request.zone && host.autoPlacement && takes(host, request, tenancy),
  );
  const whole = fitting.filter(({ host }) => !failed.includes(host.id));
  if (whole.length === 0)
    return refuse(
      fitting.length === 0 ? 'IncompatibleHostRequirements' : 'InvalidHostState',
      `There are no available or compatible Dedicated Hosts on which to launch or start the instance: none in ${request.zoneLabel} takes ${request.instanceType} with auto-placement on${fitting.length === 0 ? '' : ' and is in order'}. Allocate one, or name one in 'hostId'.`,
    );
  const standing = whole.find(({ free }) => free >= tenancy.share);
  return standing ? { standing } : full(request, whole.map(({ host }) => host.label).join(', '));
}

const takes = (host: DedicatedHost, request: PlacementRequest, { family }: HostTenancy): boolean =>
  host.family === family && (host.instanceType ?? request.instanceType) === request.instanceType;

const full = (request: PlacementRequest, label: string) =>
  refuse(
    'InsufficientCapacityOnHost',
    `There is not enough capacity on the Dedicated Host ${label} to launch or start the instance (${request.instanceType}). Stop another instance there, choose a smaller type, or allocate another host.`,
  );

const refuse = (code: string, message: string) => ({ refusal: { code, message } });
