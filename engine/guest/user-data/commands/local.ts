/** Commands that change nothing this simulation looks at: understood, and taken to succeed. */
import type { Action } from '../actions';
import type { Command } from '../shell/command';

export const LOCAL_COMMANDS: readonly string[] = [
  'cd',
  'chgrp',
  'chmod',
  'chown',
  'cp',
  'date',
  'groupadd',
  'hostname',
  'hostnamectl',
  'ln',
  'mkdir',
  'mv',
  'rm',
  'sync',
  'timedatectl',
  'touch',
  'umask',
  'unset',
  'useradd',
  'usermod',
];

const UNITS_MS: Readonly<Record<string, number>> = {
  '': 1000,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
/** Longest sleep that is played: a day. */
const LONGEST_MS = 86_400_000;

export function readSleep({ args }: Command): Action | undefined {
  let durationMs = 0;
  for (const { text } of args) {
    const match = /^(\d{1,9})(?:\.(\d{1,3}))?([smhd]?)$/.exec(text);
    if (!match) return undefined;
    const unit = UNITS_MS[match[3] ?? ''] ?? 1000;
    const thousandths = Number((match[2] ?? '').padEnd(3, '0'));
    durationMs += Number(match[1]) * unit + Math.round((thousandths * unit) / 1000);
  }
  if (args.length === 0 || durationMs > LONGEST_MS) return undefined;
  return { kind: 'sleep', durationMs };
}

export function readExit({ args }: Command): Action | undefined {
  const status = args[0]?.text;
  if (status === undefined || status === '$?') return { kind: 'exit', status: 'last' };
  return /^\d{1,3}$/.test(status) ? { kind: 'exit', status: Number(status) % 256 } : undefined;
}
