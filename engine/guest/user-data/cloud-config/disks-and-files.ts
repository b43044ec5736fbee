/** write_files, fs_setup and mounts. */
import { notSimulated } from '../actions';
import { mountSource } from '../commands/disks';
import { writeFile } from '../commands/files';
import type { UserDataStep } from '../plan';
import type { YamlNode } from '../yaml/node';
import { step, type Entry } from './packages';

const items = ({ value }: Entry): readonly YamlNode[] => (value.type === 'sequence' ? value.items : []);

function field(node: YamlNode, key: string): string | undefined {
  if (node.type !== 'mapping') return undefined;
  const value = node.entries.find((entry) => entry.key === key)?.value;
  return value?.type === 'scalar' ? value.text : undefined;
}

export function readWriteFiles(entry: Entry): readonly UserDataStep[] {
  return items(entry).map((item) => {
    const place = { key: entry.key, line: item.line };
    const path = field(item, 'path');
    if (path === undefined)
      return step(place, 'network', notSimulated('A file of write_files needs a path.'));
    // `defer: true` waits for packages and users.
    const stage = field(item, 'defer') === 'true' ? 'final' : 'network';
    return step(place, stage, writeFile(path, field(item, 'content') ?? ''), `write_files: ${path}`);
  });
}

export function readFileSystems(entry: Entry): readonly UserDataStep[] {
  return items(entry).map((item) => {
    const place = { key: entry.key, line: item.line };
    const device = field(item, 'device');
    const type = field(item, 'filesystem') ?? 'ext4';
    const overwrites = /^(true|yes|on)$/i.test(field(item, 'overwrite') ?? '');
    return device === undefined
      ? step(place, 'network', notSimulated('An entry of fs_setup needs a device.'))
      : step(
          place,
          'network',
          { kind: 'make-file-system', device, type, existing: overwrites ? 'overwrite' : 'keep' },
          `fs_setup: ${device}`,
        );
  });
}

/** `[ device, mount point, type, options ]`; cloud-init writes it into /etc/fstab and mounts it. */
export function readMounts(entry: Entry): readonly UserDataStep[] {
  return items(entry).map((item) => {
    const place = { key: entry.key, line: item.line };
    const [from = '', mountPoint = '', type = ''] =
      item.type === 'sequence' ? item.items.map((word) => (word.type === 'scalar' ? word.text : '')) : [];
    const source = mountSource(/^(xvd|sd|nvme)/.test(from) ? `/dev/${from}` : from, type);
    return source && mountPoint !== ''
      ? step(
          place,
          'network',
          { kind: 'mount', source, mountPoint, lasting: true },
          `mounts: ${from} ${mountPoint}`,
        )
      : step(place, 'network', notSimulated('What is mounted is a device or a network file system.'));
  });
}
