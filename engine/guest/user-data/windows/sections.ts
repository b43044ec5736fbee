/**
 * User data of Windows: tags around scripts, which EC2Launch runs.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
import type { Budget } from '../budget';
import type { Frequency, UserDataPart } from '../plan';
import { readBatch, readPowerShell } from './powershell';

interface Section {
  readonly text: string;
  readonly line: number;
}

/** @returns `undefined` if there is neither a script nor a PowerShell tag */
export function readWindows(text: string, budget: Budget): readonly UserDataPart[] | undefined {
  const script = section(text, 'script');
  const powershell = section(text, 'powershell');
  if (!script && !powershell) return undefined;
  const persists = /^\s*true\s*$/i.test(section(text, 'persist')?.text ?? '');
  const frequency: Frequency = persists ? 'every-boot' : 'once-per-instance';
  // Batch first, then PowerShell, whatever their order in the text.
  return [
    ...(script
      ? [{ kind: 'batch', line: script.line, frequency, steps: readBatch(script, budget) } as const]
      : []),
    ...(powershell
      ? [
          {
            kind: 'powershell',
            line: powershell.line,
            frequency,
            steps: readPowerShell(powershell, budget),
          } as const,
        ]
      : []),
  ];
}

function section(text: string, tag: string): Section | undefined {
  const lower = text.toLowerCase();
  const open = lower.indexOf(`<${tag}>`);
  if (open === -1) return undefined;
  const start = open + tag.length + 2;
  const close = lower.indexOf(`</${tag}>`, start);
  if (close === -1) return undefined;
  return { text: text.slice(start, close), line: text.slice(0, start).split('\n').length };
}
