import { parseIpv4 } from '../../model/ip/ipv4';
import type { WorldPart } from '../../network/parts';
import type { Scenario } from '../descriptors';
import { labelOf } from '../lookup';
import type { Internet } from './kind';

export function describeWorld(document: Scenario, world: Internet): WorldPart[] {
  const clientAddress = parseIpv4(world.clientAddress);
  return clientAddress === null ? [] : [{ id: world.id, label: labelOf(document, world.id), clientAddress }];
}
