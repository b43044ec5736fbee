/** One step of a boot done: what the machine is then, and what happened, given what answers outside. */
import type { BootStep, Effect, NeedAnswer } from './boot-step';
import type { BootState } from './boot-state';
import { runCommand } from './commands';
import { METADATA_WAIT_MS } from './durations';
import { mountFailure } from './failures';
import {
  applyEffects,
  failed,
  firstFailure,
  skipped,
  union,
  type BootAdvance,
  type FailingNeed,
} from './outcomes';

/** @param answers one for each of the step's needs, in their order */
export function advanceBoot(state: BootState, step: BootStep, answers: readonly NeedAnswer[]): BootAdvance {
  if (answers.length !== step.needs.length)
    throw new Error(`Step ${step.key} has ${step.needs.length} needs and got ${answers.length} answers.`);
  const { command } = step;
  if (command) {
    const held = heldBack(state);
    if (held !== undefined) return { state, outcome: skipped(held) };
    return timed(runCommand(state, { ...step, command }, answers));
  }
  const failing = firstFailure(step.needs, answers);
  if (failing && step.id === 'metadata') return timed(withoutMetadata(state, failing.answer));
  if (failing) return timed(mountFails(state, step, failing));
  return timed({
    state: after(state, step),
    outcome: {
      result: 'ok',
      exitStatus: 0,
      message: `${step.label}.`,
      durationMs: step.durationMs,
      effects: step.effects,
      output: [],
    },
  });
}

const FOREGROUND = 'Does not run: the program before it runs in the foreground and does not end.';

function heldBack(state: BootState): string | undefined {
  if (state.withoutMetadata) return 'Does not run: without instance metadata there is no user data.';
  return state.heldUp ? FOREGROUND : undefined;
}

function withoutMetadata(state: BootState, { reason }: NeedAnswer): BootAdvance {
  return {
    state: { ...state, withoutMetadata: true },
    outcome: {
      result: 'failed',
      exitStatus: 1,
      message: `The instance metadata service does not answer: no user data, no key, no host name. ${reason}`,
      reason,
      durationMs: METADATA_WAIT_MS,
      effects: [],
      output: ['No instance datasource found! Likely bad things to come!'],
    },
  };
}

function mountFails(state: BootState, step: BootStep, { need, answer }: FailingNeed): BootAdvance {
  const mounted = step.effects.find((effect) => effect.kind === 'mounted');
  const source = need.kind === 'device' ? need.device : need.kind === 'file-system' ? need.fileSystem : '';
  return { state, outcome: failed(mountFailure(source, mounted?.mountPoint ?? '', answer), answer) };
}

function after(state: BootState, step: BootStep): BootState {
  switch (step.id) {
    case 'services':
      return servicesRun(state, step.effects);
    case 'cloud-init-network':
    case 'ec2-launch':
      // From here on this instance id counts as known; without metadata nobody has told it.
      return state.withoutMetadata
        ? state
        : { ...state, disk: { ...state.disk, instanceId: state.instanceId } };
    case 'placement':
    case 'root-volume':
    case 'data-volume':
    case 'network-interfaces':
    case 'resume-memory':
    case 'kernel':
    case 'root-file-system':
    case 'mount':
    case 'windows-setup':
    case 'dhcp':
    case 'metadata':
    case 'cloud-init-local':
    case 'cloud-init-config':
    case 'cloud-init-final':
    case 'user-data':
    case 'ready':
    case 'status-checks':
      return applyEffects(state, step.effects);
  }
}

/** Units that run are those of the image and those that start at boot. */
function servicesRun(state: BootState, effects: readonly Effect[]): BootState {
  return applyEffects({ ...state, running: union(state.running, state.disk.enabled) }, effects);
}

function timed({ state, outcome }: BootAdvance): BootAdvance {
  return { state: { ...state, elapsedMs: state.elapsedMs + outcome.durationMs }, outcome };
}
