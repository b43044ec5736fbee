/** A VPC of three zones: gateways, tables, ACLs, what all its services share, and subnets as they are needed. */
import type { ResourceOf } from '../../catalog/descriptors';
import { makeIpv4, parseCidr4 } from '../../model/ip/ipv4';
import type { ResourceId } from '../../model/resource';
import { addAcls, type Acls } from './acls';
import type { Builder } from './builder';
import { EVERYWHERE, OFFICE, ZONES } from './builder';

export const TIERS = ['web', 'app', 'data'] as const;
export type Tier = (typeof TIERS)[number];
type Zone = (typeof ZONES)[number];

/** As long as an application has it, the last addresses of a /24 stay free. */
const HOSTS_PER_SUBNET = 200;
/** The first four addresses are Amazon's: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const FIRST_HOST = 4;

export interface SeededVpc {
  readonly id: ResourceId;
  readonly name: string;
  readonly cidrBlock: string;
  /** Groups of the hosts that reach every instance: administrators' way in, and what watches. */
  readonly bastionGroup: ResourceId;
  readonly monitorGroup: ResourceId;
  /** Groups of the app tiers so far. */
  readonly appGroups: ResourceId[];
  /** The next free place of a tier in a zone; opens a subnet where none has room. */
  readonly seat: (tier: Tier, zone: Zone) => { readonly subnetId: ResourceId; readonly address: string };
}

export function addVpc(builder: Builder, index: number): SeededVpc {
  const id = builder.next('vpc');
  const name = `prod-${index + 1}`;
  const cidrBlock = `10.${index}.0.0/16`;
  builder.add({
    id,
    kind: 'vpc',
    name,
    region: 'region-1',
    cidrBlock,
    enableDnsSupport: true,
    enableDnsHostnames: true,
  });
  const tables = new Tables(builder, id, name);
  const acls = addAcls(builder, id, name, cidrBlock);
  const subnets = new Subnets(builder, { id, name, cidrBlock }, tables, acls);
  for (const zone of ZONES) addNat(builder, tables, zone, subnets.seat('web', zone));
  const open = [{ ipProtocol: '-1', cidrIp: EVERYWHERE }];
  const defaultGroup = builder.next('sg');
  builder.addGroup(id, 'default', [{ ipProtocol: '-1', peerGroupId: defaultGroup }], open, defaultGroup);
  const ssh = { ipProtocol: 'tcp', fromPort: 22, toPort: 22 };
  return {
    id,
    name,
    cidrBlock,
    bastionGroup: builder.addGroup(id, `${name}-bastion`, [{ ...ssh, cidrIp: OFFICE }], open),
    monitorGroup: builder.addGroup(
      id,
      `${name}-monitor`,
      [{ ipProtocol: 'tcp', fromPort: 9090, toPort: 9090, cidrIp: cidrBlock }],
      open,
    ),
    appGroups: [],
    seat: (tier, zone) => subnets.seat(tier, zone),
  };
}

/** The main table leads nowhere else; a public one, and a private one a zone. */
class Tables {
  readonly public: ResourceId;
  readonly private: ReadonlyMap<Zone, ResourceId>;
  readonly #natIds = new Map<Zone, ResourceId>();

  constructor(builder: Builder, vpcId: ResourceId, name: string) {
    const gatewayId = builder.next('igw');
    builder.add({ id: gatewayId, kind: 'internet-gateway', name, region: 'region-1', vpcId });
    const add = (label: string, routes: ResourceOf<'route-table'>['routes'], main?: true): ResourceId => {
      const id = builder.next('rtb');
      const is = main ? { main } : {};
      builder.add({ id, kind: 'route-table', name: `${name}-${label}`, vpcId, ...is, routes });
      return id;
    };
    add('main', [], true);
    this.public = add('public', [{ destinationCidrBlock: EVERYWHERE, gatewayId }]);
    for (const zone of ZONES) this.#natIds.set(zone, builder.next('nat'));
    this.private = new Map(
      ZONES.map((zone) => [
        zone,
        add(`private-${zone}`, [{ destinationCidrBlock: EVERYWHERE, natGatewayId: this.natId(zone) }]),
      ]),
    );
  }

  natId(zone: Zone): ResourceId {
    const id = this.#natIds.get(zone);
    if (id === undefined) throw new RangeError(`${zone} has no NAT gateway.`);
    return id;
  }
}

function addNat(builder: Builder, tables: Tables, zone: Zone, seat: ReturnType<SeededVpc['seat']>): void {
  const allocationId = addElasticIp(builder, {});
  builder.add({
    id: tables.natId(zone),
    kind: 'nat-gateway',
    name: zone,
    subnetId: seat.subnetId,
    connectivityType: 'public',
    privateIpAddress: seat.address,
    allocationId,
  });
}

/** Elastic IPs of a block reserved for benchmarks: RFC 2544. */
export function addElasticIp(
  builder: Builder,
  at: Partial<Pick<ResourceOf<'elastic-ip'>, 'networkInterfaceId'>>,
): ResourceId {
  const id = builder.next('eip');
  const first = (198 * 256 + 18) * 65536;
  const publicIp = makeIpv4(first + Number(id.slice('eip-'.length)));
  builder.add({ id, kind: 'elastic-ip', region: 'region-1', publicIp, ...at });
  return id;
}

class Subnets {
  readonly #builder: Builder;
  readonly #vpc: Pick<SeededVpc, 'id' | 'name' | 'cidrBlock'>;
  readonly #tables: Tables;
  readonly #acls: Acls;
  readonly #open = new Map<string, { id: ResourceId; first: number; hosts: number }>();
  #count = 0;

  constructor(
    builder: Builder,
    vpc: Pick<SeededVpc, 'id' | 'name' | 'cidrBlock'>,
    tables: Tables,
    acls: Acls,
  ) {
    this.#builder = builder;
    this.#vpc = vpc;
    this.#tables = tables;
    this.#acls = acls;
  }

  seat(tier: Tier, zone: Zone): ReturnType<SeededVpc['seat']> {
    const key = `${tier} ${zone}`;
    const known = this.#open.get(key);
    const subnet = known && known.hosts < HOSTS_PER_SUBNET ? known : this.#openSubnet(tier, zone);
    this.#open.set(key, subnet);
    subnet.hosts += 1;
    return { subnetId: subnet.id, address: makeIpv4(subnet.first + FIRST_HOST + subnet.hosts - 1) };
  }

  #openSubnet(tier: Tier, zone: Zone): { id: ResourceId; first: number; hosts: number } {
    const vpcFirst = parseCidr4(this.#vpc.cidrBlock)?.first;
    if (vpcFirst === undefined || this.#count === 256)
      throw new RangeError(`${this.#vpc.name} has no room for another subnet.`);
    const first = vpcFirst + 256 * this.#count;
    this.#count += 1;
    const id = this.#builder.next('subnet');
    const routeTableId = tier === 'web' ? this.#tables.public : this.#tables.private.get(zone);
    const networkAclId = this.#acls.of(tier, zone);
    this.#builder.add({
      id,
      kind: 'subnet',
      name: `${this.#vpc.name}-${tier}-${this.#count}`,
      vpcId: this.#vpc.id,
      availabilityZone: zone,
      cidrBlock: `${makeIpv4(first)}/24`,
      mapPublicIpOnLaunch: tier === 'web',
      // Data stays on the main table, which leads nowhere else.
      ...(tier === 'data' || routeTableId === undefined ? {} : { routeTableId }),
      ...(networkAclId === undefined ? {} : { networkAclId }),
    });
    return { id, first, hosts: 0 };
  }
}
