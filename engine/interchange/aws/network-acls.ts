/** Network ACLs. The final `*` deny (32767, 32768) is implied. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkAclEntry.html */
import type { ResourceOf } from '../../catalog/descriptors';
import { ipv4Cidr, ipv6Cidr } from './cidr';
import type { Element } from './collected';
import { protocolOf } from './protocol';
import { commonOf, composed, present, put, type Translation } from './translation';
import { choice, flag, has, integer, integerIn, object, objects, text, type Foreign } from './values';

type Entry = ResourceOf<'network-acl'>['entries'][number];

const MAX_ENTRIES = 400;
const LAST_EDITABLE = 32766;

export function aclsOfSubnets(acls: Iterable<Element>): ReadonlyMap<string, string> {
  const bySubnet = new Map<string, string>();
  for (const acl of acls)
    for (const association of objects(acl.value, 'Associations')) {
      const subnetId = text(association, 'SubnetId');
      if (subnetId !== undefined) bySubnet.set(subnetId, acl.id);
    }
  return bySubnet;
}

export function addNetworkAcl(to: Translation, element: Element): void {
  const { value } = element;
  const common = commonOf(to, 'network-acl', element);
  const vpcId = to.ids.of('vpc', text(value, 'VpcId'));
  if (!common || vpcId === undefined) return;
  const raw = objects(value, 'Entries');
  if (raw.length > 0 && !raw.some((entry) => (integer(entry, 'RuleNumber') ?? 0) > LAST_EDITABLE))
    to.report.info(element.id, 'A network ACL is given without its final deny entry (*); it always has one.');
  const entries = raw.flatMap((entry) => entryOf(to, element, entry) ?? []);
  // AWS does not promise an order.
  entries.sort((a, b) => Number(a.egress) - Number(b.egress) || a.ruleNumber - b.ruleNumber);
  if (entries.length > MAX_ENTRIES)
    to.report.warn(element.id, `A network ACL has more than ${MAX_ENTRIES} entries; the rest was left out.`);
  put(
    to,
    element,
    composed(common, {
      kind: 'network-acl',
      vpcId,
      isDefault: flag(value, 'IsDefault') === true ? true : undefined,
      entries: entries.slice(0, MAX_ENTRIES),
    }),
  );
}

function entryOf(to: Translation, acl: Element, entry: Foreign): Entry | undefined {
  const ruleNumber = integer(entry, 'RuleNumber');
  if (ruleNumber !== undefined && ruleNumber > LAST_EDITABLE) return undefined;
  const ruleAction = choice(entry, 'RuleAction', ['allow', 'deny']);
  const protocol = protocolOf(entry, 'Protocol');
  const cidrBlock = ipv4Cidr(text(entry, 'CidrBlock'));
  const ipv6CidrBlock = ipv6Cidr(text(entry, 'Ipv6CidrBlock'));
  const egress = flag(entry, 'Egress');
  if (
    ruleNumber === undefined ||
    ruleNumber < 1 ||
    ruleAction === undefined ||
    protocol === undefined ||
    egress === undefined ||
    (cidrBlock === undefined && ipv6CidrBlock === undefined)
  ) {
    to.report.warn(
      acl.id,
      'An entry of a network ACL could not be read and was left out; verdicts may differ.',
    );
    return undefined;
  }
  return present({
    ruleNumber,
    egress,
    protocol,
    ruleAction,
    cidrBlock,
    ipv6CidrBlock,
    portRange: ['6', '17', 'tcp', 'udp'].includes(protocol) ? portRangeOf(entry) : undefined,
    icmp: ['1', '58', 'icmp', 'icmpv6'].includes(protocol) ? icmpOf(entry) : undefined,
  });
}

function portRangeOf(entry: Foreign): Entry['portRange'] {
  const range = object(entry, 'PortRange');
  const from = integerIn(range, 'From', 0, 65535);
  const to = integerIn(range, 'To', 0, 65535);
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** -1 is any. */
function icmpOf(entry: Foreign): Entry['icmp'] {
  if (!has(entry, 'IcmpTypeCode')) return undefined;
  const icmp = object(entry, 'IcmpTypeCode');
  return { type: integerIn(icmp, 'Type', -1, 255) ?? -1, code: integerIn(icmp, 'Code', -1, 255) ?? -1 };
}
