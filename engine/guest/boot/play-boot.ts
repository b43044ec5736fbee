/** A boot from beginning to end, where nothing outside changes in the meantime. */
import { advanceBoot } from './advance-boot';
import type { BootInput } from './boot-input';
import { bootPlan } from './boot-plan';
import type { BootNeed, BootOutcome, BootStep, NeedAnswer } from './boot-step';
import type { BootState } from './boot-state';
import type { Draw } from './durations';
import { startBoot } from './start-boot';

export interface BootEntry {
  readonly step: BootStep;
  readonly outcome: BootOutcome;
}

export interface PlayedBoot {
  readonly state: BootState;
  readonly entries: readonly BootEntry[];
}

export function playBoot(input: BootInput, draw: Draw, answer: (need: BootNeed) => NeedAnswer): PlayedBoot {
  let state = startBoot(input);
  const entries = bootPlan(input, draw).map((step): BootEntry => {
    const advanced = advanceBoot(state, step, step.needs.map(answer));
    state = advanced.state;
    return { step, outcome: advanced.outcome };
  });
  return { state, entries };
}
