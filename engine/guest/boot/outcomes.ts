/** What comes of a step, and what it leaves of the machine. */
import type { BootNeed, BootOutcome, BootStep, Effect, NeedAnswer } from './boot-step';
import type { BootState } from './boot-state';
import type { ToolFailure } from './failures';
import { IMAGES } from './images';

export interface BootAdvance {
  readonly state: BootState;
  readonly outcome: BootOutcome;
}

export const skipped = (message: string): BootOutcome => ({
  result: 'skipped',
  exitStatus: 0,
  message,
  durationMs: 0,
  effects: [],
  output: [],
});

/** What happens depends on something that is not simulated. */
export const notKnown = (message: string): BootOutcome => ({
  ...skipped(message),
  result: 'not-simulated',
  exitStatus: 'unknown',
});

export interface FailingNeed {
  readonly need: BootNeed;
  readonly answer: NeedAnswer;
}

/** The first need that is not met; one that is known not to be before one that is not known. */
export function firstFailure(
  needs: readonly BootNeed[],
  answers: readonly NeedAnswer[],
): FailingNeed | undefined {
  const pairs = needs.flatMap((need, index): readonly FailingNeed[] => {
    const answer = answers[index];
    return answer && answer.state !== 'met' ? [{ need, answer }] : [];
  });
  return pairs.find(({ answer }) => answer.state !== 'unknown') ?? pairs[0];
}

/** How a tool's failure becomes an outcome. */
export function failed(failure: ToolFailure, { reason, state }: NeedAnswer): BootOutcome {
  const unknown = state === 'unknown';
  return {
    result: unknown ? 'not-simulated' : 'failed',
    exitStatus: unknown ? 'unknown' : failure.exitStatus,
    message: unknown
      ? `It is not known whether this works. ${reason}`
      : `${failure.what}${failure.exitStatus === 0 ? ', and yet the command ends well' : ''}. ${reason}`,
    reason,
    durationMs: unknown ? 0 : failure.durationMs,
    effects: [],
    output: unknown ? [] : failure.output,
  };
}

export const union = (list: readonly string[], more: readonly string[]): readonly string[] => [
  ...new Set([...list, ...more]),
];

/** The machine with what a step leaves behind. */
export function applyEffects(state: BootState, effects: readonly Effect[]): BootState {
  return effects.reduce((now, effect): BootState => {
    const { disk } = now;
    switch (effect.kind) {
      case 'package-installed':
        return { ...now, disk: { ...disk, packages: union(disk.packages, [effect.package]) } };
      case 'starts-at-boot':
        return { ...now, disk: { ...disk, enabled: union(disk.enabled, [effect.unit]) } };
      case 'file-written':
        return { ...now, disk: { ...disk, files: union(disk.files, [effect.path]) } };
      case 'listens':
        return now.listening.some((one) => samePort(one, effect.listener))
          ? now
          : { ...now, listening: [...now.listening, effect.listener] };
      case 'no-longer-listens':
        return { ...now, listening: now.listening.filter((one) => !samePort(one, effect.listener)) };
      case 'formatted':
        return { ...now, formatted: union(now.formatted, [effect.device]) };
      case 'mounted':
        return { ...now, mounted: union(now.mounted, [effect.mountPoint]) };
      case 'signalled':
        return { ...now, signal: effect.success ? 'success' : 'failure' };
      case 'fetched':
        return now;
    }
  }, state);
}

interface Port {
  readonly protocol: string;
  readonly port: number;
}
export const samePort = (a: Port, b: Port): boolean => a.protocol === b.protocol && a.port === b.port;

export function done(
  state: BootState,
  step: BootStep,
  message: string,
  output: readonly string[] = [],
): BootAdvance {
  const { effects, durationMs } = step;
  const outcome = { result: 'ok', exitStatus: 0, message, durationMs, effects, output } as const;
  return { state: applyEffects(state, effects), outcome };
}

export const fails = (state: BootState, failure: ToolFailure, answer: NeedAnswer): BootAdvance => ({
  state,
  outcome: failed(failure, answer),
});

/** The shell does not find the program: 127. */
export function notFound(state: BootState, program: string): BootAdvance {
  const title = IMAGES[state.family].title;
  return {
    state,
    outcome: {
      result: 'failed',
      exitStatus: 127,
      message: `${title} does not come with ${program}.`,
      durationMs: 0,
      effects: [],
      output: [`${program}: command not found`],
    },
  };
}
