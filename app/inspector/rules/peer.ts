/** Who a rule is about, as one text: an address block, `Internet`, or a security group's name. */
import { allOf, get, labelOf, type ResourceId, type Result, type Scenario } from '../../../engine';
import { inspector as text } from '../../strings';

export interface Peer {
  readonly cidrIp?: string;
  readonly cidrIpv6?: string;
  readonly peerGroupId?: ResourceId;
  readonly prefixListId?: string;
}

const EVERY_IPV4 = '0.0.0.0/0';

export function makePeer(document: Scenario, peer: Peer): string {
  if (peer.cidrIp === EVERY_IPV4) return text.internet;
  return (
    peer.cidrIp ??
    peer.cidrIpv6 ??
    peer.prefixListId ??
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
  if (/^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(word))
    return { ok: true, value: { cidrIp: word.includes('/') ? word : `${word}/32` } };
  if (/^[0-9a-f:]*:[0-9a-f:.]*(\/\d{1,3})?$/i.test(word))
    return { ok: true, value: { cidrIpv6: word.includes('/') ? word : `${word}/128` } };
  if (/^pl-[0-9a-z]+$/.test(word)) return { ok: true, value: { prefixListId: word } };
  if (groups) {
    const named = groupsOf(document, vpcId).filter(
      (group) => group.id === word || groupName(document, group.id) === word || group.groupName === word,
    );
    const [group] = named;
    if (group) return { ok: true, value: { peerGroupId: group.id } };
  }
  return { ok: false, error: text.peerWrong(input) };
}

const groupsOf = (document: Scenario, vpcId: ResourceId) =>
  allOf(document, 'security-group').filter((group) => group.vpcId === vpcId);

/** What is offered while somebody types. */
export function peerSuggestions(document: Scenario, vpcId: ResourceId, groups: boolean): readonly string[] {
  const vpc = get(document, vpcId);
  return [
    text.internet,
    ...(groups ? groupsOf(document, vpcId).map((group) => groupName(document, group.id)) : []),
    ...(vpc?.kind === 'vpc' ? [vpc.cidrBlock] : []),
    ...allOf(document, 'subnet').flatMap((subnet) =>
      subnet.vpcId === vpcId && subnet.cidrBlock !== undefined ? [subnet.cidrBlock] : [],
    ),
  ];
}
