/**
 * What `aws ec2 get-console-output` would show: written in the manner of each system, the same for the same boot.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/troubleshoot-unreachable-instance.html
 */
import { linuxConsole } from './linux';
import type { BootRecord } from './record';
import { windowsConsole } from './windows';

/** EC2 keeps 64 KB of console output: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetConsoleOutput.html */
const KEPT_CHARACTERS = 65_536;

/** The last 64 KB, line by line. */
export function consoleOutput(record: BootRecord): readonly string[] {
  const lines = record.input.family === 'windows' ? windowsConsole(record) : linuxConsole(record);
  let kept = 0;
  let first = lines.length;
  while (first > 0) {
    kept += (lines[first - 1] as string).length + 1;
    if (kept > KEPT_CHARACTERS) break;
    first -= 1;
  }
  return lines.slice(first);
}
