/**
 * Which addresses and names an instance has at each turn of its life.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
 */
import type { Out } from '../kernel/simulation';
import type { LifecycleCells, LifecycleFields, Machine, MachineInterface } from './machine';
import { hostDnsName, publicDnsName } from './names';

type Writer = Out<LifecycleFields>;

/** At launch: the interfaces come into use with their addresses. */
export function giveAddresses(machine: Machine, out: Writer): void {
  for (const eni of machine.interfaces) {
    out.set(eni.subject, 'state', 'in-use');
    out.set(eni.subject, 'attachedTo', machine.resource);
    setPrivate(machine, eni, eni.privateIp ?? null, hostDnsName(eni.privateIp ?? null, eni.names), out);
    if (eni.elasticIp !== undefined) setPublic(machine, eni, eni.elasticIp, 'elastic', out);
    else if (eni.firstPublicIp !== undefined) {
      setPublic(machine, eni, eni.firstPublicIp, 'amazon', out);
      out.set(machine.subject, 'assignments', 1);
    } else setPublic(machine, eni, null, null, out);
  }
}

/** After a stop: an auto-assigned address goes back to Amazon; Elastic IPs and private addresses stay. */
export function releaseOnStop(machine: Machine, cells: LifecycleCells, out: Writer): void {
  for (const eni of machine.interfaces)
    if (cells.get(eni.subject, 'publicIpOwner') === 'amazon') setPublic(machine, eni, null, null, out);
}

/** On a start after a stop: a new auto-assigned address where the rules give one. */
export function renewOnStart(machine: Machine, cells: LifecycleCells, out: Writer): void {
  const primary = machine.interfaces[0];
  if (!primary?.publicIpOnStart || cells.get(primary.subject, 'publicIp')) return;
  const assignment = cells.get(machine.subject, 'assignments') ?? 0;
  setPublic(machine, primary, primary.publicIpAt(assignment), 'amazon', out);
  out.set(machine.subject, 'assignments', assignment + 1);
}

/**
 * On termination: interfaces marked for deletion go with their private addresses, and an Elastic IP on them is
 * disassociated but stays in the account; the others stay behind as `available` with all they carry.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
 */
export function releaseOnTermination(machine: Machine, cells: LifecycleCells, out: Writer): void {
  for (const eni of machine.interfaces) {
    out.set(eni.subject, 'attachedTo', null);
    if (cells.get(eni.subject, 'publicIpOwner') === 'amazon') setPublic(machine, eni, null, null, out);
    if (eni.deleteOnTermination) {
      out.set(eni.subject, 'state', 'deleted');
      setPrivate(machine, eni, null, null, out);
      setPublic(machine, eni, null, null, out);
      for (const elasticIp of eni.elasticIps) out.set(elasticIp, 'attachedTo', null);
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
  for (const subject of eni.deviceIndex === 0 ? [eni.subject, machine.subject] : [eni.subject]) {
    out.set(subject, 'privateIp', address);
    out.set(subject, 'privateDnsName', name);
  }
}

function setPublic(
  machine: Machine,
  eni: MachineInterface,
  address: string | null,
  owner: 'amazon' | 'elastic' | null,
  out: Writer,
): void {
  const name = address === null ? null : publicDnsName(address, eni.names);
  for (const subject of eni.deviceIndex === 0 ? [eni.subject, machine.subject] : [eni.subject]) {
    out.set(subject, 'publicIp', address);
    out.set(subject, 'publicIpOwner', owner);
    out.set(subject, 'publicDnsName', name);
  }
}
