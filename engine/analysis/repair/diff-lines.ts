/** What changes do to a document, resource by resource and line by line, in words. */
import type { DiffLine } from '../../model/repair';
import type { Resource, Scenario, ScenarioChange } from '../../catalog/descriptors';
import { descriptorOf } from '../../catalog/descriptors';
import { get, labelOf } from '../../catalog/lookup';
import type { NetworkAclEntry } from '../../catalog/network-acl/kind';
import type { Route } from '../../catalog/route-table/kind';
import {
  destinationOf,
  peerOfGroupRule,
  targetOf,
  whatOfAclEntry,
  whatOfGroupRule,
} from '../../catalog/rule-words';
import type { SecurityGroupRule } from '../../catalog/security-group/kind';

/** @param before @param after the document without and with the changes */
export function diffLines(
  before: Scenario,
  after: Scenario,
  changes: readonly ScenarioChange[],
): readonly DiffLine[] {
  const ids = new Set(
    changes.flatMap((change) =>
      change.type === 'add'
        ? [change.resource.id]
        : change.type === 'update' || change.type === 'attach' || change.type === 'remove'
          ? [change.id]
          : [],
    ),
  );
  return [...ids].flatMap((id) => {
    const old = get(before, id);
    const now = get(after, id);
    const label = labelOf(now ? after : before, id);
    const was = old ? linesOf(before, old) : [];
    const is = now ? linesOf(after, now) : [];
    const kind = descriptorOf((now ?? old)?.kind ?? '')?.label ?? 'Resource';
    const whole: DiffLine[] =
      old && now
        ? []
        : [
            {
              resource: id,
              label,
              before: old ? `${kind} ${label}` : null,
              after: now ? `${kind} ${label}` : null,
            },
          ];
    return [
      ...whole,
      ...pairUp(was, is).map(([one, other]) => ({ resource: id, label, before: one, after: other })),
    ];
  });
}

/** A line and the subject it is about: two lines of one subject are one that changed. */
interface Line {
  readonly subject: string | null;
  readonly text: string;
}

function pairUp(was: readonly Line[], is: readonly Line[]): (readonly [string | null, string | null])[] {
  const left = [...is];
  const gone: Line[] = [];
  for (const line of was) {
    const index = left.findIndex(({ text }) => text === line.text);
    if (index >= 0) left.splice(index, 1);
    else gone.push(line);
  }
  const pairs: (readonly [string | null, string | null])[] = gone.map(({ subject, text }) => {
    const index = subject === null ? -1 : left.findIndex((other) => other.subject === subject);
    const [changed] = index >= 0 ? left.splice(index, 1) : [];
    return [text, changed?.text ?? null];
  });
  return [...pairs, ...left.map(({ text }) => [null, text] as const)];
}

function linesOf(document: Scenario, resource: Resource): readonly Line[] {
  switch (resource.kind) {
    case 'security-group':
      return [
        ...resource.securityGroupIngress.map((rule) => groupLine(document, rule, 'from')),
        ...resource.securityGroupEgress.map((rule) => groupLine(document, rule, 'to')),
      ];
    case 'network-acl':
      return [...resource.entries].sort((a, b) => a.ruleNumber - b.ruleNumber).map(aclLine);
    case 'route-table':
      return resource.routes.map((route) => routeLine(document, route));
    default:
      return propertyLines(document, resource);
  }
}

const groupLine = (document: Scenario, rule: SecurityGroupRule, way: 'from' | 'to'): Line => ({
  subject: null,
  text: `${way === 'from' ? 'inbound' : 'outbound'}: allow ${whatOfGroupRule(rule)} ${way} ${peerOfGroupRule(document, rule)}`,
});

const aclLine = (entry: NetworkAclEntry): Line => ({
  subject: `${entry.egress} ${entry.ruleNumber}`,
  text: `${entry.egress ? 'outbound' : 'inbound'} ${entry.ruleNumber}: ${entry.ruleAction} ${whatOfAclEntry(entry)} ${entry.egress ? 'to' : 'from'} ${entry.cidrBlock ?? entry.ipv6CidrBlock ?? 'nobody'}`,
});

const routeLine = (document: Scenario, route: Route): Line => ({
  subject: destinationOf(route),
  text: `${labelOf(document, destinationOf(route))} → ${labelOf(document, targetOf(route) ?? 'nowhere')}`,
});

/** What a repair or a closing ever touches, by what AWS's console calls it. */
const PROPERTY_WORDS: Readonly<Record<string, string>> = {
  routeTableId: 'route table',
  networkAclId: 'network ACL',
  vpcId: 'attached to',
  networkInterfaceId: 'associated with',
  privateIpAddress: 'private address',
  sourceDestCheck: 'source/destination check',
  policyRouting: 'policy routing',
  packetForwarding: 'forwarding',
  services: 'listens on',
  enableDnsSupport: 'DNS resolution',
  status: 'state',
  subnetId: 'subnet',
  allocationId: 'Elastic IP',
  publicIp: 'address',
  securityGroups: 'security groups',
  groupSet: 'security groups',
  listeners: 'listeners',
  targets: 'targets',
};

function propertyLines(document: Scenario, resource: Resource): readonly Line[] {
  return Object.entries(resource).flatMap(([key, value]) => {
    const word = PROPERTY_WORDS[key];
    return word === undefined ? [] : [{ subject: key, text: `${word}: ${shown(document, value)}` }];
  });
}

function shown(document: Scenario, value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value === 'string') return labelOf(document, value);
  if (Array.isArray(value))
    return value.length === 0 ? 'nothing' : value.map((one) => shown(document, one)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.values(value)
      .map((one) => shown(document, one))
      .join(' ');
  return String(value);
}
