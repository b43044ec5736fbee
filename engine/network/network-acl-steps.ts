/** A packet at the network ACL of a subnet: the decision and its words. */
import { makeCidr } from '../model/ip/address';
import { askedText, preposition } from './asked-traffic';
import { decideAcl, type Side } from './filters';
import { aclRemedy } from './network-acl-remedy';
import type { Subnet } from './network';
import { SOURCES } from './sources';
import { doubt, pass, peerText, refuse, translate, type Walk } from './walk';
import { aclEntryText, listText, rangeText } from './words';

/** S5 and S8: the ACL of a subnet, when a packet crosses its edge. @returns false if the ACL is not known. */
export function filterByAcl(walk: Walk, subnet: Subnet, side: Side): boolean {
  const { acl } = subnet;
  if (!acl) {
    doubt(
      walk,
      {
        resource: subnet.id,
        kind: 'network-acl',
        message: `The network ACL of ${subnet.label} is not in this document.`,
        source: SOURCES.acl,
      },
      'UNKNOWN_RESOURCE',
    );
    return false;
  }
  walk.touched.acls.add(acl);
  const { header } = walk;
  const decision = decideAcl(acl, side, header);
  const { entry, denying } = decision;
  const rule = entry ? `${entry.number}` : '*';
  const peer = side === 'inbound' ? header.source : header.destination;
  // Of the internet as a whole an entry denies only its own block.
  const everybody = peer === walk.scope.outside && walk.scope.outsideScope === 'any';
  const peerWords =
    everybody && denying && denying.block.prefix > 0 ? makeCidr(denying.block) : peerText(walk, peer, subnet);
  const flow = `${askedText(walk)} ${preposition[side]} ${peerWords}`;
  const isAnswer = walk.direction === 'return';
  const traffic = isAnswer ? `the answer (${flow})` : flow;
  const where = side === 'inbound' ? `into ${subnet.label}` : `out of ${subnet.label}`;
  const decidedBy = {
    resource: acl.id,
    rule,
    side,
    text: entry ? aclEntryText(entry, side) : 'deny everything else',
  };
  if (decision.passes === 'all') {
    pass(walk, {
      resource: acl.id,
      kind: 'network-acl',
      decidedBy,
      message: `${acl.label} lets ${traffic} ${where}: rule ${rule}.`,
      source: SOURCES.aclRules,
    });
    return true;
  }
  const deniedBy = denying ? `${denying.number}` : '*';
  const remedy = aclRemedy(walk, acl, side, peer, denying?.number ?? null);
  const source =
    walk.direction === 'return' && header.destinationPorts ? SOURCES.aclEphemeral : SOURCES.aclRules;
  const deniedText =
    deniedBy === '*' ? 'no rule allows it, so the final * denies' : `rule ${deniedBy} denies it first`;
  if (decision.passes === 'none') {
    refuse(
      walk,
      {
        resource: acl.id,
        kind: 'network-acl',
        decidedBy,
        message: `${acl.label} does not let ${traffic} ${where}: ${deniedText}.`,
        source,
      },
      { code: 'SUBNET_ACL_RESTRICTION', resource: acl.id, rule: deniedBy, place: where, remedy },
    );
    return true;
  }
  // Only a part of the client's ports gets through: the walk goes on with that part.
  const passing = decision.passing ?? [];
  const passingText = listText(passing.map(rangeText));
  const message = `${acl.label} lets only ports ${passingText} of ${traffic} ${where}: for the others ${deniedText}.`;
  pass(walk, { resource: acl.id, kind: 'network-acl', decidedBy, message, source });
  walk.blockers.push({
    code: 'SUBNET_ACL_RESTRICTION',
    resource: acl.id,
    rule: deniedBy,
    direction: walk.direction,
    message,
    source,
    partial: true,
    place: where,
    remedy,
  });
  translate(walk, { ...header, destinationPorts: passing });
  return true;
}
