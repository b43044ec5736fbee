/**
 * Every DNS name of an instance and who is told what by it.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html
 */
import { privateDnsName, resourceDnsName } from '../lifecycle/names';
import type { Fact } from '../model/inspection';
import type { LiveFields } from '../model/live';
import type { ResourceOf, Scenario } from './descriptors';
import { getKind, knownIdOf, primaryInterface } from './lookup';
import { hostnameType, nameRules } from './network-interface/name-rules';

/** Names with a note each: which is the host name, which are answered by the resolver of the VPC, and with what. */
export function dnsNameFacts(
  document: Scenario,
  instance: ResourceOf<'instance'>,
  live: Readonly<LiveFields> | undefined,
): readonly Fact[] {
  const eni = primaryInterface(document, instance.id);
  // Gone with the addresses: a terminated instance has no names.
  if (!eni || !live?.privateDnsName) return [];
  const subnet = getKind(document, eni.subnetId, 'subnet');
  const vpc = getKind(document, subnet?.vpcId, 'vpc');
  const rules = nameRules(document, eni);
  const type = hostnameType(instance, subnet);
  const resolves = vpc?.enableDnsSupport !== false;
  const address = live.privateIp ?? undefined;
  const facts: Fact[] = [];
  if (address !== undefined)
    facts.push({
      label: type === 'ip-name' ? 'Name' : 'IP name',
      value: privateDnsName(address, rules),
      note: joined(type === 'ip-name', resolves ? `A ${address} inside the VPC` : UNANSWERED),
    });
  const records = recordsOf(instance, subnet, address, eni.ipv6Addresses?.[0]);
  if (type === 'resource-name' || records.length > 0)
    facts.push({
      label: type === 'resource-name' ? 'Name' : 'Resource name',
      value: resourceDnsName(knownIdOf(document, instance.id), rules),
      note: joined(
        type === 'resource-name',
        records.length === 0
          ? 'no record: enableResourceNameDnsARecord is off'
          : resolves
            ? `${records.join(' and ')} inside the VPC`
            : UNANSWERED,
      ),
    });
  if (live.publicDnsName && live.publicIp)
    facts.push({
      label: 'Public name',
      value: live.publicDnsName,
      note: `${live.publicIp} from outside, ${address ?? 'the private address'} from inside the VPC`,
    });
  return facts;
}

const UNANSWERED = 'not answered: DNS resolution is off in the VPC';

const joined = (isHostName: boolean, note: string): string => (isHostName ? `host name; ${note}` : note);

/** Records of the resource name are opt-in; where there is no IPv4, the name stands for the IPv6 address. */
function recordsOf(
  instance: ResourceOf<'instance'>,
  subnet: ResourceOf<'subnet'> | undefined,
  address: string | undefined,
  ipv6: string | undefined,
): readonly string[] {
  const only6 = subnet !== undefined && subnet.cidrBlock === undefined;
  if (only6) return ipv6 === undefined ? [] : [`AAAA ${ipv6}`];
  return instance.privateDnsNameOptions?.enableResourceNameDnsARecord === true && address !== undefined
    ? [`A ${address}`]
    : [];
}
