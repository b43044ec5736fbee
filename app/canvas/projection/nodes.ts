/** The document as React Flow's nodes. A projection: the nodes are never the model. */
import type { Node } from '@xyflow/react';
import type { Drawing, Drawn, Scenario } from '../../../engine';
import { canvasText as text } from '../../strings/en/canvas';
import { describe } from './describe';
import type { Look, ThingData } from './thing';

/** React Flow wants data it may index. */
export type CanvasNode = Node<{ readonly thing: ThingData }, Look>;

/**
 * Boxes lie below what stands in them; lines and hulls between boxes and cards. Cards have no level of their own: each
 * level is a part that the browser puts together anew whenever the view moves, and there are hundreds of cards.
 */
const LAYERS: Record<Look, number | 'auto'> = {
  region: -9,
  vpc: -8,
  lane: -7,
  subnet: -6,
  instance: 'auto',
  interface: 'auto',
  nat: 'auto',
  gateway: 'auto',
  volume: 'auto',
  shelf: 'auto',
  world: 'auto',
  border: 1,
};
/** Where lines and hulls are drawn. */
export const BETWEEN_LAYER = -1;

/**
 * Parents before children, positions from the canvas's corner: who stands in whom is the drawing's knowledge, and a
 * lifted box carries what stands in it without React Flow's help.
 * @param before the last projection: what did not change stays the same object, so that it is not drawn again.
 */
export function project(
  document: Scenario,
  drawing: Drawing,
  before: readonly CanvasNode[] = [],
): CanvasNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const nodes: CanvasNode[] = [];
  for (const drawn of drawing.things.values()) {
    const thing = describe(document, drawing, drawn);
    if (!thing) continue;
    const pinned = document.layout[drawn.key]?.pinned === true;
    nodes.push(reuse(known.get(drawn.key), makeNode(drawn, pinned ? asPinned(thing) : thing, pinned)));
  }
  return nodes;
}

const asPinned = (thing: ThingData): ThingData => ({
  ...thing,
  sentence: `${thing.sentence}, ${text.pinned}`,
});

function makeNode(drawn: Drawn, thing: ThingData, pinned: boolean): CanvasNode {
  return {
    id: drawn.key,
    // The mark is drawn by the style sheet.
    ...(pinned ? { className: 'pinned' } : {}),
    type: thing.look,
    position: { x: drawn.left, y: drawn.top },
    width: drawn.width,
    height: drawn.height,
    // Placed by left and top: a transform of its own would make every node a layer's part that is put together anew
    // whenever the view or a thing moves.
    style: { zIndex: LAYERS[thing.look], transform: 'none', left: drawn.left, top: drawn.top },
    // Lines are ours, so no node has handles; saying so spares their measuring.
    handles: [],
    data: { thing },
  };
}

function reuse(before: CanvasNode | undefined, node: CanvasNode): CanvasNode {
  if (!before) return node;
  const data = same(before.data.thing, node.data.thing) ? before.data : node.data;
  const unmoved =
    before.position.x === node.position.x &&
    before.position.y === node.position.y &&
    before.width === node.width &&
    before.height === node.height &&
    before.type === node.type;
  return unmoved && data === before.data ? before : { ...node, data };
}

/** Equal plain data. */
export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => same(a[key as keyof typeof a], b[key as keyof typeof b]));
}
