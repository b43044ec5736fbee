/** Volumes and network file systems. */
import type { Action, MountEntry, MountSource } from '../actions';
import { hasOption, readOptions, type Command } from '../shell/command';

export function readMakeFileSystem(command: Command): Action | undefined {
  const options = readOptions(command.args, ['-t', '-L', '-m', '-b', '-i', '-N', '-E', '-O', '-d', '-l']);
  const device = options.rest[0];
  if (!device?.known || !isDevice(device.text)) return undefined;
  const type = command.name.includes('.') ? command.name.slice(5) : (options.values.get('-t') ?? 'ext2');
  const refuses = type === 'xfs' && !hasOption(options, '-f');
  return {
    kind: 'make-file-system',
    device: device.text,
    type,
    existing: refuses ? 'refuse' : 'overwrite',
  };
}

/** https://docs.aws.amazon.com/efs/latest/ug/mounting-fs.html and https://docs.aws.amazon.com/ebs/latest/userguide/ebs-using-volumes.html */
export function readMount(command: Command): Action | undefined {
  const options = readOptions(command.args, ['-t', '-o', '-L', '-U']);
  if (hasOption(options, '-a')) return { kind: 'mount-all', entries: [] };
  const [from, at] = options.rest;
  if (!from || !at || !options.known) return undefined;
  const source = mountSource(
    from.text,
    options.values.get('-t') ?? (command.name === 'mount.efs' ? 'efs' : ''),
  );
  return source && { kind: 'mount', source, mountPoint: at.text, lasting: false };
}

const isDevice = (text: string): boolean => /^\/dev\/[A-Za-z0-9/_-]+$/.test(text);

/** `fs-…`, a host name or an address before `:/`, or a device. */
export function mountSource(text: string, type: string): MountSource | undefined {
  if (isDevice(text)) return { kind: 'device', device: text };
  const colon = text.indexOf(':');
  const host = colon === -1 ? text : text.slice(0, colon);
  const network = ['nfs', 'nfs4', 'efs'].includes(type) || colon > 0;
  if (!network || !/^[A-Za-z0-9][A-Za-z0-9.-]*$/.test(host)) return undefined;
  return { kind: 'file-system', fileSystem: host };
}

/** The lines of /etc/fstab that mount a device or a network file system. */
export function readFstab(text: string): readonly MountEntry[] {
  return text.split('\n').flatMap((line): MountEntry[] => {
    const [from = '', mountPoint = '', type = '', options = ''] = line.trim().split(/\s+/);
    if (from.startsWith('#') || !mountPoint.startsWith('/')) return [];
    const source = mountSource(from, type);
    return source ? [{ source, mountPoint, nofail: options.split(',').includes('nofail') }] : [];
  });
}
