/** Stand-ins for VPCs, subnets and instances that the input refers to and does not hold, so that the rest can be drawn. */
import { blockOf, makeCidr4, parseCidr4, parseIpv4 } from '../../model/ip/ipv4';
import type { Collected, Element } from './collected';
import type { ImportReport } from './report';
import { has, object, objects, text, texts, type Foreign } from './values';

export function addPlaceholders(
  { lists }: Collected,
  terminated: ReadonlySet<string>,
  report: ImportReport,
): void {
  addInstances(lists, terminated, report);
  addGroups(lists, report);
  addSubnets(lists, report);
  addVpcs(lists, report);
}

function addInstances(
  lists: Collected['lists'],
  terminated: ReadonlySet<string>,
  report: ImportReport,
): void {
  for (const eni of lists.NetworkInterfaces.values()) {
    const attachment = object(eni.value, 'Attachment');
    const id = text(attachment, 'InstanceId');
    if (id === undefined || lists.Instances.has(id) || terminated.has(id)) continue;
    if (text(attachment, 'Status') === 'detached') continue;
    lists.Instances.set(id, {
      ...eni,
      id,
      value: { InstanceType: 't3.micro', State: { Name: 'running' }, Placeholder: true },
    });
    report.warn(
      id,
      'This instance has an interface but is not in the input (give describe-instances too); a t3.micro stands for it.',
    );
  }
}

/**
 * A group that interfaces carry and the input does not hold. Its rules may be there (describe-security-group-rules);
 * otherwise they name a prefix list whose entries nobody knows, so that a verdict that depends on them is unknown.
 */
function addGroups(lists: Collected['lists'], report: ImportReport): void {
  const withRules = new Set<string>();
  for (const rule of lists.SecurityGroupRules.values()) withRules.add(text(rule.value, 'GroupId') ?? '');
  const unknownRules = [{ IpProtocol: '-1', PrefixListIds: [{ PrefixListId: UNKNOWN_RULES }] }];
  nameUnknownGroups(lists, report);
  const addGroup = (carrier: Element, group: Foreign): void => {
    const id = text(group, 'GroupId');
    if (id === undefined || lists.SecurityGroups.has(id)) return;
    const vpcId = text(carrier.value, 'VpcId') ?? vpcOfSubnet(lists, carrier);
    if (vpcId === undefined) return;
    const known = withRules.has(id);
    const unnamed = group['Unnamed'] === true;
    const { value: _, resourceType: __, ...place } = carrier;
    lists.SecurityGroups.set(id, {
      ...place,
      id,
      value: {
        GroupName: text(group, 'GroupName') ?? id,
        VpcId: vpcId,
        ...(unnamed ? { Synthetic: true, Tags: [{ Key: 'Name', Value: 'groups not in the input' }] } : {}),
        ...(known ? {} : { IpPermissions: unknownRules, IpPermissionsEgress: unknownRules }),
      },
    });
    if (!known && !unnamed)
      report.warn(
        id,
        'An interface carries this security group, but its rules are not in the input (give describe-security-groups too): what depends on them is answered unknown.',
      );
  };
  for (const list of [lists.NetworkInterfaces, lists.LoadBalancers, lists.VpcEndpoints])
    for (const carrier of list.values()) for (const group of groupsOf(carrier)) addGroup(carrier, group);
  for (const id of withRules)
    if (id !== '' && !lists.SecurityGroups.has(id))
      report.warn(
        id,
        'The rules of this security group are in the input, the group is not and no interface carries it; it was left out.',
      );
}

/** Load balancers list ids, interfaces and endpoints objects. */
const groupsOf = ({ value }: Element): readonly Foreign[] => {
  const ids = texts(value, 'SecurityGroups');
  return ids.length > 0 ? ids.map((GroupId) => ({ GroupId })) : objects(value, 'Groups');
};

/** An instance's interface always carries a group: where the input does not say which, nobody knows the rules. */
function nameUnknownGroups(lists: Collected['lists'], report: ImportReport): void {
  for (const [key, eni] of lists.NetworkInterfaces) {
    const attached = text(object(eni.value, 'Attachment'), 'InstanceId') !== undefined;
    const vpcId = text(eni.value, 'VpcId') ?? vpcOfSubnet(lists, eni);
    if (!attached || has(eni.value, 'Groups') || vpcId === undefined) continue;
    const group = { GroupId: `${UNKNOWN_RULES}/${vpcId}`, GroupName: 'not in the input', Unnamed: true };
    lists.NetworkInterfaces.set(key, { ...eni, value: { ...eni.value, Groups: [group] } });
    report.warn(
      eni.id,
      'The input does not say which security groups this interface carries: what depends on them is answered unknown.',
    );
  }
}

/** Stands for the entries of a prefix list that nobody has. */
const UNKNOWN_RULES = 'rules-not-in-the-input';

const vpcOfSubnet = (lists: Collected['lists'], eni: Element): string | undefined =>
  text(lists.Subnets.get(text(eni.value, 'SubnetId') ?? '')?.value ?? {}, 'VpcId');

function addSubnets(lists: Collected['lists'], report: ImportReport): void {
  const missing = new Map<string, { from: Element; addresses: string[] }>();
  const want = (from: Element, address: string | undefined): void => {
    const id = text(from.value, 'SubnetId');
    if (id === undefined || lists.Subnets.has(id)) return;
    const known = missing.get(id) ?? { from, addresses: [] };
    missing.set(id, known);
    if (address !== undefined) known.addresses.push(address);
  };
  for (const eni of lists.NetworkInterfaces.values()) want(eni, text(eni.value, 'PrivateIpAddress'));
  for (const nat of lists.NatGateways.values())
    want(nat, text(objects(nat.value, 'NatGatewayAddresses')[0] ?? {}, 'PrivateIp'));
  for (const [id, { from, addresses }] of missing) {
    const { value, ...place } = from;
    const placement = object(value, 'Placement');
    const subnet: Foreign = {
      VpcId: value['VpcId'],
      CidrBlock: blockAround(addresses, 24),
      AvailabilityZone: text(value, 'AvailabilityZone') ?? placement['AvailabilityZone'],
      AvailabilityZoneId: text(value, 'AvailabilityZoneId') ?? placement['AvailabilityZoneId'],
      Placeholder: true,
    };
    lists.Subnets.set(id, { ...place, id, value: subnet });
    report.warn(
      id,
      'This subnet is not in the input (give describe-subnets too); a stand-in was drawn, its range guessed from the addresses in it.',
    );
  }
}

function addVpcs(lists: Collected['lists'], report: ImportReport): void {
  const missing = new Map<string, { from: Element; cidrs: string[] }>();
  const want = (from: Element, id: string | undefined, cidr?: string): void => {
    if (id === undefined || lists.Vpcs.has(id)) return;
    const known = missing.get(id) ?? { from, cidrs: [] };
    missing.set(id, known);
    if (cidr !== undefined) known.cidrs.push(cidr);
  };
  for (const subnet of lists.Subnets.values())
    want(subnet, text(subnet.value, 'VpcId'), text(subnet.value, 'CidrBlock'));
  for (const list of [lists.RouteTables, lists.NetworkAcls, lists.SecurityGroups, lists.VpcEndpoints])
    for (const element of list.values()) want(element, text(element.value, 'VpcId'));
  for (const table of lists.RouteTables.values())
    for (const route of objects(table.value, 'Routes'))
      if (text(route, 'GatewayId') === 'local')
        want(table, text(table.value, 'VpcId'), text(route, 'DestinationCidrBlock'));
  for (const [id, { from, cidrs }] of missing) {
    const { value, ...place } = from;
    const zone = text(value, 'AvailabilityZone');
    lists.Vpcs.set(id, {
      ...place,
      id,
      value: {
        CidrBlock: blockAround(cidrs, 16) ?? '10.0.0.0/16',
        AvailabilityZone: zone,
        Placeholder: true,
      },
    });
    report.warn(
      id,
      'This VPC is not in the input (give describe-vpcs too); a stand-in was drawn, its range guessed from what is in it.',
    );
  }
}

/** The smallest block, no longer than the prefix given and no shorter than /16, around addresses and blocks. */
function blockAround(texts: readonly string[], prefix: number): string | undefined {
  const ends: number[] = [];
  for (const value of texts) {
    const cidr = parseCidr4(value);
    const address = parseIpv4(value);
    if (cidr) ends.push(cidr.first, cidr.last);
    else if (address !== null) ends.push(address);
  }
  const first = ends.reduce((a, b) => Math.min(a, b), Infinity);
  const last = ends.reduce((a, b) => Math.max(a, b), -Infinity);
  if (ends.length === 0) return undefined;
  for (let length = prefix; length > 16; length -= 1) {
    const block = blockOf(first, length);
    if (block.last >= last) return makeCidr4(block);
  }
  return makeCidr4(blockOf(first, 16));
}
