/** Rules on security groups and network ACLs. */
import type { ResourceOf, Scenario, ScenarioChangeSet } from '../catalog/descriptors';
import { allOf, getKind, labelOf, networkAclOf } from '../catalog/lookup';
import type { NetworkAclEntry } from '../catalog/network-acl/kind';
import type { SecurityGroupRule } from '../catalog/security-group/kind';
import { finding, mend, page, type Rule } from './rule';

type Group = ResourceOf<'security-group'>;
const DIRECTIONS = ['securityGroupIngress', 'securityGroupEgress'] as const;

const withRules = (
  label: string,
  group: Group,
  direction: (typeof DIRECTIONS)[number],
  rules: readonly SecurityGroupRule[],
): ScenarioChangeSet => mend(label, { type: 'update', id: group.id, set: { [direction]: rules } });

/** Remote administration: what is scanned for all day. */
const ADMIN_PORTS = [
  { port: 22, name: 'SSH (22)' },
  { port: 3389, name: 'RDP (3389)' },
] as const;

const isWorld = (rule: SecurityGroupRule): boolean => rule.cidrIp === '0.0.0.0/0' || rule.cidrIpv6 === '::/0';

function opens(rule: SecurityGroupRule, port: number): boolean {
  if (rule.ipProtocol === '-1') return true;
  if (rule.ipProtocol !== 'tcp' && rule.ipProtocol !== '6') return false;
  return (rule.fromPort ?? 0) <= port && port <= (rule.toPort ?? 65535);
}

/** Clients of Linux, Windows, NAT gateways and load balancers together. */
const EPHEMERAL = { from: 1024, to: 65535 } as const;
/** What any Linux client uses; a rule that lacks even this stops ordinary replies. */
const LINUX_CLIENTS = { from: 32768, to: 60999 } as const;

const isTcp = (entry: NetworkAclEntry): boolean =>
  entry.protocol === '-1' || entry.protocol === '6' || entry.protocol === 'tcp';

/** Lets requests through: a rule for high ports only is one for replies. */
const asks = (entry: NetworkAclEntry): boolean =>
  isTcp(entry) && (entry.portRange?.from ?? 0) < EPHEMERAL.from;

const letsRepliesThrough = (entries: readonly NetworkAclEntry[]): boolean =>
  entries.some(
    (entry) =>
      entry.ruleAction === 'allow' &&
      isTcp(entry) &&
      (entry.portRange?.from ?? 0) <= LINUX_CLIENTS.from &&
      (entry.portRange?.to ?? 65535) >= LINUX_CLIENTS.to,
  );

const inUse = (document: Scenario): ReadonlySet<string | undefined> =>
  new Set(allOf(document, 'subnet').map((subnet) => networkAclOf(document, subnet)?.id));

export const FILTER_RULES: readonly Rule[] = [
  {
    id: 'SG-001',
    severity: 'warning',
    sentence: 'A group rule names a group that is there.',
    source: page.groupRules,
    check: (document) =>
      allOf(document, 'security-group').flatMap((group) =>
        DIRECTIONS.flatMap((direction) =>
          group[direction].flatMap((rule, index) => {
            if (rule.peerGroupId === undefined || getKind(document, rule.peerGroupId, 'security-group'))
              return [];
            return finding(
              [group.id],
              `A rule of ${group.groupName} names ${rule.peerGroupId}, which is gone: a stale rule that matches nobody.`,
              withRules(
                `Remove the stale rule from ${group.groupName}`,
                group,
                direction,
                group[direction].filter((_, position) => position !== index),
              ),
            );
          }),
        ),
      ),
  },
  {
    id: 'SG-002',
    severity: 'warning',
    sentence: 'SSH and RDP are not open to the whole internet.',
    source: page.groupRules,
    check: (document) =>
      allOf(document, 'security-group').flatMap((group) =>
        group.securityGroupIngress.flatMap((rule, index) => {
          const open = isWorld(rule) ? ADMIN_PORTS.filter(({ port }) => opens(rule, port)) : [];
          if (open.length === 0) return [];
          const cidr = getKind(document, group.vpcId, 'vpc')?.cidrBlock;
          const { cidrIpv6: _everywhere, ...rest } = rule;
          const narrow = cidr === undefined ? [] : [{ ...rest, cidrIp: cidr }];
          return finding(
            [group.id],
            `${group.groupName} lets everybody in to ${open.map(({ name }) => name).join(' and ')}. Allow the addresses you come from, or use Session Manager.`,
            withRules(
              cidr === undefined ? `Remove the rule from ${group.groupName}` : `Allow only from ${cidr}`,
              group,
              'securityGroupIngress',
              group.securityGroupIngress.flatMap((other, position) =>
                position === index ? narrow : [other],
              ),
            ),
          );
        }),
      ),
  },
  {
    id: 'SG-003',
    severity: 'error',
    sentence: 'Group names are unique in a VPC, whatever their case.',
    source: page.groups,
    check: (document) => {
      const first = new Map<string, string>();
      return allOf(document, 'security-group').flatMap((group) => {
        const key = `${group.vpcId} ${group.groupName.toLowerCase()}`;
        const other = first.get(key);
        if (other === undefined) first.set(key, group.id);
        if (other === undefined) return [];
        const names = new Set(allOf(document, 'security-group').map((any) => any.groupName.toLowerCase()));
        let number = 2;
        while (names.has(`${group.groupName}-${number}`.toLowerCase())) number += 1;
        return finding(
          [group.id, other],
          `${labelOf(document, group.vpcId)} has two groups "${group.groupName}".`,
          group.groupName === 'default'
            ? undefined
            : mend(`Rename it ${group.groupName}-${number}`, {
                type: 'update',
                id: group.id,
                set: { groupName: `${group.groupName}-${number}` },
              }),
        );
      });
    },
  },
  {
    id: 'ACL-001',
    severity: 'info',
    sentence: 'A network ACL that lets requests through lets the replies through too.',
    source: page.customAcls,
    check: (document) => {
      const used = inUse(document);
      return allOf(document, 'network-acl').flatMap((acl) => {
        if (!used.has(acl.id)) return [];
        return [false, true].flatMap((egress) => {
          const requests = acl.entries.filter(
            (entry) => entry.egress !== egress && entry.ruleAction === 'allow' && asks(entry),
          );
          const replies = acl.entries.filter((entry) => entry.egress === egress);
          if (requests.length === 0 || letsRepliesThrough(replies)) return [];
          const number = Math.min(32766, Math.max(0, ...replies.map((entry) => entry.ruleNumber)) + 10);
          const entry: NetworkAclEntry = {
            ruleNumber: number,
            egress,
            protocol: '6',
            ruleAction: 'allow',
            cidrBlock: '0.0.0.0/0',
            portRange: EPHEMERAL,
          };
          return finding(
            [acl.id],
            `${labelOf(document, acl.id)} allows tcp ${egress ? 'in' : 'out'}, but no rule lets the replies ${egress ? 'out' : 'in'}: they go to the client's port, usually ${LINUX_CLIENTS.from}-${LINUX_CLIENTS.to}.`,
            mend(`Allow tcp ${EPHEMERAL.from}-${EPHEMERAL.to} ${egress ? 'out' : 'in'} as rule ${number}`, {
              type: 'update',
              id: acl.id,
              set: { entries: [...acl.entries, entry] },
            }),
          );
        });
      });
    },
  },
  {
    id: 'ACL-002',
    severity: 'warning',
    sentence: 'A network ACL in use allows something.',
    source: page.networkAcls,
    check: (document) => {
      const used = inUse(document);
      return allOf(document, 'network-acl').flatMap((acl) => {
        if (!used.has(acl.id) || acl.entries.some((entry) => entry.ruleAction === 'allow')) return [];
        const allow = [false, true].map((egress): NetworkAclEntry => ({
          ruleNumber: 32000,
          egress,
          protocol: '-1',
          ruleAction: 'allow',
          cidrBlock: '0.0.0.0/0',
        }));
        return finding(
          [acl.id],
          `${labelOf(document, acl.id)} denies everything, and subnets use it.`,
          mend('Allow everything after the rules that are there', {
            type: 'update',
            id: acl.id,
            set: { entries: [...acl.entries, ...allow] },
          }),
        );
      });
    },
  },
];
