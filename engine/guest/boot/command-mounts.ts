/** Mounting volumes and network file systems. */
import type { Action } from '../user-data/actions';
import type { BootState } from './boot-state';
import { sourceText } from './command-effects';
import type { CommandStep } from './boot-step';
import { NAME_WAIT_MS } from './durations';
import { mountFailure, type ToolFailure } from './failures';
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

/** An answer `met` means that the device holds a file system already, `unformatted` that it holds none. */
export function makeFileSystem(
  state: BootState,
  step: CommandStep,
  action: Extract<Action, { kind: 'make-file-system' }>,
  failing: FailingNeed | undefined,
): BootAdvance {
  const { device, type, existing } = action;
  if (failing && failing.answer.state !== 'unformatted')
    return fails(state, noDevice(device), failing.answer);
  if (!failing && existing === 'refuse')
    return fails(state, refused(device, type), { state: 'refused', reason: 'Its data stay as they are.' });
  if (!failing && existing === 'keep')
    return done(state, { ...step, effects: [] }, `${device} keeps the file system that it holds.`);
  const lost = failing ? '' : ' What was on it is lost.';
  return done(state, step, `${device} holds an empty ${type} file system.${lost}`);
}

const noDevice = (device: string): ToolFailure => ({
  what: `There is no device ${device}`,
  durationMs: NAME_WAIT_MS,
  exitStatus: 1,
  output: [`Error accessing specified device ${device}: No such file or directory`],
});

/** mkfs.xfs(8): only `-f` writes over what is there. */
const refused = (device: string, type: string): ToolFailure => ({
  what: `mkfs.${type} refuses: ${device} holds a file system`,
  durationMs: NAME_WAIT_MS,
  exitStatus: 1,
  output: [
    `mkfs.${type}: ${device} appears to contain an existing filesystem.`,
    `mkfs.${type}: Use the -f option to force overwrite.`,
  ],
});
