/** Network interfaces: the master list of addresses. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html */
import type { ResourceOf } from '../../catalog/descriptors';
import { cidr4Has, parseCidr4, parseIpv4 } from '../../model/ip/ipv4';
import { ipv4, ipv4Cidr, ipv6, ipv6Cidr } from './cidr';
import type { Element } from './collected';
import { associationsOf, isElastic } from './complete';
import type { Nodes } from './nodes';
import { commonOf, composed, present, put, type Translation } from './translation';
import { flag, integerIn, object, objects, text, type Foreign } from './values';

type NetworkInterface = ResourceOf<'network-interface'>;

const MAX_GROUPS = 16;
const MAX_ADDRESSES = 255;
const MAX_PREFIXES = 64;

export class InterfaceTranslator {
  /** Primary private address by interface id. */
  readonly addressOfInterface = new Map<string, string>();
  /** Interface id by AWS id of the instance. */
  readonly interfaceOfInstance = new Map<string, string>();
  readonly #seen = new Set<string>();
  readonly #seats = new Map<string, Set<number>>();
  readonly #nodes: Nodes;

  constructor(nodes: Nodes) {
    this.#nodes = nodes;
  }

  add(to: Translation, element: Element): void {
    const { value } = element;
    const common = commonOf(to, 'network-interface', element);
    const subnetId = to.ids.of('subnet', text(value, 'SubnetId'));
    if (!common || subnetId === undefined) return;
    const listed = objects(value, 'PrivateIpAddresses');
    const primary =
      ipv4(text(value, 'PrivateIpAddress')) ??
      ipv4(text(listed.find((address) => flag(address, 'Primary') === true) ?? {}, 'PrivateIpAddress'));
    const secondary = listed
      .flatMap((address) => ipv4(text(address, 'PrivateIpAddress')) ?? [])
      .filter((address, index, all) => address !== primary && all.indexOf(address) === index);
    const v6 = objects(value, 'Ipv6Addresses').flatMap((address) => ipv6(text(address, 'Ipv6Address')) ?? []);
    if (primary !== undefined) {
      this.addressOfInterface.set(common.id, primary);
      this.#checkAddress(to, element, primary);
    }
    const attachment = this.#attachmentOf(to, element);
    if (attachment?.deviceIndex === 0)
      this.interfaceOfInstance.set(text(object(value, 'Attachment'), 'InstanceId') ?? '', common.id);
    const interfaceType = text(value, 'InterfaceType');
    const publicIps = publicIpsOf(value, primary);
    const state = text(value, 'Status')?.toLowerCase();
    put(
      to,
      element,
      composed(common, {
        kind: 'network-interface',
        subnetId,
        privateIpAddress: primary,
        secondaryPrivateIpAddresses: secondary.length > 0 ? secondary.slice(0, MAX_ADDRESSES) : undefined,
        ipv6Addresses: v6.length > 0 ? v6.slice(0, MAX_ADDRESSES) : undefined,
        groupSet: groupsOf(to, element),
        sourceDestCheck: flag(value, 'SourceDestCheck') ?? true,
        attachment,
        interfaceType: interfaceType === 'interface' ? undefined : interfaceType?.slice(0, 64),
        description: text(value, 'Description')?.slice(0, 255),
        managedBy: attachment ? undefined : this.#nodes.ownerOf(element),
        ipv4Prefixes: prefixesOf(value, 'Ipv4Prefixes', 'Ipv4Prefix', ipv4Cidr),
        ipv6Prefixes: prefixesOf(value, 'Ipv6Prefixes', 'Ipv6Prefix', ipv6Cidr),
      }),
      present({
        // Attached to an instance it can only be in use; else the state tells a service's interface from an idle one.
        state: attachment ? undefined : state?.slice(0, 64),
        publicIps: Object.keys(publicIps).length > 0 ? publicIps : undefined,
      }),
    );
  }

  /** Service interfaces are attached to something of Amazon's, without an instance. */
  #attachmentOf(to: Translation, { id, value }: Element): NetworkInterface['attachment'] {
    const attachment = object(value, 'Attachment');
    const instanceId = to.ids.of('instance', text(attachment, 'InstanceId'));
    if (instanceId === undefined || text(attachment, 'Status')?.toLowerCase() === 'detached')
      return undefined;
    const said = integerIn(attachment, 'DeviceIndex', 0, 63) ?? 0;
    const taken = this.#seats.get(instanceId) ?? new Set<number>();
    this.#seats.set(instanceId, taken);
    if (taken.size === 64) return undefined;
    let deviceIndex = said;
    // Each network card of a big instance counts from 0 or 1 anew.
    while (taken.has(deviceIndex)) deviceIndex = (deviceIndex + 1) % 64;
    if (deviceIndex !== said)
      to.report.warn(
        id,
        'Two interfaces of an instance have one device index (network cards count apart); one was renumbered.',
      );
    taken.add(deviceIndex);
    return {
      instanceId,
      deviceIndex,
      deleteOnTermination: flag(attachment, 'DeleteOnTermination') ?? false,
    };
  }

  #checkAddress(to: Translation, element: Element, address: string): void {
    const subnet = to.input.lists.Subnets.get(text(element.value, 'SubnetId') ?? '');
    if (!subnet) return;
    const cidr = parseCidr4(text(subnet.value, 'CidrBlock') ?? '');
    const number = parseIpv4(address);
    if (cidr && number !== null && !cidr4Has(cidr, number) && subnet.value['Placeholder'] !== true)
      to.report.warn(element.id, 'The address of an interface is outside the block of its subnet.');
    const key = `${text(subnet.value, 'VpcId') ?? ''} ${address}`;
    if (this.#seen.has(key))
      to.report.warn(element.id, 'Two interfaces of a VPC have the same private address.');
    this.#seen.add(key);
  }
}

/** Delegated blocks. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-prefix-eni.html */
function prefixesOf(
  value: Foreign,
  list: string,
  key: string,
  read: (block: string | undefined) => string | undefined,
): readonly string[] | undefined {
  const blocks = objects(value, list).flatMap((entry) => read(text(entry, key)) ?? []);
  return blocks.length > 0 ? blocks.slice(0, MAX_PREFIXES) : undefined;
}

function groupsOf(to: Translation, { id, value }: Element): readonly string[] {
  const groups: string[] = [];
  for (const group of objects(value, 'Groups')) {
    const awsId = text(group, 'GroupId');
    const held = to.ids.of('security-group', awsId);
    if (held !== undefined && !groups.includes(held)) groups.push(held);
  }
  if (groups.length > MAX_GROUPS)
    to.report.warn(
      id,
      `An interface carries more than ${MAX_GROUPS} security groups; the rest was left out.`,
    );
  return groups.slice(0, MAX_GROUPS);
}

function publicIpsOf(value: Foreign, primary: string | undefined): Record<string, string> {
  const publicIps: Record<string, string> = {};
  for (const { association, privateIp } of associationsOf(value)) {
    const publicIp = ipv4(text(association, 'PublicIp'));
    const inside = ipv4(privateIp) ?? primary;
    if (publicIp !== undefined && inside !== undefined && !isElastic(association))
      publicIps[inside] = publicIp;
  }
  return publicIps;
}
