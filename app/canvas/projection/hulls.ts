/** Outlines around the members of a placement group, drawn behind the cards and wide enough to cut none. */
import {
  allOf,
  shownAs,
  subnetOfInstance,
  type Drawing,
  type Drawn,
  type PlaceKey,
  type Rect,
  type ResourceId,
  type Scenario,
} from '../../../engine';
import { canvasText as text } from '../../strings/en/canvas';
import { titleOf } from './chips';

export interface Hull extends Rect {
  readonly group: ResourceId;
  readonly label: string;
  readonly members: readonly PlaceKey[];
}

/** Room between a card and the outline; above a card its docked interface stands out. */
const CHIP_PADDING = 4;
const PADDING = { side: 8, top: 20, bottom: 8 } as const;

// Documents are immutable, and a hand in motion asks many times a second.
const known = new WeakMap<Scenario, readonly Hull[]>();

export function hullsOf(document: Scenario, drawing: Drawing): readonly Hull[] {
  const before = known.get(document);
  if (before) return before;
  const hulls = outlinesOf(document, drawing);
  known.set(document, hulls);
  return hulls;
}

function outlinesOf(document: Scenario, drawing: Drawing): readonly Hull[] {
  const hulls: Hull[] = [];
  // A collapsed box stands for the members in it: one outline around it, whatever groups lead inside.
  const chips = new Map<Drawn, Map<ResourceId, string>>();
  for (const group of allOf(document, 'placement-group')) {
    const bySubnet = new Map<ResourceId, Drawn[]>();
    const label = text.hull(text.strategies[group.strategy], titleOf(document, group.id));
    for (const member of allOf(document, 'instance')) {
      if (member.placementGroup !== group.id) continue;
      const drawn = shownAs(drawing, member.id);
      const subnet = subnetOfInstance(document, member.id)?.id;
      if (!drawn || subnet === undefined) continue;
      if (drawn.collapsed)
        chips.set(drawn, (chips.get(drawn) ?? new Map<ResourceId, string>()).set(group.id, label));
      else bySubnet.set(subnet, [...(bySubnet.get(subnet) ?? []), drawn]);
    }
    for (const [subnet, members] of bySubnet) {
      const whole = outline(members);
      const ids = new Set(members.map((member) => member.key));
      const others = (drawing.children.get(subnet) ?? []).filter((key) => !ids.has(key));
      // One outline would claim a stranger who stands between: then every member gets its own.
      const claims = others.some((key) => touches(whole, drawing.things.get(key)));
      for (const within of claims ? members.map((member) => [member]) : [members])
        hulls.push({
          group: group.id,
          label,
          members: within.map((member) => member.key),
          ...outline(within),
        });
    }
  }
  for (const [chip, groups] of chips) {
    const [group = ''] = groups.keys();
    hulls.push({ group, label: [...groups.values()].join(', '), members: [chip.key], ...around(chip) });
  }
  return hulls;
}

function outline(members: readonly Drawn[]): Rect {
  const left = Math.min(...members.map((member) => member.left)) - PADDING.side;
  const top = Math.min(...members.map((member) => member.top)) - PADDING.top;
  const right = Math.max(...members.map((member) => member.left + member.width)) + PADDING.side;
  const bottom = Math.max(...members.map((member) => member.top + member.height)) + PADDING.bottom;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Closer than around cards: boxes stand closer together, and nothing is docked on them. */
const around = ({ left, top, width, height }: Drawn): Rect => ({
  x: left - CHIP_PADDING,
  y: top - CHIP_PADDING,
  width: width + 2 * CHIP_PADDING,
  height: height + 2 * CHIP_PADDING,
});

const touches = (rect: Rect, drawn: Drawn | undefined): boolean =>
  drawn !== undefined &&
  drawn.left < rect.x + rect.width &&
  rect.x < drawn.left + drawn.width &&
  drawn.top < rect.y + rect.height &&
  rect.y < drawn.top + drawn.height;
