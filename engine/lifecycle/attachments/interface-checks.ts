/**
 * What EC2 refuses when an interface is to be attached or detached, in the order in which it is looked at.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network-interface-attachments.html
 * Codes: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
 */
import type { LifecycleCells, Machine } from '../machine';
import type { Refusal } from '../refusal';
import { deviceIndexNow, holderOf, interfacesNow } from './present';
import { isPrimary, type AttachmentWorld, type Eni } from './world';

export interface AttachQuestion {
  readonly world: AttachmentWorld;
  readonly eni: Eni;
  readonly machine: Machine;
  readonly deviceIndex: number;
  readonly cells: LifecycleCells;
}

const refusal = (code: string, message: string): Refusal => ({ code, message });

const CHECKS: readonly ((question: AttachQuestion) => Refusal | undefined)[] = [
  ({ eni }) => (eni.managed ? notYours('ela-attach') : undefined),
  ({ eni, cells }) =>
    cells.get(eni.subject, 'state') === 'available'
      ? undefined
      : isThere(eni, cells)
        ? refusal(
            'InvalidNetworkInterface.InUse',
            `Interface: [${eni.id}] in use. Detach it first; only an interface that is available can be attached.`,
          )
        : noInterface(eni.id),
  ({ machine, cells }) => wrongState(machine, cells),
  ({ eni, machine }) =>
    eni.zone === machine.zone
      ? undefined
      : refusal(
          'InvalidParameterCombination',
          'You may not attach a network interface to an instance if they are not in the same availability zone.',
        ),
  ({ machine, deviceIndex, cells, world }) =>
    interfacesNow(machine, cells, world).some((other) => deviceIndexNow(other, cells) === deviceIndex)
      ? refusal(
          'InvalidParameterValue',
          `Instance '${machine.id}' already has an interface attached at device index '${deviceIndex}'. Name a free index.`,
        )
      : undefined,
  ({ machine, cells, world }) => {
    const { limits } = machine;
    const count = interfacesNow(machine, cells, world).length + 1;
    return limits === undefined || count <= limits.interfaces
      ? undefined
      : refusal(
          'AttachmentLimitExceeded',
          `Interface count ${count} exceeds the limit for ${limits.instanceType}, which is ${limits.interfaces}.`,
        );
  },
];

export function attachRefusal(question: AttachQuestion): Refusal | undefined {
  for (const check of CHECKS) {
    const found = check(question);
    if (found) return found;
  }
  return undefined;
}

/** The lowest index that is free; 0 is the primary interface's. */
export function freeDeviceIndex(machine: Machine, cells: LifecycleCells, world: AttachmentWorld): number {
  const taken = new Set(interfacesNow(machine, cells, world).map((eni) => deviceIndexNow(eni, cells)));
  let index = 1;
  while (taken.has(index)) index += 1;
  return index;
}

/** `undefined`: it may be detached. */
export function detachRefusal(eni: Eni, cells: LifecycleCells, world: AttachmentWorld): Refusal | undefined {
  if (eni.managed) return notYours('ela-attach');
  const machine = holderOf(eni, cells, world);
  if (!machine)
    return refusal('InvalidAttachmentID.NotFound', `The network interface ${eni.id} is not attached.`);
  if (isPrimary(machine, eni))
    return refusal('OperationNotPermitted', 'The network interface at device index 0 cannot be detached.');
  return wrongState(machine, cells);
}

export const noInterface = (id: string): Refusal =>
  refusal('InvalidNetworkInterfaceID.NotFound', `The networkInterface ID '${id}' does not exist.`);

export const noInstance = (id: string): Refusal =>
  refusal('InvalidInstanceID.NotFound', `The instance ID '${id}' does not exist.`);

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/requester-managed-eni.html */
const notYours = (action: string): Refusal =>
  refusal('OperationNotPermitted', `You are not allowed to manage '${action}' attachments.`);

export const isThere = (eni: Eni, cells: LifecycleCells): boolean => {
  const state = cells.get(eni.subject, 'state');
  return state !== 'deleted' && state !== 'not-created';
};

function wrongState(machine: Machine, cells: LifecycleCells): Refusal | undefined {
  const state = cells.get(machine.subject, 'state');
  if (state === 'running' || state === 'stopped') return undefined;
  if (state === undefined || state === 'not-launched') return noInstance(machine.id);
  return refusal('IncorrectState', `Instance '${machine.id}' is ${state}; it must be running or stopped.`);
}
