/** A service of three tiers over three zones, whose groups name each other; a share of its instances differ. */
import type { ResourceId } from '../../model/resource';
import { EVERYWHERE, OFFICE, ZONES, type Builder, type GroupRule } from './builder';
import { addElasticIp, TIERS, type SeededVpc, type Tier } from './vpc';

const INSTANCE_TYPES = { web: 't3.micro', app: 'm5.large', data: 'r5.large' } as const;
const DATA_PORTS = [3306, 5432, 6379, 9200] as const;
/** The data tier takes what the others leave. */
const SHARES = { web: 0.2, app: 0.5 } as const;

const tcp = (fromPort: number, toPort = fromPort): Pick<GroupRule, 'ipProtocol' | 'fromPort' | 'toPort'> => ({
  ipProtocol: 'tcp',
  fromPort,
  toPort,
});

type Groups = Readonly<Record<Tier, ResourceId>>;

export interface ServiceShape {
  readonly instances: number;
  readonly ownPolicyShare: number;
}

export function addService(
  builder: Builder,
  vpc: SeededVpc,
  { instances, ownPolicyShare }: ServiceShape,
): void {
  const name = builder.next('service');
  const groups = addGroups(builder, vpc, name);
  const isFirst = vpc.appGroups.length === 0;
  vpc.appGroups.push(groups.app);
  const web = Math.round(instances * SHARES.web);
  const app = Math.round(instances * SHARES.app);
  const counts = { web, app, data: instances - web - app };
  const addresses: string[] = [];
  for (const tier of TIERS)
    for (let index = 0; index < counts[tier]; index += 1) {
      // The first ones of a VPC's public and app tier are the hosts that all services share.
      const shared = isFirst && index === 0 ? sharedGroupOf(vpc, tier) : undefined;
      const hasOwn = shared === undefined && builder.choose(0, 9999) < ownPolicyShare * 10_000;
      const label = `${name}-${tier}-${index + 1}`;
      const own = hasOwn ? [addOwnGroup(builder, vpc, groups, label, addresses)] : [];
      const groupSet = [shared ?? groups[tier], ...own];
      addresses.push(addInstance(builder, vpc, { tier, label, groupSet, index }));
    }
}

const sharedGroupOf = (vpc: SeededVpc, tier: Tier): ResourceId | undefined =>
  tier === 'web' ? vpc.bastionGroup : tier === 'app' ? vpc.monitorGroup : undefined;

function addGroups(builder: Builder, vpc: SeededVpc, name: string): Groups {
  const groups = { web: builder.next('sg'), app: builder.next('sg'), data: builder.next('sg') };
  const dataPort = builder.oneOf(DATA_PORTS);
  const open: readonly GroupRule[] = [{ ipProtocol: '-1', cidrIp: EVERYWHERE }];
  const inside: readonly GroupRule[] = [{ ipProtocol: '-1', cidrIp: vpc.cidrBlock }];
  const common: readonly GroupRule[] = [
    { ...tcp(22), peerGroupId: vpc.bastionGroup },
    { ...tcp(9100), peerGroupId: vpc.monitorGroup },
    { ipProtocol: 'icmp', fromPort: 8, toPort: -1, cidrIp: vpc.cidrBlock },
  ];
  const front: readonly GroupRule[] = [
    { ...tcp(80), cidrIp: EVERYWHERE },
    { ...tcp(443), cidrIp: EVERYWHERE },
  ];
  builder.addGroup(vpc.id, `${name}-web`, [...front, ...common], open, groups.web);
  const callers =
    vpc.appGroups.length > 0 && builder.choose(1, 3) === 1 ? [builder.oneOf(vpc.appGroups)] : [];
  const appRules = [groups.web, groups.app, ...callers].map((peerGroupId): GroupRule => ({
    ...tcp(8080, 8090),
    peerGroupId,
  }));
  const narrow: readonly GroupRule[] = [
    { ...tcp(443), cidrIp: EVERYWHERE },
    { ...tcp(dataPort), peerGroupId: groups.data },
    { ...tcp(8080, 8090), cidrIp: vpc.cidrBlock },
    { ipProtocol: 'udp', fromPort: 53, toPort: 53, cidrIp: vpc.cidrBlock },
  ];
  const appOut = builder.choose(1, 4) === 1 ? narrow : open;
  builder.addGroup(vpc.id, `${name}-app`, [...appRules, ...common], appOut, groups.app);
  const dataRules = [groups.app, groups.data].map((peerGroupId): GroupRule => ({
    ...tcp(dataPort),
    peerGroupId,
  }));
  builder.addGroup(vpc.id, `${name}-data`, [...dataRules, ...common], inside, groups.data);
  return groups;
}

/** One to three rules on a port of its own, from people, a tier or one neighbour. */
function addOwnGroup(
  builder: Builder,
  vpc: SeededVpc,
  groups: Groups,
  label: string,
  neighbours: readonly string[],
): ResourceId {
  const rules = Array.from({ length: builder.choose(1, 3) }, (): GroupRule => {
    const scope = tcp(builder.choose(9200, 9999));
    switch (builder.choose(1, neighbours.length > 0 ? 3 : 2)) {
      case 1:
        return { ...scope, cidrIp: OFFICE };
      case 2:
        return { ...scope, peerGroupId: groups[builder.oneOf(TIERS)] };
      default:
        return { ...scope, cidrIp: `${builder.oneOf(neighbours)}/32` };
    }
  });
  return builder.addGroup(vpc.id, `${label}-own`, rules, []);
}

interface Placed {
  readonly tier: Tier;
  readonly label: string;
  readonly groupSet: readonly ResourceId[];
  readonly index: number;
}

/** @returns its private address */
function addInstance(builder: Builder, vpc: SeededVpc, { tier, label, groupSet, index }: Placed): string {
  const zone = ZONES[index % ZONES.length] ?? 'az-1';
  const { subnetId, address } = vpc.seat(tier, zone);
  const id = builder.next('i');
  const eniId = builder.next('eni');
  builder.add({ id, kind: 'instance', name: label, instanceType: INSTANCE_TYPES[tier] });
  builder.add({
    id: eniId,
    kind: 'network-interface',
    subnetId,
    privateIpAddress: address,
    groupSet,
    sourceDestCheck: true,
    attachment: { instanceId: id, deviceIndex: 0, deleteOnTermination: true },
  });
  builder.add({
    id: builder.next('vol'),
    kind: 'volume',
    availabilityZone: zone,
    size: tier === 'data' ? 100 : 8,
    volumeType: 'gp3',
    encrypted: true,
    attachment: { instanceId: id, device: '/dev/xvda', root: true, deleteOnTermination: true },
  });
  if (groupSet[0] === vpc.bastionGroup) addElasticIp(builder, { networkInterfaceId: eniId });
  return address;
}
