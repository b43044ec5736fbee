/** Branches at the gateways to the internet and on the internet itself. */
import type { EgressOnly, Interface, Nat, Vpc } from '../network';
import { ownerOf } from '../owners';
import { isPublic } from '../packet';
import { leadsTo } from '../routing';
import { goOn, STOPPED, type Branch, type Doubt, type Step } from './branch';
import { EMPTY } from './diagram';
import { split, unknown, type Ground } from './ground';
import { notModelled } from './passages';

/** IPv4 leaves with the public address of its private one, IPv6 with its own; nobody else gets out. */
export function leaveByGateway(ground: Ground, branch: Branch, by: Interface | Nat): readonly Step[] {
  const { vpc } = by.subnet;
  const routable = publicly(ground, branch);
  if (routable.alive === EMPTY || routable.source === 'outside') return STOPPED;
  const source = publicAddressOf(ground, vpc, routable.source);
  if (source === undefined) return STOPPED;
  if (mayBeBlocked(branch, by)) return unknown(routable, blockedDoubt(vpc));
  return onTheInternet(ground, { ...routable, source, identity: 'lost' });
}

/** Out only, IPv6 only: https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html */
export function leaveByEgressOnly(
  ground: Ground,
  branch: Branch,
  gateway: EgressOnly,
  by: Interface | Nat,
): readonly Step[] {
  const routable = publicly(ground, branch);
  if (routable.alive === EMPTY || routable.source === 'outside') return STOPPED;
  if (publicAddressOf(ground, by.subnet.vpc, routable.source) === undefined) return STOPPED;
  // Inbound blocking lets out what this gateway lets out.
  if (branch.leg === 'forward' && by.subnet.vpc.blockPublicAccess === 'block-bidirectional')
    return unknown(routable, blockedDoubt(by.subnet.vpc));
  return onTheInternet(ground, { ...routable, identity: 'lost', leftBy: [...branch.leftBy, gateway] });
}

/** Private, shared and reserved ranges do not exist on the internet. */
const publicly = (ground: Ground, branch: Branch): Branch =>
  split(ground, branch, branch.destination, ground.filters.notPublic)[1];

function publicAddressOf({ family }: Ground, vpc: Vpc, address: Exclude<Branch['source'], 'outside'>) {
  if (family === 4) return vpc.publicByPrivate.get(address);
  return isPublic(address) && ownerOf(vpc, address) ? address : undefined;
}

function onTheInternet(ground: Ground, branch: Branch): readonly Step[] {
  // Whoever is outside as a whole is nobody of the document.
  if (branch.destination === 'outside') return goOn(branch, { type: 'delivered', to: 'internet' });
  const { network, filters } = ground;
  const owned = filters.addresses(network.publicOwners.keys());
  const [own, others] = split(ground, branch, branch.destination, owned);
  const idle = filters.addresses(network.idleAddresses.keys());
  const [, outside] = split(ground, others, others.destination, idle);
  return [
    ...goOn(own, { type: 'enter-from-internet' }),
    ...goOn(outside, { type: 'delivered', to: 'internet' }),
  ];
}

/** In: the private address takes the place of the public one. */
export function enterFromInternet(ground: Ground, branch: Branch): readonly Step[] {
  if (branch.destination === 'outside') return STOPPED;
  const found = ground.network.publicOwners.get(branch.destination);
  if (!found) return STOPPED;
  const { owner, privateAddress } = found;
  const { vpc } = owner.subnet;
  const { gateway } = vpc;
  const inside: Branch = { ...branch, destination: privateAddress };
  // The answer to what went out by an egress-only gateway comes back by it.
  if (branch.leg === 'return' && branch.leftBy.some((one) => one.vpc === vpc))
    return goOn(inside, { type: 'arrive', at: owner, crossesEdge: true });
  if (gateway === 'unknown')
    return unknown(branch, {
      code: 'UNKNOWN_RESOURCE',
      resource: vpc.id,
      message: `The internet gateway of ${vpc.label} is not in this document.`,
    });
  if (!gateway) return STOPPED;
  const impossible = ground.store.union(ground.filters.notPublic, ground.filters.blocks(vpc.blocks));
  const [, honest] = split(ground, inside, inside.source, impossible);
  if (honest.alive === EMPTY) return STOPPED;
  if (owner.type === 'interface' && !owner.host && owner.service === null) return STOPPED;
  if (mayBeBlocked(branch, owner)) return unknown(honest, blockedDoubt(vpc));
  const { edgeTable } = gateway;
  if (edgeTable)
    for (const cell of ground.filters.cellsOf(edgeTable)) {
      const [here] = split(ground, honest, privateAddress, cell.addresses);
      if (here.alive === EMPTY) continue;
      if (cell.unknown || (cell.route && leadsTo(cell.route.target) !== 'local'))
        return unknown(
          here,
          notModelled(
            edgeTable.id,
            `${edgeTable.label} sends inbound traffic through something else; edge route tables are not modelled yet.`,
          ),
        );
    }
  return goOn(honest, { type: 'arrive', at: owner, crossesEdge: true });
}

/**
 * Block Public Access, whose exclusions are not modelled. Answers pass where their request did, and what a NAT
 * gateway sends passes `block-ingress`: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa-basics.html
 */
function mayBeBlocked(branch: Branch, at: Interface | Nat): boolean {
  const mode = at.subnet.vpc.blockPublicAccess;
  if (mode === null || branch.leg === 'return') return false;
  return at.type !== 'nat' || mode !== 'block-ingress';
}

const blockedDoubt = (vpc: Vpc): Doubt =>
  notModelled(vpc.id, `Block Public Access is on at ${vpc.label}, and its exclusions are not modelled yet.`);
