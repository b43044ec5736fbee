/** The words of the storage domain: where data can lie. */
import type { EventHandle } from '../kernel/event-queue';
import type { LiveFields } from '../model/live';
import type { ResourceId } from '../model/resource';

export interface Disk {
  readonly subject: number;
  readonly resource: ResourceId;
  /** Subject of its Availability Zone. */
  readonly zone: number;
  readonly root: boolean;
  readonly deleteOnTermination: boolean;
  /** Subject of the instance it is attached to. */
  readonly machine: number | undefined;
}

/** What an instance has of its own to keep data in. */
export interface Store {
  /** Subject of the instance. */
  readonly subject: number;
  readonly resource: ResourceId;
  readonly hasInstanceStore: boolean;
  readonly rootOnInstanceStore: boolean;
  /** Root first. */
  readonly disks: readonly Disk[];
}

export interface Writing {
  readonly label: string;
  /** `instance-store`, `root`, `memory` or a volume's subject; absent: the volume that is the target. */
  readonly to: 'instance-store' | 'root' | 'memory' | number | undefined;
}

export interface StorageWorld {
  readonly storeOf: (machine: number) => Store | undefined;
  readonly diskOf: (subject: number) => Disk | undefined;
  readonly disks: readonly Disk[];
  /** What the nth action of the script writes. */
  readonly writing: (action: number) => Writing | undefined;
}

export type StorageFields = LiveFields & { readonly hibernating?: boolean; readonly next?: EventHandle };
