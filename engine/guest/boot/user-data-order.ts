/** Which commands of user data run at a boot, and in which order. */
import type { UserDataPart, UserDataPlan, UserDataStage, UserDataStep } from '../user-data/plan';

export interface OrderedCommand {
  /** The script that it belongs to: `set -e` ends a script, not the boot. */
  readonly scriptKey: string;
  readonly partIndex: number;
  readonly index: number;
  readonly step: UserDataStep;
}

/**
 * cloud-init runs what comes each boot every time, the rest when the instance id is new; scripts in the order of
 * their parts, then runcmd, then what reports that all is done.
 * https://cloudinit.readthedocs.io/en/latest/explanation/boot.html
 */
export function commandsAt(stage: UserDataStage, plan: UserDataPlan, firstBoot: boolean): OrderedCommand[] {
  const commands: { rank: number; command: OrderedCommand }[] = [];
  plan.parts.forEach((part, partIndex) => {
    part.steps.forEach((step, index) => {
      if (step.stage !== stage || !(firstBoot || runsEveryBoot(part, step))) return;
      const scriptKey = `${partIndex}${step.module === undefined ? '' : `/${step.module}`}`;
      commands.push({ rank: rankOf(part, step), command: { scriptKey, partIndex, index, step } });
    });
  });
  // Sorting keeps the order of what is equal.
  return commands.sort((a, b) => a.rank - b.rank).map(({ command }) => command);
}

const runsEveryBoot = (part: UserDataPart, step: UserDataStep): boolean =>
  part.frequency === 'every-boot' || step.module === 'bootcmd';

function rankOf(part: UserDataPart, step: UserDataStep): number {
  if (step.stage !== 'final') return 0;
  if (step.module === 'runcmd') return 3;
  if (step.module === 'phone_home') return 4;
  if (part.kind === 'cloud-config') return 0;
  return part.frequency === 'every-boot' ? 1 : 2;
}
