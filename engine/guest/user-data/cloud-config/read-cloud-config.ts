/**
 * `#cloud-config` as steps, in the order in which cloud-init runs its modules, not that of the text.
 * https://cloudinit.readthedocs.io/en/latest/reference/modules.html
 */
import { notSimulated } from '../actions';
import type { Budget } from '../budget';
import type { UserDataPart, UserDataStep } from '../plan';
import { readYaml } from '../yaml/read-yaml';
import type { YamlNode } from '../yaml/node';
import { readCommands } from './commands';
import { readFileSystems, readMounts, readWriteFiles } from './disks-and-files';
import { isTrue, readPackages, step } from './packages';
import { readPhoneHome } from './phone-home';

type Entry = { readonly key: string; readonly line: number; readonly value: YamlNode };
type Module = (entry: Entry, budget: Budget) => readonly UserDataStep[];

const setting: Module = (entry) => [step(entry, 'config', { kind: 'local', what: 'setting' })];

const packageSwitch =
  (kind: 'refresh-package-lists' | 'update-packages'): Module =>
  (entry) => {
    if (!isTrue(entry.value)) return setting(entry, { spent: 0, limit: 0 });
    const own = { kind, manager: 'own', assumeYes: true } as const;
    return [step(entry, 'final', own)];
  };

/** In the order of the stages: network, config, final. */
const MODULES: readonly (readonly [string, Module])[] = [
  ['bootcmd', (entry, budget) => readCommands(entry, 'network', budget)],
  ['write_files', readWriteFiles],
  ['fs_setup', readFileSystems],
  ['mounts', readMounts],
  ...[
    ...[
      'hostname',
      'fqdn',
      'preserve_hostname',
      'manage_etc_hosts',
      'users',
      'groups',
      'ssh_authorized_keys',
    ],
    ...['ssh_pwauth', 'disable_root', 'growpart', 'resize_rootfs', 'timezone', 'locale', 'output', 'ntp'],
    ...['final_message', 'merge_how', 'repo_upgrade', 'password', 'chpasswd', 'ssh_deletekeys'],
  ].map((name) => [name, setting] as const),
  ['package_update', packageSwitch('refresh-package-lists')],
  ['package_upgrade', packageSwitch('update-packages')],
  ['packages', readPackages],
  ['runcmd', (entry, budget) => readCommands(entry, 'final', budget)],
  ['phone_home', readPhoneHome],
];
const known = new Set(MODULES.map(([name]) => name));
/** Older spellings. */
const RENAMED: Readonly<Record<string, string>> = {
  apt_update: 'package_update',
  apt_upgrade: 'package_upgrade',
};

export function readCloudConfig(
  source: { readonly text: string; readonly line: number; readonly name?: string },
  budget: Budget,
): UserDataPart {
  const part = {
    kind: 'cloud-config' as const,
    ...(source.name !== undefined && { name: source.name }),
    line: source.line,
    frequency: 'once-per-instance' as const,
  };
  const yaml = readYaml(source.text, source.line, budget);
  if (!yaml.ok)
    return { ...part, remark: `Line ${yaml.error.line} can’t be read: ${yaml.error.message}`, steps: [] };
  if (yaml.value.type !== 'mapping')
    return yaml.value.type === 'scalar' && yaml.value.text === ''
      ? { ...part, steps: [] }
      : { ...part, remark: 'A cloud-config is a mapping: lines of the form `key: value`.', steps: [] };
  const entries = yaml.value.entries.map((entry) => ({ ...entry, key: RENAMED[entry.key] ?? entry.key }));
  const steps = MODULES.flatMap(([name, module]) =>
    // Of a key that stands twice the last one counts.
    entries
      .filter(({ key }) => key === name)
      .slice(-1)
      .flatMap((entry) => module(entry, budget).map((one) => ({ ...one, module: name }))),
  );
  const unknown = entries
    .filter(({ key }) => !known.has(key))
    .map((entry) =>
      step(entry, 'config', notSimulated(`The module ${entry.key.slice(0, 40)} is not simulated.`)),
    );
  return { ...part, steps: [...steps, ...unknown] };
}
