/** The few lines a drawing needs: who an interface is attached to, and where the selected thing's packets are routed. */
import {
  allOf,
  get,
  getKind,
  routeTableOf,
  shownAs,
  subnetOfInstance,
  type Drawing,
  type Drawn,
  type PlaceKey,
  type Point,
  type Resource,
  type ResourceId,
  type ResourceOf,
  type Scenario,
} from '../../../engine';
import { CHIP_GAP, GATE, gateOf, type Anchor } from '../packet/route';
import { clearWay, wayBetween } from '../ways/way';

export interface Line {
  readonly id: string;
  readonly look: 'attachment' | 'route' | 'peering';
  /** Ends: what is lifted takes its end of the line along. */
  readonly from: PlaceKey;
  readonly to: PlaceKey;
  readonly points: readonly Point[];
}

/** A line that is known by its ends; its way is looked for apart. */
export interface Ends {
  readonly id: string;
  readonly from: Drawn;
  readonly to: Drawn;
}

/** Every interface beside its instance's primary one, joined to its instance. */
export const attachmentsOf = (document: Scenario, drawing: Drawing): readonly Line[] =>
  attachmentEndsOf(document, drawing).map((ends) =>
    attachmentLine(ends, wayBetween(drawing, ends.from, ends.to)),
  );

export const attachmentLine = ({ id, from, to }: Ends, points: readonly Point[]): Line => ({
  id,
  look: 'attachment',
  from: from.key,
  to: to.key,
  points,
});

export function attachmentEndsOf(document: Scenario, drawing: Drawing): readonly Ends[] {
  const found: Ends[] = [];
  for (const eni of allOf(document, 'network-interface')) {
    const port = shownAs(drawing, eni.id);
    const card = shownAs(drawing, eni.attachment?.instanceId);
    if (!port || !card || port.key === card.key || port.parent === card.key) continue;
    found.push({ id: eni.id, from: port, to: card });
  }
  const seen = new Set<string>();
  return found.filter(
    ({ from, to }) => !seen.has(`${from.key}>${to.key}`) && seen.add(`${from.key}>${to.key}`),
  );
}

/** Several lines from one collapsed box to the same thing are one. */
function withoutRepeats(lines: readonly Line[]): readonly Line[] {
  const seen = new Set<string>();
  return lines.filter(({ from, to }) => !seen.has(`${from}>${to}`) && seen.add(`${from}>${to}`));
}

/** More connections than this are a web: then only those of the selected thing are drawn. */
const CALM = 4;

/** A line between the VPCs of each peering connection. */
export function peeringsOf(
  document: Scenario,
  drawing: Drawing,
  selected: ResourceId | undefined,
): readonly Line[] {
  const all = allOf(document, 'vpc-peering-connection');
  return all.flatMap(({ id, vpcId, peerVpcId }) => {
    const [from, to] = [shownAs(drawing, vpcId), shownAs(drawing, peerVpcId)];
    const shown = all.length <= CALM || [id, vpcId, peerVpcId].includes(selected);
    if (!from || !to || from.key === to.key || !shown) return [];
    return {
      id,
      look: 'peering' as const,
      from: from.key,
      to: to.key,
      points: wayBetween(drawing, from, to),
    };
  });
}

/** From the selected balancer or endpoint to its nodes, from the selected target group to its targets. */
export function membersOf(
  document: Scenario,
  drawing: Drawing,
  selected: ResourceId | undefined,
): readonly Line[] {
  const resource = get(document, selected);
  const from = shownAs(drawing, selected);
  if (!resource || !from) return [];
  const ids =
    resource.kind === 'target-group'
      ? resource.targets.map((target) => target.instanceId)
      : resource.kind === 'load-balancer' || resource.kind === 'vpc-endpoint'
        ? allOf(document, 'network-interface').map((eni) => (eni.managedBy === selected ? eni.id : undefined))
        : [];
  const lines = ids.flatMap((id): readonly Line[] => {
    const to = shownAs(drawing, id);
    if (!to || to.key === from.key) return [];
    return [
      {
        id: `${from.key}>${to.key}`,
        look: 'route' as const,
        from: from.key,
        to: to.key,
        points: wayBetween(drawing, from, to),
      },
    ];
  });
  return withoutRepeats(lines);
}

/** Routes of the subnet that the selected thing stands in, or of every subnet that uses the selected table. */
export function routesOf(
  document: Scenario,
  drawing: Drawing,
  selected: ResourceId | undefined,
): readonly Line[] {
  const resource = get(document, selected);
  if (!resource) return [];
  const lines: Line[] = [];
  for (const subnet of subnetsOf(document, resource)) {
    const box = shownAs(drawing, subnet.id);
    const table = routeTableOf(document, subnet);
    if (!box || !table) continue;
    const from: Anchor = {
      key: box.key,
      at: { x: box.left + box.width - GATE.right - CHIP_GAP, y: box.top + GATE.top },
    };
    const targets = new Set(
      table.routes.map(
        (entry) =>
          entry.gatewayId ??
          entry.natGatewayId ??
          entry.networkInterfaceId ??
          entry.instanceId ??
          entry.egressOnlyInternetGatewayId,
      ),
    );
    for (const target of targets) {
      const drawn = shownAs(drawing, target);
      if (!drawn || drawn.key === box.key) continue;
      const at = drawn.collapsed
        ? gateOf(drawn)
        : {
            x: drawn.left + drawn.width / 2,
            y: drawn.how === 'border' ? drawn.top + drawn.height : drawn.top,
          };
      lines.push({
        id: `${box.key}>${drawn.key}`,
        look: 'route',
        from: box.key,
        to: drawn.key,
        points: clearWay(drawing, from, { key: drawn.key, at }),
      });
    }
  }
  return withoutRepeats(lines);
}

function subnetsOf(document: Scenario, resource: Resource): readonly ResourceOf<'subnet'>[] {
  const only = (subnet: ResourceOf<'subnet'> | undefined) => (subnet ? [subnet] : []);
  switch (resource.kind) {
    case 'subnet':
      return [resource];
    case 'instance':
      return only(subnetOfInstance(document, resource.id));
    case 'network-interface':
      return only(getKind(document, resource.subnetId, 'subnet'));
    case 'route-table':
      return allOf(document, 'subnet').filter((subnet) => routeTableOf(document, subnet)?.id === resource.id);
    default:
      return [];
  }
}
