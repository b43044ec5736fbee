/**
 * Which addresses and names an instance has at each turn of its life.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
import type { Out } from '../kernel/simulation';
import type { LifecycleCells, LifecycleFields, Machine, MachineInterface } from './machine';
import { elasticIpsNow, interfacesNow } from './attachments/present';
import { isPrimary, type InterfacesOf } from './attachments/world';
import { hostDnsName, publicDnsName } from './names';

type Writer = Out<LifecycleFields>;

/** At launch: the interfaces come into use with their addresses. */
export function giveAddresses(machine: Machine, cells: LifecycleCells, out: Writer): void {
  for (const eni of machine.interfaces) {
    out.set(eni.subject, 'state', 'in-use');
    out.set(eni.subject, 'attachedTo', machine.resource);
    setPrivate(machine, eni, eni.privateIp ?? null, hostDnsName(eni.privateIp ?? null, eni.names), out);
    const moved = cells.get(eni.subject, 'elasticIp');
    const elasticIp = moved === undefined ? eni.elasticIp : moved;
    const firstPublicIp =
      eni.firstPublicIp ?? (moved === null && eni.asksPublicIp ? eni.publicIpAt(0) : undefined);
    if (elasticIp) setPublic(machine, eni, elasticIp, 'elastic', out);
    else if (firstPublicIp !== undefined) {
      setPublic(machine, eni, firstPublicIp, 'amazon', out);
      out.set(machine.subject, 'assignments', 1);
    } else setPublic(machine, eni, null, null, out);
  }
}

/** After a stop: an auto-assigned address goes back to Amazon; Elastic IPs and private addresses stay. */
export function releaseOnStop(machine: Machine, cells: LifecycleCells, out: Writer): void {
  for (const eni of machine.interfaces)
    if (isAutoAssigned(machine, eni, cells)) setPublic(machine, eni, null, null, out);
}

const isAutoAssigned = (machine: Machine, eni: MachineInterface, cells: LifecycleCells): boolean =>
  cells.get(eni.subject, 'publicIpOwner') === 'amazon' &&
  cells.get(eni.subject, 'attachedTo') === machine.resource;

/** On a start after a stop: a new auto-assigned address where the rules give one. */
export function renewOnStart(
  machine: Machine,
  cells: LifecycleCells,
  world: InterfacesOf,
  out: Writer,
): void {
  const primary = machine.interfaces[0];
  if (!primary?.asksPublicIp || cells.get(primary.subject, 'publicIp')) return;
  takesNewPublicIp(machine, primary, cells, world, out);
}

/**
 * Not with a second interface, and not with a secondary address that has an Elastic IP.
 * @returns the address, if it gets one
 */
export function takesNewPublicIp(
  machine: Machine,
  eni: MachineInterface,
  cells: LifecycleCells,
  world: InterfacesOf,
  out: Writer,
): string | undefined {
  if (!eni.asksPublicIp || !isPrimary(machine, eni)) return undefined;
  if (elasticIpsNow(eni, cells).length > 0 || interfacesNow(machine, cells, world).length > 1)
    return undefined;
  const assignment = cells.get(machine.subject, 'assignments') ?? 0;
  const address = eni.publicIpAt(assignment);
  setPublic(machine, eni, address, 'amazon', out);
  out.set(machine.subject, 'assignments', assignment + 1);
  return address;
}

/**
 * On termination: interfaces marked for deletion go with their private addresses, and an Elastic IP on them is
 * disassociated but stays in the account; the others stay behind as `available` with all they carry.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
 */
export function releaseOnTermination(
  machine: Machine,
  cells: LifecycleCells,
  world: InterfacesOf,
  out: Writer,
): void {
  for (const eni of interfacesNow(machine, cells, world)) {
    out.set(eni.subject, 'attachedTo', null);
    if (cells.get(eni.subject, 'publicIpOwner') === 'amazon') setPublic(machine, eni, null, null, out);
    if (cells.get(eni.subject, 'deleteOnTermination') ?? eni.deleteOnTermination) {
      out.set(eni.subject, 'state', 'deleted');
      setPrivate(machine, eni, null, null, out);
      setPublic(machine, eni, null, null, out);
      for (const elasticIp of elasticIpsNow(eni, cells)) {
        out.set(elasticIp, 'attachedTo', null);
        out.set(elasticIp, 'privateIp', null);
      }
    } else out.set(eni.subject, 'state', 'available');
  }
  for (const field of ['privateIp', 'privateDnsName', 'publicIp', 'publicIpOwner', 'publicDnsName'] as const)
    out.set(machine.subject, field, null);
}

function setPrivate(
  machine: Machine,
  eni: MachineInterface,
  address: string | null,
  name: string | null,
  out: Writer,
): void {
  for (const subject of isPrimary(machine, eni) ? [eni.subject, machine.subject] : [eni.subject]) {
    out.set(subject, 'privateIp', address);
    out.set(subject, 'privateDnsName', name);
  }
}

/** Said of the instance too, where it is its primary interface. */
export function setPublic(
  machine: Machine | undefined,
  eni: MachineInterface,
  address: string | null,
  owner: 'amazon' | 'elastic' | null,
  out: Writer,
): void {
  const name = address === null ? null : publicDnsName(address, eni.names);
  for (const subject of machine && isPrimary(machine, eni) ? [eni.subject, machine.subject] : [eni.subject]) {
    out.set(subject, 'publicIp', address);
    out.set(subject, 'publicIpOwner', owner);
    out.set(subject, 'publicDnsName', name);
  }
}
