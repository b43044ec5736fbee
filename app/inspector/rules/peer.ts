/** Who a rule is about, as one text: an address block, `Internet`, or a security group's name. */
import { allOf, get, labelOf, type ResourceId, type Result, type Scenario } from '../../../engine';
import { inspector as text } from '../../strings';
import { rules as words } from '../../strings/en/rules';

export interface Peer {
  readonly cidrIp?: string;
  readonly cidrIpv6?: string;
  readonly peerGroupId?: ResourceId;
  readonly prefixListId?: string;
}

const EVERY_IPV4 = '0.0.0.0/0';
const EVERY_IPV6 = '::/0';

export function makePeer(document: Scenario, peer: Peer): string {
  if (peer.cidrIp === EVERY_IPV4) return text.internet;
  if (peer.cidrIpv6 === EVERY_IPV6) return words.everyIpv6;
  if (peer.prefixListId !== undefined) return labelOf(document, peer.prefixListId);
  return (
    peer.cidrIp ??
    peer.cidrIpv6 ??
    (peer.peerGroupId === undefined ? text.none : groupName(document, peer.peerGroupId))
  );
}

const groupName = (document: Scenario, id: ResourceId): string => {
  const group = get(document, id);
  return group?.kind === 'security-group' && group.name === undefined
    ? group.groupName
    : labelOf(document, id);
};

/**
 * Whether the block is a legal one the engine judges; this only tells the kinds apart. A lone address is its /32.
 * @param groups whether a security group may be named (an ACL knows none).
 */
export function parsePeer(
  document: Scenario,
  vpcId: ResourceId,
  input: string,
  groups: boolean,
): Result<Peer, string> {
  const word = input.trim();
  if (word === '') return { ok: false, error: text.peerMissing };
  if (word.toLowerCase() === text.internet.toLowerCase()) return { ok: true, value: { cidrIp: EVERY_IPV4 } };
  if (word.toLowerCase() === words.everyIpv6.toLowerCase())
    return { ok: true, value: { cidrIpv6: EVERY_IPV6 } };
  if (/^\d{1,3}(\.\d{1,3}){3}(\/\d*)?$/.test(word)) return withPrefix(word, 32, (cidrIp) => ({ cidrIp }));
  if (/^[0-9a-f:]*:[0-9a-f:.]*(\/\d*)?$/i.test(word))
    return withPrefix(word, 128, (cidrIpv6) => ({ cidrIpv6 }));
  const list = groups ? listNamed(document, word) : undefined;
  if (list !== undefined) return { ok: true, value: { prefixListId: list } };
  if (groups) {
    const named = groupsOf(document, vpcId).filter(
      (group) => group.id === word || groupName(document, group.id) === word || group.groupName === word,
    );
    const [group] = named;
    if (group) return { ok: true, value: { peerGroupId: group.id } };
  }
  return { ok: false, error: text.peerWrong(input) };
}

/** A lone address is the block that holds nothing else. */
function withPrefix(word: string, most: 32 | 128, make: (cidr: string) => Peer): Result<Peer, string> {
  const [address = '', prefix = String(most)] = word.split('/');
  return prefix === '' || Number(prefix) > most
    ? { ok: false, error: words.blockWrong(word, most) }
    : { ok: true, value: make(`${address}/${prefix}`) };
}

/** By its name, or by an id of AWS: a list need not be in the drawing. */
function listNamed(document: Scenario, word: string): ResourceId | undefined {
  const lists = allOf(document, 'prefix-list');
  const named = lists.find(({ id }) => id === word || labelOf(document, id) === word);
  return named?.id ?? (/^pl-[0-9a-z]+$/.test(word) ? word : undefined);
}

/** Of the same VPC, and of those it is peered with: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-security-groups.html */
function groupsOf(document: Scenario, vpcId: ResourceId) {
  const near = new Set([vpcId]);
  for (const { vpcId: one, peerVpcId: other } of allOf(document, 'vpc-peering-connection')) {
    if (one === vpcId && other !== undefined) near.add(other);
    if (other === vpcId && one !== undefined) near.add(one);
  }
  return allOf(document, 'security-group').filter((group) => near.has(group.vpcId));
}

/** What is offered while somebody types. */
export function peerSuggestions(document: Scenario, vpcId: ResourceId, groups: boolean): readonly string[] {
  const vpc = get(document, vpcId);
  return [
    text.internet,
    ...(vpc?.kind === 'vpc' && vpc.ipv6CidrBlock !== undefined ? [words.everyIpv6, vpc.ipv6CidrBlock] : []),
    ...(groups ? groupsOf(document, vpcId).map((group) => groupName(document, group.id)) : []),
    ...(vpc?.kind === 'vpc' ? [vpc.cidrBlock] : []),
    ...(groups ? allOf(document, 'prefix-list').map(({ id }) => labelOf(document, id)) : []),
    ...allOf(document, 'subnet').flatMap((subnet) =>
      subnet.vpcId === vpcId && subnet.cidrBlock !== undefined ? [subnet.cidrBlock] : [],
    ),
  ];
}
