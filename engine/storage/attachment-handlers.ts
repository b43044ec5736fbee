/** Volumes that come and go while an instance lives. Attaching and detaching take no time here. */
import type { Handler, Handlers } from '../kernel/simulation';
import { disksNow, isRootNow } from './attached-disks';
import {
  attachVolumeRefusal,
  detachVolumeRefusal,
  freeDevice,
  holderOfDisk,
  noInstanceForVolume,
  noVolume,
} from './attachment-checks';
import type { StorageFields, StorageWorld } from './disk';

export function volumeAttachmentHandlers(world: StorageWorld): Handlers<StorageFields> {
  const attach: Handler<StorageFields> = (event, { cells }, out) => {
    const call = 'attach-volume';
    const disk = world.diskOf(event.subject);
    const request = world.volumeRequest(event.payload);
    if (!disk || !request) return out.note('volume-refused', { call, ...noVolume('') });
    const store = world.storeOf(request.to);
    if (!store) return out.note('volume-refused', { call, ...noInstanceForVolume(request.toId) });
    const device = request.device ?? freeDevice(store, cells, world);
    const refused = attachVolumeRefusal({ disk, store, device, cells, world });
    if (refused) return out.note('volume-refused', { call, ...refused });
    const asRoot = device === store.rootDevice;
    const before = disksNow(store, cells, world).map(({ subject }) => subject);
    out.set(store.subject, 'disks', asRoot ? [disk.subject, ...before] : [...before, disk.subject]);
    if (asRoot) out.set(store.subject, 'rootDetached', false);
    out.set(disk.subject, 'state', 'in-use');
    out.set(disk.subject, 'attachedTo', store.resource);
    out.set(disk.subject, 'device', device);
    out.set(disk.subject, 'asRoot', asRoot);
    out.set(disk.subject, 'deleteOnTermination', false);
    out.note('volume-attached', { to: store.id, device });
  };

  const detach: Handler<StorageFields> = (event, { cells }, out) => {
    const call = 'detach-volume';
    const disk = world.diskOf(event.subject);
    if (!disk) return out.note('volume-refused', { call, ...noVolume('') });
    const refused = detachVolumeRefusal(disk, cells, world);
    const store = holderOfDisk(disk, cells, world);
    if (refused || !store) return out.note('volume-refused', { call, ...refused });
    const running = cells.get(store.subject, 'state') === 'running';
    if (isRootNow(disk, cells)) out.set(store.subject, 'rootDetached', true);
    const left = disksNow(store, cells, world).flatMap(({ subject }) =>
      subject === disk.subject ? [] : [subject],
    );
    out.set(store.subject, 'disks', left);
    const lost = cells.get(disk.subject, 'state') === 'unavailable';
    out.set(disk.subject, 'state', lost ? 'unavailable' : 'available');
    out.set(disk.subject, 'attachedTo', null);
    out.set(disk.subject, 'device', null);
    out.set(disk.subject, 'asRoot', false);
    out.set(disk.subject, 'deleteOnTermination', null);
    out.note('volume-detached', { from: store.id, running });
  };

  return { 'attach-volume': [attach], 'detach-volume': [detach] };
}
