/**
 * The same question answered the plain way, as a script over `describe-*` output would: find things by id, match CIDR
 * text with ipaddr.js, say yes or no. Knows one VPC and two instances in it, and explains nothing.
 */
import ipaddr from 'ipaddr.js';
import type { ResourceOf, Scenario } from '../../engine/catalog/descriptors';

type Interface = ResourceOf<'network-interface'>;
type Entry = ResourceOf<'network-acl'>['entries'][number];
type Group = ResourceOf<'security-group'>;
type Rule = NonNullable<Group['securityGroupIngress']>[number];

const holds = (cidr: string, address: string): boolean => ipaddr.parse(address).match(ipaddr.parseCIDR(cidr));

const coversPort = (
  rule: { readonly fromPort?: number | undefined; readonly toPort?: number | undefined },
  port: number,
): boolean => (rule.fromPort ?? 0) <= port && port <= (rule.toPort ?? 65_535);

/** Whether tcp from one instance's interface reaches a port of another's, answer included. */
export function plainTrace(
  document: Scenario,
  fromInstance: string,
  toInstance: string,
  port: number,
): boolean {
  const all = Object.values(document.resources);
  const interfaceOf = (instance: string): Interface | undefined =>
    all.find(
      (thing): thing is Interface =>
        thing.kind === 'network-interface' && thing.attachment?.instanceId === instance,
    );
  const from = interfaceOf(fromInstance);
  const to = interfaceOf(toInstance);
  if (!from || !to) return false;

  const allows = (rule: Rule, other: Interface): boolean =>
    (rule.ipProtocol === '-1' || (rule.ipProtocol === 'tcp' && coversPort(rule, port))) &&
    (rule.cidrIp !== undefined
      ? holds(rule.cidrIp, other.privateIpAddress ?? '')
      : other.groupSet.some((group) => group === rule.peerGroupId));
  const groupsAllow = (
    on: Interface,
    side: 'securityGroupIngress' | 'securityGroupEgress',
    other: Interface,
  ): boolean =>
    on.groupSet.some((id) => {
      const group = document.resources[id];
      return group?.kind === 'security-group' && (group[side] ?? []).some((rule) => allows(rule, other));
    });
  const aclAllows = (on: Interface, egress: boolean, other: Interface, ports: readonly number[]): boolean => {
    const subnet = document.resources[on.subnetId];
    const acl = all.find(
      (thing) =>
        thing.kind === 'network-acl' &&
        (subnet?.kind === 'subnet' && subnet.networkAclId
          ? thing.id === subnet.networkAclId
          : thing.isDefault),
    );
    if (acl?.kind !== 'network-acl') return false;
    const decides = (entry: Entry, at: number): boolean =>
      entry.egress === egress &&
      (entry.protocol === '-1' ||
        (entry.protocol === '6' &&
          coversPort({ fromPort: entry.portRange?.from, toPort: entry.portRange?.to }, at))) &&
      holds(entry.cidrBlock ?? '0.0.0.0/0', other.privateIpAddress ?? '');
    const sorted = [...acl.entries].sort((a, b) => a.ruleNumber - b.ruleNumber);
    return ports.every((at) => sorted.find((entry) => decides(entry, at))?.ruleAction === 'allow');
  };

  if (!groupsAllow(from, 'securityGroupEgress', to) || !groupsAllow(to, 'securityGroupIngress', from))
    return false;
  if (from.subnetId === to.subnetId) return true;
  const answers = [32_768, 60_999];
  return (
    aclAllows(from, true, to, [port]) &&
    aclAllows(to, false, from, [port]) &&
    aclAllows(to, true, from, answers) &&
    aclAllows(from, false, to, answers)
  );
}
