/** What the rules of groups let in, roughly enough for a rule on a drawing: the tracer says it exactly. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { getKind } from '../catalog/lookup';
import type { SecurityGroupRule } from '../catalog/security-group/kind';
import type { ResourceId } from '../model/resource';

/** Inbound rules of these groups that cover a port. `null` if one of the groups is not in the document. */
export function inboundRulesFor(
  document: Scenario,
  groups: readonly ResourceId[],
  protocol: 'tcp' | 'udp',
  port: number,
): readonly SecurityGroupRule[] | null {
  const found = groups.map((id) => getKind(document, id, 'security-group'));
  if (found.some((group) => group === undefined)) return null;
  return found.flatMap(
    (group) => group?.securityGroupIngress.filter((rule) => covers(rule, protocol, port)) ?? [],
  );
}

function covers(rule: SecurityGroupRule, protocol: 'tcp' | 'udp', port: number): boolean {
  const number = protocol === 'tcp' ? '6' : '17';
  if (rule.ipProtocol === '-1') return true;
  if (rule.ipProtocol !== protocol && rule.ipProtocol !== number) return false;
  return (rule.fromPort ?? 0) <= port && port <= (rule.toPort ?? rule.fromPort ?? 65535);
}

/** Found by an import: what it lacks may lie in output that was not given. */
export const isImported = (document: Scenario, id: ResourceId): boolean =>
  document.observed[id]?.awsId !== undefined;

/** The rules of a group with one more. */
export const withInbound = (
  group: ResourceOf<'security-group'>,
  rule: SecurityGroupRule,
): { readonly securityGroupIngress: readonly SecurityGroupRule[] } => ({
  securityGroupIngress: [...group.securityGroupIngress, rule],
});
