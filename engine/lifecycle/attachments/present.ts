/** Who has what at this moment. As drawn, until an action of the script has changed it. */
import type { LifecycleCells, Machine, MachineInterface } from '../machine';
import type { AttachmentWorld, ElasticAddress, Eni, InterfacesOf } from './world';

/** Primary first, then by device index. */
export function interfacesNow(
  machine: Machine,
  cells: LifecycleCells,
  world: InterfacesOf,
): readonly MachineInterface[] {
  const subjects = cells.get(machine.subject, 'interfaces');
  return subjects?.flatMap((subject) => world.interfaceOf(subject) ?? []) ?? machine.interfaces;
}

export const deviceIndexNow = (eni: MachineInterface, cells: LifecycleCells): number =>
  cells.get(eni.subject, 'deviceIndex') ?? eni.deviceIndex;

/** Subjects of the Elastic IPs on an interface. */
export const elasticIpsNow = (eni: MachineInterface, cells: LifecycleCells): readonly number[] =>
  cells.get(eni.subject, 'elasticIps') ?? eni.elasticIps;

export const secondaryIpsNow = (eni: Eni, cells: LifecycleCells): readonly string[] =>
  cells.get(eni.subject, 'secondaryIps') ?? eni.secondaryIps;

/** The private address that an Elastic IP on an interface stands for. */
export const privateIpOf = (
  elastic: ElasticAddress,
  eni: Eni,
  cells: LifecycleCells,
): string | null | undefined => cells.get(elastic.subject, 'privateIp') ?? elastic.privateIp ?? eni.privateIp;

export function holderOf(eni: Eni, cells: LifecycleCells, world: AttachmentWorld): Machine | undefined {
  const id = cells.get(eni.subject, 'attachedTo');
  return id ? world.machineOf(world.subjectOf(id)) : undefined;
}
