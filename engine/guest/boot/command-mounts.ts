/** Mounting volumes and network file systems. */
import type { Action } from '../user-data/actions';
import type { BootState } from './boot-state';
import { sourceText } from './command-effects';
import type { CommandStep } from './boot-step';
import { mountFailure } from './failures';
import { done, fails, type BootAdvance, type FailingNeed } from './outcomes';

export function advanceMount(
  state: BootState,
  step: CommandStep,
  action: Extract<Action, { kind: 'mount' }>,
  failing: FailingNeed | undefined,
): BootAdvance {
  const source = sourceText(action.source);
  const { disk } = state;
  const entry = { source: action.source, mountPoint: action.mountPoint, nofail: true };
  const kept = action.lasting ? { ...state, disk: { ...disk, fstab: [...disk.fstab, entry] } } : state;
  if (failing) return fails(kept, mountFailure(source, action.mountPoint, failing.answer), failing.answer);
  return done(
    kept,
    step,
    `${source} is mounted on ${action.mountPoint}${action.lasting ? '' : ', until the next boot unless /etc/fstab names it'}.`,
  );
}

/** `mount -a`: what the script has written into /etc/fstab; the rest of that file has been mounted by the boot. */
export function advanceMountAll(
  state: BootState,
  step: CommandStep,
  action: Extract<Action, { kind: 'mount-all' }>,
  failing: FailingNeed | undefined,
): BootAdvance {
  const points = action.entries.map(({ mountPoint }) => mountPoint);
  if (failing) {
    const { need, answer } = failing;
    const at = action.entries.find(({ source }) => sourceText(source) === needText(need));
    return fails(state, mountFailure(needText(need), at?.mountPoint ?? '', answer), answer);
  }
  return done(
    state,
    step,
    points.length === 0 ? 'Nothing new in /etc/fstab.' : `Mounted: ${points.join(', ')}.`,
  );
}

const needText = (need: FailingNeed['need']): string =>
  need.kind === 'device' ? need.device : need.kind === 'file-system' ? need.fileSystem : '';
