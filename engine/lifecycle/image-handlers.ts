/**
 * An image's way: made, deprecated, disabled, deregistered. Instances that run already are not touched by any of it.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/creating-an-ami-ebs.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/deregister-ami.html
 */
import type { Handler, Handlers } from '../kernel/simulation';
import { durationMs } from './durations';
import { refusalOnImage, type ImageCall } from './image-actions';
import type { ManagedImage } from './images';
import type { LifecycleFields, LifecycleWorld } from './machine';
import type { State, Writer } from './transitions';

type Act = (image: ManagedImage, state: State, out: Writer) => void;

/** Not of the script's list: whoever reads the index of an action finds none. */
const NO_ACTION = -1;

export function imageHandlers(world: LifecycleWorld): Handlers<LifecycleFields> {
  const on =
    (call: ImageCall, act: Act): Handler<LifecycleFields> =>
    (event, state, out) => {
      const image = world.imageOf(event.subject);
      if (!image) return out.note('no-such-image', call);
      const refusal = refusalOnImage(call, image, world.machineOf(image.source ?? -1), state.cells);
      if (refusal) return out.note('image-refused', { call, ...refusal });
      act(image, state, out);
    };
  const become =
    (value: string, note: string): Act =>
    (image, _state, out) => {
      out.set(image.subject, 'state', value);
      out.note(note);
    };

  return {
    'create-image': [on('create-image', begin)],
    'deprecate-image': [
      on('deprecate-image', (image, _state, out) => {
        out.set(image.subject, 'deprecated', true);
        out.note('image-deprecated');
      }),
    ],
    'disable-image': [on('disable-image', become('disabled', 'image-disabled'))],
    'enable-image': [on('enable-image', become('available', 'image-enabled'))],
    'deregister-image': [on('deregister-image', become('deregistered', 'image-deregistered'))],
    'image-available': [
      (event, state, out) => {
        const image = world.imageOf(event.subject);
        if (!image) return;
        // The snapshots are finished whatever has become of the image.
        for (const snapshot of image.snapshots) out.set(snapshot.subject, 'state', 'completed');
        if (state.cells.get(image.subject, 'state') !== 'pending') return;
        out.set(image.subject, 'state', 'available');
        out.note('image-available');
      },
    ],
  };
}

/** The volumes are captured at this moment; without a reboot, what is not on them yet is missing. */
function begin(image: ManagedImage, state: State, out: Writer): void {
  out.set(image.subject, 'state', 'pending');
  for (const { subject, disk } of image.snapshots) {
    out.set(subject, 'state', 'pending');
    if (disk !== undefined) out.set(subject, 'data', state.cells.get(disk, 'data') ?? []);
  }
  out.schedule(durationMs(state.random, 'image', image.subject), 'image-available', image.subject);
  const running = image.source !== undefined && state.cells.get(image.source, 'state') === 'running';
  if (image.source !== undefined && running && !image.noReboot)
    out.schedule(0, 'reboot', image.source, NO_ACTION);
  out.note(running ? (image.noReboot ? 'image-begins-live' : 'image-begins-reboot') : 'image-begins');
}
