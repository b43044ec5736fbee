/** Branches that leave a subnet: straight to a neighbour, or through its ACL to the target of a route. */
import type { Interface, Nat, Route, Subnet, Vpc } from '../network';
import { ownerOf } from '../owners';
import { preservedSession } from './balancer-places';
import { goOn, STOPPED, type Branch, type Doubt, type Step } from './branch';
import { EMPTY } from './diagram';
import { split, unknown, type Ground } from './ground';
import { missingAcl, notModelled, throughAcl } from './passages';
import { gatewayEndpointTraffic } from './service-sets';

export function leaveSubnet(ground: Ground, branch: Branch, by: Interface | Nat): readonly Step[] {
  const { subnet } = by;
  const { table } = subnet;
  const preserved = by.type === 'interface' ? preservedSession(branch, by) : null;
  if (preserved) return backToNode(ground, branch, subnet, preserved);
  const [near, far] = split(ground, branch, branch.destination, ground.filters.blocks(subnet.blocks));
  const steps: Step[] = [...toOwner(near, subnet.vpc, false, subnet)];
  if (far.alive === EMPTY) return steps;
  if (!table) return [...steps, ...unknown(far, missingTable(subnet))];
  for (const cell of ground.filters.cellsOf(table)) {
    const [here] = split(ground, far, far.destination, cell.addresses);
    if (here.alive === EMPTY) continue;
    // An appliance in the same subnet: the packet does not cross the subnet's edge.
    const target = cell.route?.target;
    const staysInside = !cell.unknown && target?.type === 'interface' && target.interface.subnet === subnet;
    const left = staysInside ? [here] : throughAcl(ground, here, subnet, 'outbound');
    if (!left) steps.push(...unknown(here, missingAcl(subnet)));
    for (const next of left ?? []) {
      if (cell.unknown)
        steps.push(
          ...unknown(
            next,
            notModelled(
              table.id,
              `${table.label} has a route for a prefix list whose addresses are not in this document.`,
            ),
          ),
        );
      else if (cell.route) steps.push(...toTarget(ground, next, cell.route, by));
      else steps.push(...toSender(next, subnet.vpc));
    }
  }
  return steps;
}

/** Both ACLs see the answer of a target that saw the client's address. */
function backToNode(
  ground: Ground,
  branch: Branch,
  subnet: Subnet,
  { node, handBack }: NonNullable<ReturnType<typeof preservedSession>>,
): readonly Step[] {
  if (node.subnet === subnet) return handBack(branch);
  const left = throughAcl(ground, branch, subnet, 'outbound');
  if (!left) return unknown(branch, missingAcl(subnet));
  return left.flatMap((next) => {
    const inside = throughAcl(ground, next, node.subnet, 'inbound');
    return inside ? inside.flatMap(handBack) : unknown(next, missingAcl(node.subnet));
  });
}

/** A NAT gateway takes back the answers to its connections, even from a peered VPC without a route: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html */
function toSender(branch: Branch, vpc: Vpc): readonly Step[] {
  if (branch.leg === 'forward') return STOPPED;
  const holder = branch.sessions.find(({ address }) => address === branch.destination)?.holder;
  if (holder?.type !== 'nat' || !vpc.peers.some((peer) => peer.vpc === holder.subnet.vpc)) return STOPPED;
  return goOn(branch, { type: 'arrive', at: holder, crossesEdge: true });
}

function toTarget(ground: Ground, branch: Branch, { target }: Route, by: Interface | Nat): readonly Step[] {
  switch (target.type) {
    case 'local':
      return toOwner(branch, by.subnet.vpc, true, null);
    case 'gateway':
      return goOn(branch, { type: 'leave-by-gateway', by });
    case 'egress-only':
      // An answer on its way out belongs to no connection that was opened through here.
      return ground.family === 4 || branch.leg === 'return'
        ? STOPPED
        : goOn(branch, { type: 'leave-by-egress-only', gateway: target.gateway, by });
    case 'nat':
      return goOn(branch, { type: 'through-nat', nat: target.nat, by });
    case 'interface':
      return goOn(branch, {
        type: 'arrive',
        at: target.interface,
        crossesEdge: target.interface.subnet !== by.subnet,
      });
    case 'peering': {
      if (!target.far)
        return unknown(branch, {
          code: 'UNKNOWN_DESTINATION',
          resource: target.peering.id,
          message: `The VPC on the other side of ${target.peering.label} is not in this document.`,
        });
      // Not transitive: from addresses of the near VPC to addresses of the far one.
      const [own] = split(ground, branch, branch.source, ground.filters.blocks(by.subnet.vpc.blocks));
      const [crossing] = split(ground, own, own.destination, ground.filters.blocks(target.far.blocks));
      const identity = target.sameRegion ? branch.identity : 'lost';
      return toOwner({ ...crossing, identity }, target.far, true, null);
    }
    case 'endpoint': {
      if (target.endpoint.type !== 'Gateway')
        return unknown(
          branch,
          notModelled(target.endpoint.id, `${target.endpoint.label} is not modelled yet.`),
        );
      // An answer belongs to no request that went out by the endpoint.
      if (branch.leg === 'return' || ground.family === 6 || by.subnet.vpc !== target.endpoint.vpc)
        return STOPPED;
      const own = ground.filters.blocks(by.subnet.vpc.blocks);
      const alive = ground.store.intersect(
        ground.headers.addressed(branch.alive, branch.source, own),
        gatewayEndpointTraffic(ground),
      );
      return goOn({ ...branch, alive, identity: 'lost' }, { type: 'delivered', to: target.endpoint });
    }
    case 'blackhole':
      return STOPPED;
    case 'missing':
      return unknown(branch, {
        code: 'UNKNOWN_RESOURCE',
        resource: target.id,
        message: `${target.id} is not in this document.`,
      });
    case 'other':
      return unknown(branch, notModelled(target.id, `${target.id} is not modelled yet.`));
  }
}

/** Who has an address of the VPC gets the packet; addresses outside are nobody's here. */
export function toOwner(
  branch: Branch,
  vpc: Vpc,
  crossesEdge: boolean,
  only: Subnet | null,
): readonly Step[] {
  if (branch.alive === EMPTY || branch.destination === 'outside') return STOPPED;
  const owner = ownerOf(vpc, branch.destination);
  if (!owner || (only && owner.subnet !== only)) return STOPPED;
  return goOn(branch, { type: 'arrive', at: owner, crossesEdge });
}

const missingTable = (subnet: Subnet): Doubt => ({
  code: 'UNKNOWN_RESOURCE',
  resource: subnet.id,
  message: `The route table of ${subnet.label} is not in this document.`,
});
