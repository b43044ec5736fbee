/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/hibernating-prerequisites.html */
import { refuse, type LaunchCheck } from './launch-request';

/** GiB of memory that can be written down; Windows less. */
const MAX_MEMORY_GIB = { linux: 150, windows: 16 } as const;
const MIB_PER_GIB = 1024;

export const canHibernate: LaunchCheck = ({ hibernates, type, disks, windows, rootDevice }) => {
  if (!hibernates) return undefined;
  const { facts } = type;
  if (facts && (!facts.hibernation || facts.bareMetal))
    return unmet(`the type ${type.name} does not support it. Choose another type`);
  if (rootDevice !== 'ebs') return unmet('the root volume must be an EBS volume');
  const root = disks.find((disk) => disk.root);
  if (root && !root.encrypted)
    return unmet(`the root volume (${root.device}) must be encrypted, so that the memory is. Encrypt it`);
  if (!facts) return undefined;
  const memoryGib = facts.memoryMiB / MIB_PER_GIB;
  const limit = MAX_MEMORY_GIB[windows ? 'windows' : 'linux'];
  if (memoryGib > limit)
    return unmet(`${type.name} has ${memoryGib} GiB of memory, and at most ${limit} GiB hibernate`);
  if (root && root.sizeGib < memoryGib)
    return unmet(
      `the root volume of ${root.sizeGib} GiB does not hold the ${memoryGib} GiB of memory of ${type.name}. Make it larger`,
    );
  return undefined;
};

const unmet = (reason: string) =>
  refuse(
    'UnsupportedHibernationConfiguration',
    `The instance can't be launched with hibernation: ${reason}, or switch hibernation off.`,
  );
