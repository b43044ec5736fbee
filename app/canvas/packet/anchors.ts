/** Where on the drawing each hop of a path happens. */
import {
  get,
  getKind,
  networkAclOf,
  primaryInterface,
  routeTableOf,
  shownAs,
  type Drawing,
  type Hop,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../../engine';
import { CHIP_GAP, GATE, gateOf, skyline, type Anchor } from './route';

/** The first chip on a card's top edge: the security groups of the interface docked there. */
export const GROUP_CHIP = { left: 17 } as const;

type Interface = ResourceOf<'network-interface'>;

/** @returns one anchor per hop; null for what is not drawn. */
export function anchorsOf(
  document: Scenario,
  drawing: Drawing,
  hops: readonly Pick<Hop, 'resource'>[],
): readonly (Anchor | null)[] {
  return hops.map((hop, index) => {
    const peering = getKind(document, hop.resource, 'vpc-peering-connection');
    return peering
      ? onVpcHeader(drawing, leftVpc(document, hops.slice(0, index)) ?? peering.vpcId)
      : anchorOf(document, drawing, hop.resource, nearby(document, hops, index));
  });
}

/** Interfaces and NAT gateways of the path, the nearest hop first: they say which of its subnets an ACL is met in. */
function nearby(
  document: Scenario,
  hops: readonly Pick<Hop, 'resource'>[],
  index: number,
): readonly ResourceId[] {
  const found: { readonly id: ResourceId; readonly distance: number }[] = [];
  hops.forEach((hop, other) => {
    const resource = get(document, hop.resource);
    const distance = Math.abs(other - index);
    if (resource?.kind === 'network-interface' || resource?.kind === 'nat-gateway')
      found.push({ id: resource.id, distance });
    if (resource?.kind === 'instance') {
      const eni = primaryInterface(document, resource.id);
      if (eni) found.push({ id: eni.id, distance: distance + 0.5 });
    }
  });
  return found.sort((a, b) => a.distance - b.distance).map(({ id }) => id);
}

function anchorOf(
  document: Scenario,
  drawing: Drawing,
  id: ResourceId,
  near: readonly ResourceId[],
): Anchor | null {
  const resource = get(document, id);
  if (!resource) return null;
  const chip = chipOver(drawing, id);
  if (chip) return chip;
  switch (resource.kind) {
    case 'internet': {
      const world = drawing.things.get(id);
      if (!world) return null;
      const below = world.top + world.height <= skyline(drawing);
      return { key: id, at: { x: world.left + world.width / 2, y: world.top + (below ? world.height : 0) } };
    }
    case 'internet-gateway':
    case 'egress-only-internet-gateway':
    case 'vpc-endpoint':
    case 'load-balancer': {
      // An icon on the border: the line passes behind its picture. The nodes of balancers and endpoints are hops of their own.
      const gateway = drawing.things.get(id);
      return gateway
        ? { key: id, at: { x: gateway.left + gateway.width / 2, y: gateway.top + gateway.height / 2 } }
        : null;
    }
    case 'nat-gateway': {
      const card = drawing.things.get(id);
      return card ? { key: id, at: { x: card.left + card.width / 2, y: card.top } } : null;
    }
    case 'instance':
      return onInterface(drawing, primaryInterface(document, id), 'address');
    case 'network-interface':
      return onInterface(drawing, resource, 'address');
    case 'security-group': {
      const carrier = near
        .map((other) => getKind(document, other, 'network-interface'))
        .find((eni) => eni && groupsOf(document, eni).includes(id));
      return onInterface(drawing, carrier, 'groups');
    }
    case 'network-acl':
      return onHeader(document, drawing, near, (subnet) => networkAclOf(document, subnet)?.id === id, 0);
    case 'route-table':
      return onHeader(document, drawing, near, (subnet) => routeTableOf(document, subnet)?.id === id, 1);
    default: {
      const drawn = drawing.things.get(id);
      return drawn ? { key: id, at: { x: drawn.left + drawn.width / 2, y: drawn.top } } : null;
    }
  }
}

/** What happens inside a collapsed box is met on its header. */
function chipOver(drawing: Drawing, id: ResourceId): Anchor | null {
  const box = drawing.hidden.has(id) ? shownAs(drawing, id) : undefined;
  return box ? { key: box.key, at: gateOf(box) } : null;
}

/** Nodes of balancers and endpoints carry the groups of what they belong to. */
function groupsOf(document: Scenario, eni: Interface): readonly ResourceId[] {
  const manager = get(document, eni.managedBy ?? '');
  const managed =
    manager?.kind === 'load-balancer'
      ? manager.securityGroups
      : manager?.kind === 'vpc-endpoint'
        ? manager.securityGroupIds
        : undefined;
  return [...eni.groupSet, ...(managed ?? [])];
}

/** The VPC that a packet was in last. */
function leftVpc(document: Scenario, before: readonly Pick<Hop, 'resource'>[]): ResourceId | undefined {
  for (const { resource: id } of before.toReversed()) {
    const resource = get(document, id);
    const eni = resource?.kind === 'instance' ? primaryInterface(document, id) : resource;
    if (!eni) continue;
    if ('subnetId' in eni) return getKind(document, eni.subnetId, 'subnet')?.vpcId;
    if ('vpcId' in eni && eni.vpcId !== undefined) return eni.vpcId;
  }
  return undefined;
}

/** A peering hangs as a chip on the header of both VPCs: it is met in the one that is left. */
function onVpcHeader(drawing: Drawing, vpcId: ResourceId | undefined): Anchor | null {
  const box = shownAs(drawing, vpcId);
  return box ? { key: box.key, at: gateOf(box) } : null;
}

/** On the top edge of the card or port: its groups at the left, its address at the right. */
function onInterface(
  drawing: Drawing,
  eni: Interface | undefined,
  part: 'address' | 'groups',
): Anchor | null {
  const drawn = eni && drawing.things.get(eni.id);
  if (!drawn) return eni ? chipOver(drawing, eni.id) : null;
  const card = drawn.parent === null ? undefined : drawing.things.get(drawn.parent);
  const docked = card?.kind === 'instance';
  const holder = docked ? card : drawn;
  const x = part === 'groups' ? holder.left + GROUP_CHIP.left : docked ? drawn.left : holder.left + 64;
  return { key: holder.key, at: { x, y: holder.top } };
}

/** @param place 0 for the last chip, 1 for the one before. */
function onHeader(
  document: Scenario,
  drawing: Drawing,
  near: readonly ResourceId[],
  uses: (subnet: ResourceOf<'subnet'>) => boolean,
  place: 0 | 1,
): Anchor | null {
  for (const id of near) {
    const resource = get(document, id);
    const subnetId = resource && 'subnetId' in resource ? resource.subnetId : undefined;
    const subnet = getKind(document, subnetId, 'subnet');
    const box = subnet && shownAs(drawing, subnet.id);
    if (!subnet || !box || !uses(subnet)) continue;
    // A box around the subnet has no chip of its table or list.
    if (box.key !== subnet.id) return { key: box.key, at: gateOf(box) };
    return {
      key: subnet.id,
      at: { x: box.left + box.width - GATE.right - place * CHIP_GAP, y: box.top + GATE.top },
    };
  }
  return null;
}
