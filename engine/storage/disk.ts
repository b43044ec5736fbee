/** The words of the storage domain: where data can lie. */
import type { EventHandle } from '../kernel/event-queue';
import type { Cells } from '../kernel/state-table';
import type { LiveFields } from '../model/live';
import type { ResourceId } from '../model/resource';

export interface Disk {
  readonly subject: number;
  readonly resource: ResourceId;
  /** The id that EC2's messages name. */
  readonly id: string;
  /** `/dev/sdf`, as drawn; empty: not attached. */
  readonly device: string;
  /** Subject of its Availability Zone. */
  readonly zone: number;
  readonly root: boolean;
  readonly deleteOnTermination: boolean;
  /** Subject of the instance it is attached to. */
  readonly machine: number | undefined;
  /** Subject of the snapshot it is made from. Absent: it begins blank. */
  readonly snapshot?: number;
}

/** What an instance has of its own to keep data in. */
export interface Store {
  /** Subject of the instance. */
  readonly subject: number;
  readonly resource: ResourceId;
  /** The id that EC2's messages name. */
  readonly id: string;
  /** Subject of its Availability Zone. */
  readonly zone: number;
  /** Where its system disk is. */
  readonly rootDevice: string;
  readonly hasInstanceStore: boolean;
  readonly rootOnInstanceStore: boolean;
  /** As it is launched, root first. */
  readonly disks: readonly Disk[];
}

export interface Writing {
  readonly label: string;
  /** `instance-store`, `root`, `memory` or a volume's subject; absent: the volume that is the target. */
  readonly to: 'instance-store' | 'root' | 'memory' | number | undefined;
}

/** What the nth action of a script attaches a volume to. */
export interface VolumeRequest {
  /** -1: nothing of this design. */
  readonly to: number;
  readonly toId: string;
  readonly device?: string;
}

export interface StorageWorld {
  readonly subjectOf: (id: ResourceId) => number;
  readonly volumeRequest: (action: number) => VolumeRequest | undefined;
  readonly storeOf: (machine: number) => Store | undefined;
  readonly diskOf: (subject: number) => Disk | undefined;
  readonly disks: readonly Disk[];
  /** What the nth action of the script writes. */
  readonly writing: (action: number) => Writing | undefined;
}

/** What storage keeps for itself between events. */
interface StorageMemory {
  readonly hibernating?: boolean;
  readonly next?: EventHandle;
  /** Of an instance: subjects of its volumes, once one came or went. */
  readonly disks?: readonly number[];
  /** Nothing is attached at its root device: it can't start. */
  readonly rootDetached?: boolean;
  /** Of a volume, once it was attached or detached. */
  readonly asRoot?: boolean;
}

export type StorageFields = LiveFields & StorageMemory;
export type StorageCells = Cells<StorageFields>;
