/** What a drawn thing shows: plain data, so that two projections can be compared and only what changed is drawn again. */
import type { PlaceKey, ResourceId } from '../../../engine';

export interface ChipData {
  readonly id: ResourceId;
  readonly kind: string;
  readonly name: string;
  /** 1 to 6: which of the set colours; for things whose kinship shows across the canvas. */
  readonly set?: number;
  readonly hint?: string;
}

export interface PortData {
  readonly id: ResourceId;
  readonly name: string;
  readonly address: string;
  readonly chips: readonly ChipData[];
  /** Security groups and Elastic IP that found no room of their own. */
  readonly label: string;
}

export interface DiskData {
  readonly id: ResourceId;
  readonly text: string;
  readonly root: boolean;
}

interface Common {
  readonly key: PlaceKey;
  /** What is selected by a click: a lane stands for its zone. */
  readonly id: ResourceId;
  readonly title: string;
  /** Sentence for screen readers, without what changes while a run plays. */
  readonly sentence: string;
}

export interface BoxData extends Common {
  readonly look: 'region' | 'vpc' | 'lane' | 'subnet';
  readonly kind: string;
  readonly detail: string;
  readonly tone: 'public' | 'private' | 'plain';
  /** Drawn as a chip, without what stands in it. */
  readonly collapsed: boolean;
  /** What stands in it, in words. */
  readonly holds: string;
  /** Nothing stands in it yet and something should. */
  readonly inviting: boolean;
  readonly chips: readonly ChipData[];
}

export interface InstanceData extends Common {
  readonly look: 'instance';
  readonly type: string;
  readonly spot: boolean;
  readonly observedState: string | null;
  readonly port: PortData | null;
  readonly disks: readonly DiskData[];
  readonly moreDisks: number;
  readonly store: boolean;
}

export interface InterfaceData extends Common {
  readonly look: 'interface';
  /** A network interface, or what it is a node of. */
  readonly kind: string;
  readonly port: PortData;
  readonly detail: string;
}

export interface GatewayData extends Common {
  readonly look: 'nat' | 'border' | 'gateway' | 'world';
  readonly kind: string;
  readonly detail: string;
  readonly chips: readonly ChipData[];
}

export interface VolumeData extends Common {
  readonly look: 'volume';
  readonly detail: string;
}

export interface ShelfData extends Common {
  readonly look: 'shelf';
  readonly chip: ChipData;
  readonly detail: string;
}

export type ThingData = BoxData | InstanceData | InterfaceData | GatewayData | VolumeData | ShelfData;
export type Look = ThingData['look'];
