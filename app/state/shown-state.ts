/** The state people see: EC2 calls an instance `running` even when its status checks have failed. */
import type { LiveFields } from '../../engine';

/**
 * @returns `impaired` for what runs with a failed status check, as the console words the check; otherwise the state.
 * Checks that are still initializing are no failure.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
export function shownStateOf(live: Readonly<LiveFields> | undefined): string | undefined {
  const failed = [live?.systemStatus, live?.instanceStatus, live?.ebsStatus].includes('failed');
  return live?.state === 'running' && failed ? 'impaired' : live?.state;
}

/**
 * What a card says of an instance: as `shownStateOf`, and what EC2 does not tell while it goes on saying `running`,
 * that the system inside is still booting (`guest-booting`), or does not answer any more.
 */
export function cardStateOf(live: Readonly<LiveFields> | undefined): string | undefined {
  const state = shownStateOf(live);
  const inside = live?.guest;
  if (live?.state !== 'running' || !inside || inside === 'up') return state;
  return inside === 'booting' && state === 'impaired' ? state : `guest-${inside}`;
}

export interface ChecksShown {
  readonly passed: number;
  readonly all: number;
  readonly failed: boolean;
}

/**
 * The status checks that EC2 runs on an instance: two, and a third on Nitro. Null where there are none.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-system-instance-status-check.html
 */
export function countChecks(live: Readonly<LiveFields> | undefined): ChecksShown | null {
  const checks = [live?.systemStatus, live?.instanceStatus, live?.ebsStatus].filter(
    (check) => check !== undefined && check !== 'not-applicable',
  );
  if (checks.length === 0) return null;
  return {
    passed: checks.filter((check) => check === 'passed').length,
    all: checks.length,
    failed: checks.includes('failed'),
  };
}
