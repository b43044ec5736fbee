import { parseCidr } from '../../model/ip/address';
import { ANY, type AclEntryPart, type AclPart } from '../../network/parts';
import type { Remedy } from '../../network/remedy';
import type { Scenario, ScenarioChangeSet } from '../descriptors';
import { getKind, labelOf } from '../lookup';
import { makeProtocol, parseProtocol } from '../protocol';
import type { NetworkAcl, NetworkAclEntry } from './kind';

const LAST_NUMBER = 32766;
const ICMP = 1;
const ICMPV6 = 58;

export function describeAcl(document: Scenario, acl: NetworkAcl): AclPart {
  const entries = acl.entries
    .filter(({ ruleNumber }) => ruleNumber <= LAST_NUMBER)
    .sort((a, b) => a.ruleNumber - b.ruleNumber);
  const side = (egress: boolean): AclEntryPart[] =>
    entries.filter((entry) => entry.egress === egress).flatMap(describeEntry);
  return {
    id: acl.id,
    label: labelOf(document, acl.id),
    vpcId: acl.vpcId,
    isDefault: acl.isDefault ?? false,
    inbound: side(false),
    outbound: side(true),
  };
}

function describeEntry(entry: NetworkAclEntry): AclEntryPart[] {
  const block = parseCidr(entry.cidrBlock ?? entry.ipv6CidrBlock ?? '');
  const protocol = parseProtocol(entry.protocol);
  if (!block || protocol === null) return [];
  const bounds =
    protocol === ICMP || protocol === ICMPV6
      ? { from: entry.icmp?.type ?? ANY, to: entry.icmp?.code ?? ANY }
      : { from: entry.portRange?.from ?? 0, to: entry.portRange?.to ?? 65535 };
  return [{ number: entry.ruleNumber, allows: entry.ruleAction === 'allow', protocol, block, ...bounds }];
}

/** A new entry before the one that denies; `null` where no number is free there. */
export const allowInAcl = (
  document: Scenario,
  remedy: Extract<Remedy, { type: 'allow-in-acl' }>,
): ScenarioChangeSet | null => addEntry(document, remedy, 'allow');

/** What an entry of an ACL is to refuse, and before which one it has to stand. */
export type AclDenial = Omit<Extract<Remedy, { type: 'allow-in-acl' }>, 'type'>;

/** A new entry before the one that allows; `null` where no number is free there. */
export const denyInAcl = (document: Scenario, denial: AclDenial): ScenarioChangeSet | null =>
  addEntry(document, denial, 'deny');

function addEntry(
  document: Scenario,
  wanted: AclDenial,
  ruleAction: 'allow' | 'deny',
): ScenarioChangeSet | null {
  const acl = getKind(document, wanted.aclId, 'network-acl');
  if (!acl) return null;
  const egress = wanted.side === 'outbound';
  const ruleNumber = freeNumber(acl, egress, wanted.before);
  if (ruleNumber === null) return null;
  const { ports, icmp } = wanted;
  const entry: NetworkAclEntry = {
    ruleNumber,
    egress,
    protocol: makeProtocol(wanted.protocol),
    ruleAction,
    ...(wanted.cidr.includes(':') ? { ipv6CidrBlock: wanted.cidr } : { cidrBlock: wanted.cidr }),
    ...(ports ? { portRange: { from: ports[0], to: ports[1] } } : {}),
    ...(icmp ? { icmp: { type: icmp[0], code: icmp[1] } } : {}),
  };
  const name = /^\d/.test(entry.protocol) ? `protocol ${entry.protocol}` : entry.protocol;
  const what = icmp ? name : ports ? `${name} ${ports[0] === ports[1] ? ports[0] : ports.join('-')}` : name;
  return {
    label: `Add rule ${ruleNumber} to ${labelOf(document, acl.id)}: ${ruleAction} ${what} ${egress ? 'to' : 'from'} ${wanted.cidr}`,
    changes: [{ type: 'update', id: acl.id, set: { entries: [...acl.entries, entry] } }],
  };
}

/** In tens where there is room, as people number them. */
function freeNumber(acl: NetworkAcl, egress: boolean, before: number | null): number | null {
  const taken = new Set(
    acl.entries.filter((entry) => entry.egress === egress).map(({ ruleNumber }) => ruleNumber),
  );
  if (before === null) {
    const highest = Math.max(90, ...[...taken].filter((number) => number <= LAST_NUMBER));
    const next = Math.floor(highest / 10) * 10 + 10;
    if (next <= LAST_NUMBER) return next;
  }
  const limit = before ?? LAST_NUMBER + 1;
  for (let number = limit - 10; number >= 1; number -= 10) if (!taken.has(number)) return number;
  for (let number = limit - 1; number >= 1; number -= 1) if (!taken.has(number)) return number;
  return null;
}
