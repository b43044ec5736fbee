/**
 * What survives what, as a table: data in memory, on the instance store and on EBS volumes.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html
 */
export type Fate = 'kept' | 'lost' | 'unavailable';

export interface Survival {
  readonly memory: Fate;
  readonly instanceStore: Fate;
  /** A volume with DeleteOnTermination, as the root volume has by default. */
  readonly deletedWithInstance: Fate;
  /** A volume without it. */
  readonly otherVolumes: Fate;
}

export const SURVIVAL = {
  reboot: { memory: 'lost', instanceStore: 'kept', deletedWithInstance: 'kept', otherVolumes: 'kept' },
  stop: { memory: 'lost', instanceStore: 'lost', deletedWithInstance: 'kept', otherVolumes: 'kept' },
  hibernate: { memory: 'kept', instanceStore: 'lost', deletedWithInstance: 'kept', otherVolumes: 'kept' },
  terminate: { memory: 'lost', instanceStore: 'lost', deletedWithInstance: 'lost', otherVolumes: 'kept' },
  'host-failure': {
    memory: 'lost',
    instanceStore: 'lost',
    deletedWithInstance: 'kept',
    otherVolumes: 'kept',
  },
  'zone-outage': {
    memory: 'lost',
    instanceStore: 'lost',
    deletedWithInstance: 'unavailable',
    otherVolumes: 'unavailable',
  },
} as const satisfies Record<string, Survival>;
export type Loss = keyof typeof SURVIVAL;
