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
