/** The closed list of commands: which reader knows which name. */
import { notSimulated, type Action } from '../actions';
import type { Command } from '../shell/command';
import { readMakeFileSystem, readMount } from './disks';
import { readOutput, readTee } from './files';
import { LOCAL_COMMANDS, readExit, readSleep } from './local';
import { readAmazonLinuxExtras, readApt, readYum, readZypper } from './packages';
import { readCfnSignal } from './signal';
import { readProgram } from './programs';
import { readChkconfig, readService, readSystemctl } from './services';
import { readAws, readCurl, readWget } from './transfers';

type Reader = (command: Command) => Action | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  yum: readYum,
  dnf: readYum,
  microdnf: readYum,
  apt: readApt,
  'apt-get': readApt,
  zypper: readZypper,
  'amazon-linux-extras': readAmazonLinuxExtras,
  systemctl: readSystemctl,
  service: readService,
  chkconfig: readChkconfig,
  python: readProgram,
  python2: readProgram,
  python3: readProgram,
  node: readProgram,
  aws: readAws,
  'aws.exe': readAws,
  curl: readCurl,
  'curl.exe': readCurl,
  wget: readWget,
  mkfs: readMakeFileSystem,
  'mkfs.xfs': readMakeFileSystem,
  'mkfs.ext4': readMakeFileSystem,
  'mkfs.ext3': readMakeFileSystem,
  mount: readMount,
  'mount.efs': readMount,
  echo: readOutput,
  printf: readOutput,
  cat: readOutput,
  tee: readTee,
  'cfn-signal': readCfnSignal,
  'cfn-signal.exe': readCfnSignal,
  sleep: readSleep,
  exit: readExit,
  true: () => ({ kind: 'end-with', status: 0 }),
  ':': () => ({ kind: 'end-with', status: 0 }),
  false: () => ({ kind: 'end-with', status: 1 }),
  set: () => ({ kind: 'local', what: 'options' }),
};

const readers = new Map(Object.entries(READERS));

/** Every name on the list; docs/user-data.md holds them too. */
export const COMMAND_NAMES: readonly string[] = [...readers.keys()];

const CONDITIONS = ['[', '[[', 'test', '!', 'grep', 'which', 'type', 'id', 'diff', 'cmp'];

/** What a command would do; a command that is not on the list, or not in a form that is, is not simulated. */
export function recognise(command: Command): Action {
  if (CONDITIONS.includes(command.name))
    return notSimulated('A condition is not simulated: how it ends is known only on the machine.', true);
  if (LOCAL_COMMANDS.includes(command.name)) return { kind: 'local', what: 'command' };
  const reader = readers.get(command.name);
  if (!reader)
    return notSimulated(`${shown(command.name)} is not on the list of commands that are simulated.`);
  return reader(command) ?? notSimulated(`${shown(command.name)} is simulated in other forms than this one.`);
}

const shown = (name: string): string => (name.length > 40 ? `${name.slice(0, 39)}…` : name);
