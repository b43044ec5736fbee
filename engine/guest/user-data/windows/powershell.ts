/** PowerShell and batch scripts, line by line: a short list of commands; blocks in braces are one step each. */
import { needsOf, notSimulated, type Action } from '../actions';
import { spend, type Budget } from '../budget';
import { fetchUrl } from '../commands/transfers';
import { recognise } from '../commands/recognise';
import { writeFile, READY_MARKER } from '../commands/files';
import { stepText, type UserDataStep } from '../plan';
import type { Command } from '../shell/command';

interface Script {
  readonly text: string;
  readonly line: number;
}

export function readPowerShell(script: Script, budget: Budget): UserDataStep[] {
  const steps: UserDataStep[] = [];
  let depth = 0;
  if (!spend(budget, script.text.length)) return steps;
  script.text.split('\n').forEach((raw, index) => {
    const text = raw.trim();
    if (text === '' || (depth === 0 && text.startsWith('#'))) return;
    const outer = depth === 0;
    const balance = braces(text);
    depth = Math.max(0, depth + balance);
    if (!outer) return;
    const action =
      balance > 0 ? notSimulated('A block in braces is not simulated.', true) : cmdlet(words(text));
    steps.push(stepOf(text, script.line + index, action));
  });
  return steps;
}

export function readBatch(script: Script, budget: Budget): UserDataStep[] {
  if (!spend(budget, script.text.length)) return [];
  return script.text.split('\n').flatMap((raw, index) => {
    const text = raw.trim();
    if (text === '' || /^(rem\b|::|@echo off)/i.test(text)) return [];
    const [name = '', ...args] = words(text);
    const known = ['curl', 'curl.exe', 'aws', 'aws.exe', 'cfn-signal.exe', 'echo', 'exit'].includes(
      name.toLowerCase(),
    );
    const redirected = text.includes('>') || text.includes('&') || text.includes('|');
    const action =
      known && !redirected
        ? recognise(commandOf(name.toLowerCase(), args))
        : notSimulated('This command is not on the list of those that are simulated.');
    return [stepOf(text, script.line + index, action)];
  });
}

function cmdlet([name = '', ...args]: readonly string[]): Action {
  const value = (...names: readonly string[]): string | undefined => {
    const at = args.findIndex((arg) => names.includes(arg.toLowerCase()));
    return at === -1 ? undefined : args[at + 1];
  };
  const first = args.find((arg) => !arg.startsWith('-'));
  switch (name.toLowerCase()) {
    case 'install-windowsfeature':
    case 'add-windowsfeature': {
      const features = (value('-name') ?? first ?? '').split(',').filter((feature) => feature !== '');
      return features.length > 0 && known(features) ? { kind: 'install-feature', features } : otherForm(name);
    }
    case 'start-service':
    case 'restart-service':
    case 'stop-service': {
      const service = value('-name') ?? first;
      const verb = name.toLowerCase().startsWith('stop') ? 'stop' : 'start';
      return service !== undefined && known([service])
        ? { kind: 'control-service', verb, services: [service] }
        : otherForm(name);
    }
    case 'invoke-webrequest':
    case 'invoke-restmethod':
    case 'iwr':
    case 'irm':
    case 'start-bitstransfer': {
      const url = value('-uri', '-source') ?? first;
      if (url === undefined || !known([url.split('/').slice(0, 3).join('/')])) return otherForm(name);
      if (url.includes('://169.254.169.254/'))
        return {
          kind: 'read-metadata',
          path: url.slice(url.indexOf('/', 8)),
          version: args.some((arg) => /metadata-token/i.test(arg)) ? 'v2' : 'v1',
        };
      return fetchUrl('powershell', url, { attempts: 1 }) ?? otherForm(name);
    }
    case 'read-s3object':
    case 'copy-s3object': {
      const bucket = value('-bucketname');
      return bucket !== undefined && known([bucket])
        ? {
            kind: 'fetch-s3',
            bucket,
            key: value('-key') ?? '',
            to: value('-file', '-localfile') ?? '',
            upload: false,
          }
        : otherForm(name);
    }
    case 'set-content':
    case 'add-content':
    case 'out-file':
    case 'new-item': {
      const path = value('-path', '-filepath') ?? first;
      return path !== undefined && known([path]) ? writeFile(path, '') : otherForm(name);
    }
    case 'start-sleep': {
      const seconds = value('-seconds', '-s') ?? first ?? '';
      return /^\d{1,5}$/.test(seconds)
        ? { kind: 'sleep', durationMs: Number(seconds) * 1000 }
        : otherForm(name);
    }
    case 'write-host':
    case 'write-output':
    case 'echo': {
      const text = args.join(' ');
      return text.includes(READY_MARKER)
        ? { kind: 'signal-ready', how: 'marker', success: true }
        : { kind: 'print', text: text.slice(0, 1000) };
    }
    case 'aws':
    case 'aws.exe':
    case 'cfn-signal.exe':
    case 'curl.exe':
    case 'exit':
      return recognise(commandOf(name.toLowerCase(), args));
    default:
      return notSimulated(`${name.slice(0, 40)} is not on the list of commands that are simulated.`);
  }
}

const otherForm = (name: string): Action =>
  notSimulated(`${name} is simulated in other forms than this one.`);

/** A `$` means a value that only a run has. */
const known = (values: readonly string[]): boolean => values.every((value) => !value.includes('$'));

function commandOf(name: string, args: readonly string[]): Command {
  return {
    name,
    args: args.map((text) => ({ text, known: !text.includes('$') && !text.includes('%') })),
    piped: false,
    background: false,
    environment: new Map(),
  };
}

function stepOf(text: string, line: number, action: Action): UserDataStep {
  return {
    line,
    text: stepText(text),
    stage: 'final',
    action,
    needs: needsOf(action),
    runsIf: 'always',
    onFailure: 'continue',
  };
}

/** Words of a line; quotes hold a word together and are dropped. */
function words(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|'([^']*)'|[^\s"']+/g)].map((match) => match[1] ?? match[2] ?? match[0]);
}

/** How many more braces a line opens than it closes, outside of quotes. */
function braces(text: string): number {
  let balance = 0;
  let quote = '';
  for (const character of text) {
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') balance += 1;
    else if (character === '}') balance -= 1;
  }
  return balance;
}
