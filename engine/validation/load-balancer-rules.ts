/** Rules on load balancers: zones, subnets, listeners and groups. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import type { ListenerProtocol } from '../catalog/listener-protocol';
import { allOf, getKind, labelOf, primaryInterface, routeTableOf, subnetOfInstance } from '../catalog/lookup';
import { nodesOf } from '../catalog/nodes-table';
import { isPublic } from '../drawing/tidy/public-subnet';
import { Draft } from '../editing/draft';
import { PROTOCOLS_OF } from '../editing/set/load-balancer';
import { parseCidr, parseAddress, cidrHas } from '../model/ip/address';
import type { ResourceId } from '../model/resource';
import { inboundRulesFor, isImported, withInbound } from './group-access';
import { makePublic } from './internet-access';
import { finding, mend, page, type Finding, type Rule } from './rule';

type Balancer = ResourceOf<'load-balancer'>;
type TargetGroup = ResourceOf<'target-group'>;

const each = (document: Scenario, check: (balancer: Balancer) => Finding | undefined): readonly Finding[] =>
  allOf(document, 'load-balancer').flatMap((balancer) => check(balancer) ?? []);

const zoneOf = (document: Scenario, subnetId: ResourceId | undefined): ResourceId | undefined =>
  getKind(document, subnetId, 'subnet')?.availabilityZone;

const groupsBehind = (document: Scenario, balancer: Balancer): readonly TargetGroup[] =>
  [...new Set(balancer.listeners.flatMap((listener) => listener.targetGroupIds))].flatMap(
    (id) => getKind(document, id, 'target-group') ?? [],
  );

const transportOf = (protocol: ListenerProtocol): 'tcp' | 'udp' => (protocol === 'UDP' ? 'udp' : 'tcp');

export const LOAD_BALANCER_RULES: readonly Rule[] = [
  {
    id: 'BALANCER-001',
    severity: 'error',
    sentence: 'An Application Load Balancer has nodes in two zones at least.',
    source: page.balancers,
    check: (document) =>
      each(document, (balancer) => {
        const zones = new Set(nodesOf(document, balancer.id).map((node) => zoneOf(document, node.subnetId)));
        const wanted = balancer.type === 'application' ? 2 : 1;
        if (zones.size >= wanted || isImported(document, balancer.id)) return undefined;
        return finding(
          [balancer.id],
          balancer.type === 'application'
            ? `${labelOf(document, balancer.id)} has nodes in ${zones.size === 0 ? 'no zone' : 'one zone'}: at least two subnets in two different Availability Zones must be specified. Drop it on a subnet of another zone.`
            : `${labelOf(document, balancer.id)} has no node in any subnet, so that it has no address. Drop it on a subnet.`,
        );
      }),
  },
  {
    id: 'BALANCER-002',
    severity: 'warning',
    sentence: 'Nodes of an internet-facing load balancer stand in public subnets.',
    source: page.balancers,
    check: (document) =>
      each(document, (balancer) => {
        if (balancer.scheme !== 'internet-facing') return undefined;
        const subnet = nodesOf(document, balancer.id)
          .map((node) => getKind(document, node.subnetId, 'subnet'))
          .find((one) => one && routeTableOf(document, one) && !isPublic(document, one));
        if (!subnet) return undefined;
        return finding(
          [balancer.id, subnet.id],
          `${labelOf(document, balancer.id)} is internet-facing and has a node in ${labelOf(document, subnet.id)}, which has no route to an internet gateway: nobody outside reaches that node.`,
          makePublic(document, subnet),
        );
      }),
  },
  {
    id: 'BALANCER-003',
    severity: 'warning',
    sentence: 'A listener forwards to a target group.',
    source: page.listeners,
    check: (document) =>
      each(document, (balancer) => {
        // One that an import found may redirect or answer by itself.
        if (isImported(document, balancer.id)) return undefined;
        const idle = balancer.listeners.find((listener) => listener.targetGroupIds.length === 0);
        if (!idle && balancer.listeners.length > 0) return undefined;
        return finding(
          [balancer.id],
          idle
            ? `The listener ${idle.protocol} ${idle.port} of ${labelOf(document, balancer.id)} forwards to no target group. Drop a target group on the load balancer.`
            : `${labelOf(document, balancer.id)} has no listener, so that it takes no connection. Drop a target group on it.`,
        );
      }),
  },
  {
    id: 'BALANCER-004',
    severity: 'error',
    sentence: 'A listener speaks a protocol of its load balancer’s type.',
    source: page.listeners,
    check: (document) =>
      each(document, (balancer) => {
        const allowed = PROTOCOLS_OF[balancer.type];
        const odd = balancer.listeners.find((listener) => !allowed.includes(listener.protocol));
        if (!odd) return undefined;
        return finding(
          [balancer.id],
          `The listener ${odd.protocol} ${odd.port} of ${labelOf(document, balancer.id)}: Protocol '${odd.protocol}' must be one of '${allowed.join(', ')}'.`,
        );
      }),
  },
  {
    id: 'BALANCER-005',
    severity: 'warning',
    sentence: 'The groups of a load balancer let its listeners’ ports in.',
    source: page.balancerGroups,
    check: (document) =>
      each(document, (balancer) => {
        const groups = balancer.securityGroups ?? [];
        if (groups.length === 0) return undefined;
        const open = balancer.scheme === 'internet-facing';
        const closed = balancer.listeners.filter(({ protocol, port }) => {
          const rules = inboundRulesFor(document, groups, transportOf(protocol), port);
          // From the internet nobody carries a group.
          return rules !== null && !rules.some((rule) => !open || rule.peerGroupId === undefined);
        });
        if (closed.length === 0) return undefined;
        const ports = closed.map(({ port }) => port).join(', ');
        return finding(
          [balancer.id],
          `${labelOf(document, balancer.id)} listens on ${ports}, and none of its groups lets that in${open ? ' from the internet' : ''}.`,
          letIn(document, balancer, closed),
        );
      }),
  },
  {
    id: 'BALANCER-006',
    severity: 'warning',
    sentence: 'Targets let the traffic of their load balancer in.',
    source: page.targetGroups,
    check: (document) =>
      each(document, (balancer) => {
        // With clients' addresses kept it depends on who asks: a trace tells.
        if (balancer.type !== 'application') return undefined;
        const refused = refusingTarget(document, balancer);
        if (!refused) return undefined;
        const { eni, port, from } = refused;
        const group = getKind(document, eni.groupSet[0], 'security-group');
        return finding(
          [eni.attachment?.instanceId ?? eni.id, balancer.id],
          `No group of ${labelOf(document, eni.attachment?.instanceId ?? eni.id)} lets tcp ${port} in from ${labelOf(document, balancer.id)}, which sends to it.`,
          group && from !== undefined ? letInFrom(document, group, port, from) : undefined,
        );
      }),
  },
  {
    id: 'BALANCER-007',
    severity: 'warning',
    sentence: 'Without cross-zone load balancing every node has a target in its own zone.',
    source: page.crossZone,
    check: (document) =>
      each(document, (balancer) => {
        if (balancer.type !== 'network' || balancer.crossZone) return undefined;
        const group = groupsBehind(document, balancer).find(
          (candidate) =>
            candidate.targetType === 'instance' && candidate.targets.length > 0 && !candidate.crossZone,
        );
        if (!group) return undefined;
        const zones = new Set(
          group.targets.map(
            ({ instanceId }) => subnetOfInstance(document, instanceId ?? '')?.availabilityZone,
          ),
        );
        const alone = nodesOf(document, balancer.id).find(
          (node) => !zones.has(zoneOf(document, node.subnetId)),
        );
        if (!alone) return undefined;
        const zone = getKind(document, zoneOf(document, alone.subnetId), 'zone')?.zoneName ?? 'its zone';
        return finding(
          [balancer.id, group.id],
          `${labelOf(document, balancer.id)} has a node in ${zone}, where ${labelOf(document, group.id)} has no target, and sends to its own zone only: clients that are given that node get no answer.`,
          mend(`Turn on cross-zone load balancing of ${labelOf(document, balancer.id)}`, {
            type: 'update',
            id: balancer.id,
            set: { crossZone: true },
          }),
        );
      }),
  },
];

/** A group of its own that opens the ports, beside those it has: its targets go on knowing it by those. */
function letIn(document: Scenario, balancer: Balancer, closed: Balancer['listeners']) {
  const vpc = getKind(document, balancer.vpcId, 'vpc');
  const from = balancer.scheme === 'internet-facing' ? '0.0.0.0/0' : (vpc?.cidrBlock ?? '0.0.0.0/0');
  const draft = new Draft(document);
  const taken = new Set(allOf(document, 'security-group').map((group) => group.groupName));
  let groupName = `${labelOf(document, balancer.id)}-listeners`;
  while (taken.has(groupName)) groupName = `${groupName}-2`;
  const id = draft.add({
    id: draft.nextId('security-group'),
    kind: 'security-group',
    vpcId: balancer.vpcId,
    groupName,
    securityGroupIngress: closed.map(({ protocol, port }) => ({
      ipProtocol: transportOf(protocol),
      fromPort: port,
      toPort: port,
      cidrIp: from,
    })),
    securityGroupEgress: [{ ipProtocol: '-1', cidrIp: '0.0.0.0/0' }],
  });
  const securityGroups = [...(balancer.securityGroups ?? []), id];
  draft.update(balancer.id, { securityGroups });
  for (const node of nodesOf(document, balancer.id)) draft.update(node.id, { groupSet: securityGroups });
  return {
    label: `Give ${labelOf(document, balancer.id)} a group that lets ${closed.map(({ port }) => port).join(', ')} in from ${from}`,
    changes: draft.changes,
  };
}

const letInFrom = (
  document: Scenario,
  group: ResourceOf<'security-group'>,
  port: number,
  from: ResourceId,
): ScenarioChangeSet =>
  mend(`Let tcp ${port} in from group ${labelOf(document, from)} in ${labelOf(document, group.id)}`, {
    type: 'update',
    id: group.id,
    set: withInbound(group, { ipProtocol: 'tcp', fromPort: port, toPort: port, peerGroupId: from }),
  });

interface Refusing {
  readonly eni: ResourceOf<'network-interface'>;
  readonly port: number;
  /** The balancer's group that a rule could name. */
  readonly from: ResourceId | undefined;
}

function refusingTarget(document: Scenario, balancer: Balancer): Refusing | undefined {
  const own = new Set(balancer.securityGroups ?? []);
  const nodes = nodesOf(document, balancer.id).flatMap(
    (node) => parseAddress(node.privateIpAddress ?? '') ?? [],
  );
  for (const group of groupsBehind(document, balancer))
    for (const target of group.targetType === 'instance' ? group.targets : []) {
      const eni = primaryInterface(document, target.instanceId ?? '');
      const port = target.port ?? group.port;
      if (!eni || port === undefined) continue;
      const rules = inboundRulesFor(document, eni.groupSet, 'tcp', port);
      // A prefix list may hold anything.
      const lets = rules?.some((rule) => {
        if (rule.peerGroupId !== undefined) return own.has(rule.peerGroupId);
        const block = parseCidr(rule.cidrIp ?? '');
        return (
          rule.prefixListId !== undefined || (block !== null && nodes.some((node) => cidrHas(block, node)))
        );
      });
      if (rules !== null && !lets) return { eni, port, from: [...own][0] };
    }
  return undefined;
}
