/** Regions, zones, VPCs and subnets. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html and API_Subnet.html */
import type { BlockPublicAccessMode } from '../../model/document';
import { cidr4Contains, parseCidr4 } from '../../model/ip/ipv4';
import { ipv4Cidr, ipv6Cidr } from './cidr';
import { attributeValue } from './collect';
import type { Element } from './collected';
import { commonOf, composed, present, put, regionId, regionIdOf, type Translation } from './translation';
import { choice, flag, has, object, objects, text, type Foreign } from './values';
import { saysZone } from './zones';

export function addPlaces(to: Translation): void {
  to.zones.regions.forEach((regionName) => {
    const id = regionId(to.zones.regions, regionName);
    to.resources.set(id, { id, kind: 'region', regionName });
  });
  for (const { id, region, zoneName, zoneId } of to.zones.all)
    to.resources.set(
      id,
      present({ id, kind: 'zone', region: regionId(to.zones.regions, region), zoneName, zoneId }),
    );
  // An address of a block reserved for documentation: RFC 5737.
  to.resources.set('internet-1', { id: 'internet-1', kind: 'internet', clientAddress: '203.0.113.7' });
}

/** Blocks in state `associated` only; the primary one is in the set too. */
const associated = (value: Foreign, set: string, block: string, state: string): readonly string[] =>
  objects(value, set)
    .filter((entry) => ['associated', undefined].includes(text(object(entry, state), 'State')?.toLowerCase()))
    .flatMap((entry) => text(entry, block) ?? []);

export function addVpc(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'vpc', element);
  if (!common) return;
  const blocks = associated(value, 'CidrBlockAssociationSet', 'CidrBlock', 'CidrBlockState');
  const primary = ipv4Cidr(text(value, 'CidrBlock') ?? blocks[0], 16, 28);
  if (primary === undefined)
    to.report.warn(
      element.id,
      'The VPC has no IPv4 block from /16 to /28 in the input; 10.0.0.0/16 was assumed.',
    );
  const further = blocks.filter((block) => block !== primary && ipv4Cidr(block, 16, 28) !== undefined);
  if (further.length > 4)
    to.report.warn(element.id, 'A VPC has more than four further IPv4 blocks; four are held.');
  const ipv6Blocks = associated(value, 'Ipv6CidrBlockAssociationSet', 'Ipv6CidrBlock', 'Ipv6CidrBlockState');
  if (ipv6Blocks.length > 1) to.report.warn(element.id, 'A VPC has several IPv6 blocks; the first is held.');
  const attributes = to.input.vpcAttributes.get(element.id);
  const dnsSupport = attributeValue(attributes, 'EnableDnsSupport');
  const dnsHostnames = attributeValue(attributes, 'EnableDnsHostnames');
  if (dnsSupport === undefined || dnsHostnames === undefined)
    to.report.info(
      element.id,
      'DNS settings are not in the input (aws ec2 describe-vpc-attribute gives them); EC2’s defaults were assumed.',
    );
  const blockPublicAccess = publicAccessBlockOf(to, element);
  put(
    to,
    element,
    composed(common, {
      kind: 'vpc',
      region: regionIdOf(to, element),
      cidrBlock: primary ?? '10.0.0.0/16',
      secondaryCidrBlocks: further.length > 0 ? further.slice(0, 4) : undefined,
      ipv6CidrBlock: ipv6Cidr(ipv6Blocks[0]),
      enableDnsSupport: dnsSupport ?? true,
      enableDnsHostnames: dnsHostnames ?? (flag(value, 'IsDefault') === true || hasPrivateNames(to, element)),
      instanceTenancy: choice(value, 'InstanceTenancy', ['dedicated']),
      isDefault: flag(value, 'IsDefault') === true ? true : undefined,
    }),
    blockPublicAccess === undefined ? {} : { blockPublicAccess },
  );
}

/**
 * An endpoint has private names only in a VPC whose DNS names are on.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
 */
function hasPrivateNames(to: Translation, { id }: Element): boolean {
  for (const { value } of to.input.lists.VpcEndpoints.values())
    if (text(value, 'VpcId') === id && flag(value, 'PrivateDnsEnabled') === true) return true;
  return false;
}

/**
 * What the VPC says of itself, else what its region and account say. A mode nobody knows counts as the strictest.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html
 */
function publicAccessBlockOf(to: Translation, element: Element): BlockPublicAccessMode | undefined {
  const own = text(object(element.value, 'BlockPublicAccessStates'), 'InternetGatewayBlockMode');
  const account = text(element.value, 'OwnerId') ?? element.account;
  const around = to.input.publicAccessBlocks.find(
    (block) =>
      (block.region === undefined || block.region === to.regions.of(element)) &&
      (block.account === undefined || account === undefined || block.account === account),
  );
  const mode = (own ?? around?.mode ?? 'off').toLowerCase();
  if (mode === 'off') return undefined;
  to.report.warn(
    element.id,
    `VPC Block Public Access is on (${mode.slice(0, 40)}); its exclusions are not held yet, so what it may block is answered unknown.`,
  );
  return mode === 'block-ingress' ? mode : 'block-bidirectional';
}

export interface SubnetAssociations {
  /** Route table id of AWS by subnet id of AWS. */
  readonly tables: ReadonlyMap<string, string>;
  readonly acls: ReadonlyMap<string, string>;
}

export function addSubnet(to: Translation, element: Element, associations: SubnetAssociations): void {
  const { value } = element;
  const common = commonOf(to, 'subnet', element);
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  const availabilityZone = to.zones.of(element, to.regions);
  if (!common || vpcId === undefined || availabilityZone === undefined) return;
  if (!saysZone(element))
    to.report.warn(element.id, 'A subnet does not say in which zone it is; one was assumed.');
  const cidrBlock = ipv4Cidr(text(value, 'CidrBlock'), 16, 28);
  const ipv6Blocks = associated(value, 'Ipv6CidrBlockAssociationSet', 'Ipv6CidrBlock', 'Ipv6CidrBlockState');
  const ipv6Block = ipv6Cidr(ipv6Blocks[0]);
  if (cidrBlock === undefined && ipv6Block === undefined)
    to.report.warn(element.id, 'A subnet has no block of addresses in the input.');
  if (has(value, 'OutpostArn') && text(value, 'OutpostArn') !== undefined)
    to.report.warn(element.id, 'A subnet on an Outpost is treated as one in the region.');
  checkInsideVpc(to, element, cidrBlock);
  const acl = associations.acls.get(element.id);
  if (acl === undefined && to.input.given.has('NetworkAcls') && value['Placeholder'] !== true)
    to.report.warn(
      element.id,
      'A subnet is in no network ACL’s list; the default ACL of its VPC was assumed.',
    );
  put(
    to,
    element,
    composed(common, {
      kind: 'subnet',
      vpcId,
      availabilityZone,
      cidrBlock,
      ipv6CidrBlock: ipv6Block,
      mapPublicIpOnLaunch: flag(value, 'MapPublicIpOnLaunch') ?? false,
      routeTableId: to.ids.of('route-table', associations.tables.get(element.id)),
      networkAclId: to.ids.of('network-acl', acl),
    }),
  );
}

function checkInsideVpc(to: Translation, element: Element, cidrBlock: string | undefined): void {
  const vpc = to.input.lists.Vpcs.get(text(element.value, 'VpcId') ?? '');
  const block = cidrBlock === undefined ? null : parseCidr4(cidrBlock);
  if (!vpc || !block) return;
  const blocks = [
    text(vpc.value, 'CidrBlock') ?? '',
    ...associated(vpc.value, 'CidrBlockAssociationSet', 'CidrBlock', 'CidrBlockState'),
  ];
  const inside = blocks.some((outer) => {
    const cidr = parseCidr4(outer);
    return cidr !== null && cidr4Contains(cidr, block);
  });
  if (!inside) to.report.warn(element.id, 'The block of a subnet is outside the blocks of its VPC.');
}
