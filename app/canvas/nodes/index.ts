import type { NodeTypes } from '@xyflow/react';
import { BoxNode } from './boxes';
import { InstanceNode } from './InstanceNode';
import { BorderNode, GatewayNode, InterfaceNode, NatNode, ShelfNode, VolumeNode, WorldNode } from './smaller';
import type { Look } from '../projection/thing';

/** A module constant: another object would draw every node anew. */
export const NODE_TYPES = {
  region: BoxNode,
  vpc: BoxNode,
  lane: BoxNode,
  subnet: BoxNode,
  instance: InstanceNode,
  interface: InterfaceNode,
  nat: NatNode,
  border: BorderNode,
  gateway: GatewayNode,
  volume: VolumeNode,
  shelf: ShelfNode,
  world: WorldNode,
} satisfies NodeTypes & Record<Look, unknown>;
