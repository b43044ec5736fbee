/** Composes what the rules of one group or one ACL mean in this drawing: in words, row by row, and what is needless. */
import type { Cidr } from '../model/ip/address';
import type { ReviewedRule, RulesReview } from '../model/rule-review';
import { fail, ok, type Result } from '../model/result';
import type { ResourceId } from '../model/resource';
import type { Network } from '../network/network';
import type { AclEntryPart, GroupRulePart } from '../network/parts';
import { reviewAclEntries, type AclMark } from '../network/rule-review/acl-review';
import { reviewGroupRules, type GroupMark } from '../network/rule-review/group-review';
import { insideOnly, nobodyIn, subnetsOf, type NobodyThere } from '../network/rule-review/nobody-there';
import { Diagrams } from '../network/symbolic/diagram';
import type { Peers } from '../network/symbolic/ruleset';
import type { ResourceOf, Scenario } from './descriptors';
import { get } from './lookup';
import type { ScenarioNetwork } from './network-roles';
import { describeAcl } from './network-acl/network';
import { parseProtocol } from './protocol';
import { aclEntryRemark, groupRuleRemark, wrongFamilyRemark, type Remark } from './rule-remarks';
import { aclEntrySentence, groupRuleSentence, type Side } from './rule-sentences';
import { describeGroup } from './security-group/network';

type Group = ResourceOf<'security-group'>;
type Acl = ResourceOf<'network-acl'>;
type Entry = Acl['entries'][number];

/** @returns a failure for what is neither a security group nor a network ACL of the document. */
export function reviewRules(network: ScenarioNetwork, id: ResourceId): Result<RulesReview> {
  const { document } = network;
  const resource = get(document, id);
  switch (resource?.kind) {
    case 'security-group':
      return ok(reviewGroup(document, network, resource));
    case 'network-acl':
      return ok(reviewAcl(document, network, resource));
    default:
      return fail('not-found', `${id} is neither a security group nor a network ACL of this document.`, id);
  }
}

function reviewGroup(document: Scenario, network: Network, group: Group): RulesReview {
  const carried = [...network.interfaces.values()].some(({ groupIds }) => groupIds.includes(group.id));
  const part = describeGroup(document, group);
  const store = new Diagrams();
  const side = (way: Side): readonly ReviewedRule[] => {
    const marks = reviewGroupRules(store, part[way], way, peersOf(network, part[way]));
    const byIndex = new Map(part[way].map((rule, place) => [rule.index, { rule, mark: marks[place] }]));
    const rules = way === 'inbound' ? group.securityGroupIngress : group.securityGroupEgress;
    const placeOf = (place: number): number => part[way][place]?.index ?? place;
    return rules.map((rule, index) => {
      const found = byIndex.get(index);
      const remark =
        wrongFamilyRemark(parseProtocol(rule.ipProtocol), rule.cidrIp, rule.cidrIpv6) ??
        groupRuleRemark(document, rule, placedMark(found?.mark, placeOf), nobodyOf(network, found?.rule));
      return {
        rule: keyOf(way, index),
        words: groupRuleSentence(document, group, rule, way),
        ...stateOf(remark, (row) => keyOf(way, row)),
      };
    });
  };
  return {
    id: group.id,
    notice: carried
      ? null
      : 'No interface carries this group, so its rules decide nothing, and rules of other groups that name it mean nobody.',
    inbound: side('inbound'),
    outbound: side('outbound'),
  };
}

const keyOf = (side: Side, index: number): string => `${side}[${index}]`;

/** Marks name rules by their place among those that say something; rows are all there are. */
const placedMark = (
  mark: GroupMark | undefined,
  placeOf: (place: number) => number,
): GroupMark | undefined => (mark?.type === 'shadowed' ? { ...mark, by: mark.by.map(placeOf) } : mark);

const nobodyOf = (network: Network, rule: GroupRulePart | undefined): NobodyThere | null =>
  rule?.peer.type === 'block' ? nobodyIn(network, rule.peer.block) : null;

/** Members by their addresses, of both families. */
function peersOf(network: Network, rules: readonly GroupRulePart[]): Peers {
  const lists = new Map<string, readonly Cidr[] | null>(
    rules.flatMap(({ peer }) => (peer.type === 'prefix-list' ? [[peer.id, peer.blocks] as const] : [])),
  );
  return {
    membersOf: (id) => {
      const members = [...network.interfaces.values()].filter(({ groupIds }) => groupIds.includes(id));
      return members.length === 0 && !network.groups.has(id)
        ? null
        : members.flatMap(({ addresses }) => addresses);
    },
    blocksOf: (id) => lists.get(id) ?? null,
  };
}

function reviewAcl(document: Scenario, network: Network, acl: Acl): RulesReview {
  const part = describeAcl(document, acl);
  const store = new Diagrams();
  const side = (way: Side): readonly ReviewedRule[] => {
    const marks = reviewAclEntries(store, part[way]);
    const entries = acl.entries
      .filter(({ egress }) => egress === (way === 'outbound'))
      .sort((a, b) => a.ruleNumber - b.ruleNumber);
    const rows = entries.map((entry): ReviewedRule => {
      const place = part[way].findIndex(({ number }) => number === entry.ruleNumber);
      return reviewEntry(document, network, acl, way, entry, part[way], place, marks[place]);
    });
    return [...rows, FINAL];
  };
  return {
    id: acl.id,
    notice:
      subnetsOf(network, acl.id).length === 0
        ? 'No subnet uses this ACL, so its rules decide nothing.'
        : null,
    inbound: side('inbound'),
    outbound: side('outbound'),
  };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html */
const FINAL: ReviewedRule = {
  rule: '*',
  words: 'Denies whatever no rule above has decided. It cannot be changed.',
  state: 'needed',
  remark: null,
  by: [],
};

function reviewEntry(
  document: Scenario,
  network: Network,
  acl: Acl,
  side: Side,
  entry: Entry,
  parts: readonly AclEntryPart[],
  place: number,
  mark: AclMark | undefined,
): ReviewedRule {
  const numberAt = (at: number): number => parts[at]?.number ?? at;
  const order =
    mark?.type === 'needed'
      ? { except: mark.except.map(numberAt), before: mark.before.map(numberAt) }
      : { except: [], before: [] };
  const block = parts[place]?.block;
  const nobody = block ? (nobodyIn(network, block) ?? insideOnly(network, acl.id, block)) : null;
  const remark =
    wrongFamilyRemark(parseProtocol(entry.protocol), entry.cidrBlock, entry.ipv6CidrBlock) ??
    aclEntryRemark(entry, parts, mark, nobody);
  return {
    rule: `${entry.ruleNumber}`,
    words: aclEntrySentence(document, acl.vpcId, entry, side, order),
    ...stateOf(remark, String),
  };
}

const stateOf = (
  remark: Remark | null,
  nameOf: (row: number) => string,
): Pick<ReviewedRule, 'state' | 'remark' | 'by'> =>
  remark === null
    ? { state: 'needed', remark: null, by: [] }
    : {
        state: remark.state,
        remark: remark.text,
        by: remark.by.map((row) => (row === '*' ? row : nameOf(row))),
      };
