/**
 * Interfaces that come and go while an instance lives. Attaching and detaching take no time here: EC2 passes through
 * `attaching` and `detaching` within seconds.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network-interface-attachments.html
 */
import type { Handler, Handlers } from '../../kernel/simulation';
import type { LifecycleFields } from '../machine';
import { attachRefusal, detachRefusal, freeDeviceIndex, noInstance, noInterface } from './interface-checks';
import { deviceIndexNow, holderOf, interfacesNow } from './present';
import type { AttachmentWorld } from './world';

export function interfaceHandlers(world: AttachmentWorld): Handlers<LifecycleFields> {
  const attach: Handler<LifecycleFields> = (event, { cells }, out) => {
    const call = 'attach-network-interface';
    const request = world.attachmentRequest(event.payload);
    const eni = world.interfaceOf(event.subject);
    if (!request || !eni) return out.note('attachment-refused', { call, ...noInterface('') });
    const machine = world.machineOf(request.to);
    if (!machine) return out.note('attachment-refused', { call, ...noInstance(request.toId) });
    const deviceIndex = request.deviceIndex ?? freeDeviceIndex(machine, cells, world);
    const refused = attachRefusal({ world, eni, machine, deviceIndex, cells });
    if (refused) return out.note('attachment-refused', { call, ...refused });
    const before = interfacesNow(machine, cells, world);
    const attachedWhile = cells.get(machine.subject, 'state') === 'running' ? 'hot' : 'warm';
    out.set(eni.subject, 'state', 'in-use');
    out.set(eni.subject, 'attachedTo', machine.resource);
    out.set(eni.subject, 'deviceIndex', deviceIndex);
    out.set(eni.subject, 'attachedWhile', attachedWhile);
    out.set(eni.subject, 'deleteOnTermination', false);
    const order = [...before, eni].toSorted((a, b) => deviceIndexNow(a, cells) - deviceIndexNow(b, cells));
    out.set(
      machine.subject,
      'interfaces',
      order.map(({ subject }) => subject),
    );
    out.note('interface-attached', { to: machine.id, deviceIndex, attachedWhile });
  };

  const detach: Handler<LifecycleFields> = (event, { cells }, out) => {
    const call = 'detach-network-interface';
    const eni = world.interfaceOf(event.subject);
    if (!eni) return out.note('attachment-refused', { call, ...noInterface('') });
    const refused = detachRefusal(eni, cells, world);
    const machine = holderOf(eni, cells, world);
    if (refused || !machine) return out.note('attachment-refused', { call, ...refused });
    const left = interfacesNow(machine, cells, world).filter(({ subject }) => subject !== eni.subject);
    out.set(
      machine.subject,
      'interfaces',
      left.map(({ subject }) => subject),
    );
    out.set(eni.subject, 'state', 'available');
    out.set(eni.subject, 'attachedTo', null);
    out.set(eni.subject, 'deviceIndex', null);
    out.set(eni.subject, 'attachedWhile', null);
    out.set(eni.subject, 'deleteOnTermination', null);
    out.note('interface-detached', machine.id);
  };

  const check: Handler<LifecycleFields> = (event, _state, out) => {
    const call = 'set-source-dest-check';
    const eni = world.interfaceOf(event.subject);
    if (!eni) return out.note('attachment-refused', { call, ...noInterface('') });
    if (eni.managed)
      return out.note('attachment-refused', {
        call,
        code: 'OperationNotPermitted',
        message: `A service manages ${eni.id}; its attributes can't be changed.`,
      });
    const on = world.attachmentRequest(event.payload)?.sourceDestCheck ?? false;
    out.set(eni.subject, 'sourceDestCheck', on);
    out.note('source-dest-check', on);
  };

  return {
    'attach-network-interface': [attach],
    'detach-network-interface': [detach],
    'set-source-dest-check': [check],
  };
}
