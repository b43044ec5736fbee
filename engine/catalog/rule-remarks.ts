/** Why a rule is not needed, in one sentence. */
import { makeCidr, parseCidr } from '../model/ip/address';
import type { RuleState } from '../model/rule-review';
import type { AclEntryPart } from '../network/parts';
import type { AclMark } from '../network/rule-review/acl-review';
import type { GroupMark } from '../network/rule-review/group-review';
import type { NobodyThere } from '../network/rule-review/nobody-there';
import type { Scenario } from './descriptors';
import { labelOf } from './lookup';
import type { NetworkAclEntry } from './network-acl/kind';
import { groupText, rulesText, verbFor } from './rule-sentences';
import type { SecurityGroupRule } from './security-group/kind';

export interface Remark {
  readonly state: Exclude<RuleState, 'needed'>;
  readonly text: string;
  /** Rows: of a group by their index, of an ACL by their number. */
  readonly by: readonly (number | '*')[];
}

const unused = (why: string): Remark => ({
  state: 'unused',
  text: `Not used by anything in this drawing: ${why}.`,
  by: [],
});

const ICMP = 1;
const ICMPV6 = 58;

/** https://www.rfc-editor.org/rfc/rfc4443: IPv6 has an ICMP of its own, with another protocol number. */
export function wrongFamilyRemark(
  protocol: number | null,
  ipv4: string | undefined,
  ipv6: string | undefined,
): Remark | null {
  if (protocol === ICMP && ipv6 !== undefined)
    return { state: 'unused', text: 'Matches nothing: IPv6 packets carry icmpv6, never icmp.', by: [] };
  if (protocol === ICMPV6 && ipv4 !== undefined)
    return { state: 'unused', text: 'Matches nothing: IPv4 packets carry icmp, never icmpv6.', by: [] };
  return null;
}

/** @param mark with rules named by their index; none for a rule that says nothing an address could match */
export function groupRuleRemark(
  document: Scenario,
  rule: SecurityGroupRule,
  mark: GroupMark | undefined,
  nobody: NobodyThere | null,
): Remark | null {
  if (!mark) return unused('it names nobody');
  switch (mark.type) {
    case 'needed':
      return nobody && nobodyRemark(rule.cidrIp ?? rule.cidrIpv6 ?? '', nobody);
    case 'shadowed':
      return { state: 'shadowed', text: shadowText(rule, mark), by: mark.by };
    case 'means-nobody':
      return unused(
        rule.peerGroupId === undefined
          ? `the list ${labelOf(document, rule.prefixListId ?? '')} has no entries`
          : `no interface carries ${groupText(document, rule.peerGroupId)}`,
      );
    case 'unknown':
      return {
        state: 'unknown',
        text:
          rule.peerGroupId === undefined
            ? `The addresses of ${rule.prefixListId ?? 'its peer'} are not in this drawing.`
            : `The group ${rule.peerGroupId} is not in this drawing.`,
        by: [],
      };
  }
}

function shadowText(rule: SecurityGroupRule, mark: Extract<GroupMark, { type: 'shadowed' }>): string {
  const others = rulesText(mark.by.map((index) => index + 1));
  if (mark.same) return `Says the same as ${others}: one of the two is enough.`;
  // Which addresses a group stands for is a matter of who carries it now.
  const asDrawn = rule.peerGroupId === undefined ? '' : ', for its members as drawn';
  const verb = mark.by.length === 1 ? 'already allows' : 'together already allow';
  return `${others.charAt(0).toUpperCase()}${others.slice(1)} ${verb} all of this${asDrawn}.`;
}

/** @param mark with entries named by their place in `parts` */
export function aclEntryRemark(
  entry: NetworkAclEntry,
  parts: readonly AclEntryPart[],
  mark: AclMark | undefined,
  nobody: NobodyThere | null,
): Remark | null {
  if (!mark) return unused('it names nobody');
  const numberOf = (place: number): number => parts[place]?.number ?? place;
  switch (mark.type) {
    case 'needed':
      return nobody && nobodyRemark(entry.cidrBlock ?? entry.ipv6CidrBlock ?? '', nobody);
    case 'shadowed': {
      const by = mark.by.map(numberOf);
      const actions = new Set(mark.by.map((place) => parts[place]?.allows));
      const verb = actions.size > 1 ? 'decides' : actions.has(true) ? 'allows' : 'denies';
      return {
        state: 'shadowed',
        text: `Never decides: ${rulesText(by)} ${verbFor(by, verb)} all of it first.`,
        by,
      };
    }
    case 'redundant': {
      const by = mark.by.map((place) => (place === '*' ? place : numberOf(place)));
      const verb = entry.ruleAction === 'allow' ? 'allow' : 'deny';
      const others = by.length === 1 && by[0] === '*' ? 'the final *' : rulesText(by);
      return {
        state: 'redundant',
        text: `Changes nothing: without it, ${others} would ${verb} the same.`,
        by,
      };
    }
  }
}

function nobodyRemark(cidr: string, nobody: NobodyThere): Remark {
  const block = parseCidr(cidr);
  const text = block ? makeCidr(block) : cidr;
  switch (nobody.type) {
    case 'empty':
      return unused(`nothing in ${nobody.vpc.label} has an address in ${text}`);
    case 'elsewhere':
      return unused(`no VPC has addresses in ${text}`);
    case 'inside':
      return unused(`${text} is inside ${nobody.subnet}, and what stays inside a subnet never meets its ACL`);
  }
}
