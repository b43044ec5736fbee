/** What the page asks of the engine before it edits: where may this go, and which changes make it so. */
import type { ChangeSet } from './change';
import type { ResourceBase, ResourceId } from './resource';

/** A resource id, a lane (`vpc-1/az-1`) or the bare canvas. */
export type PlaceId = string;
export const CANVAS: PlaceId = 'canvas';

/** What is being placed: something new from the palette, or things that are there. */
export type Carried = { readonly kind: string } | { readonly ids: readonly ResourceId[] };

/** Whether a place takes what is carried; if not, why, in AWS's terms, and whether a drop there offers a way. */
export type PlaceOption =
  | { readonly legal: true }
  | { readonly legal: false; readonly message: string; readonly source: string; readonly offersFix: boolean };

/** Another thing that one may be connected with, and what an `associate` of the two would be called. */
export interface Connection {
  readonly with: ResourceId;
  /** `Attach data to web-1` */
  readonly label: string;
}

export type Intent =
  /** `at`: corner relative to the place, canvas pixels. */
  | {
      readonly type: 'create';
      readonly kind: string;
      readonly into: PlaceId;
      readonly at?: { readonly x: number; readonly y: number };
      readonly name?: string;
    }
  /** Drop what exists somewhere: into another subnet, onto an instance (an interface, a volume), onto a placement group. */
  | {
      readonly type: 'place';
      readonly ids: readonly ResourceId[];
      readonly into: PlaceId;
      readonly at?: { readonly x: number; readonly y: number };
    }
  /** Put things into something new that holds them; `null`: take instances out of their placement groups. */
  | {
      readonly type: 'gather';
      readonly ids: readonly ResourceId[];
      readonly kind: 'placement-group' | 'subnet' | null;
    }
  /** `cut`: what goes was copied just before. */
  | { readonly type: 'delete'; readonly ids: readonly ResourceId[]; readonly cut?: boolean }
  /** Text that was copied here or elsewhere. `into`: what is selected; with `at`, what is pointed at, which comes first. */
  | {
      readonly type: 'paste';
      readonly text: string;
      /** Keeps groups, tables, placement groups and attachments outside of what was copied. */
      readonly keeping: boolean;
      readonly into?: PlaceId;
      readonly at?: { readonly x: number; readonly y: number };
    }
  /** Another one like these, beside them or where they are dropped. */
  | {
      readonly type: 'duplicate';
      readonly ids: readonly ResourceId[];
      readonly into?: PlaceId;
      readonly at?: { readonly x: number; readonly y: number };
    }
  /**
   * Make one thing of another: an image of an instance or a snapshot, a snapshot of a volume, a volume of a snapshot,
   * a copy of an image; or share an image.
   */
  | {
      readonly type: 'derive';
      readonly id: ResourceId;
      readonly make: 'image' | 'snapshot' | 'volume' | 'copy' | 'share';
      /** Image of an instance: without the reboot that makes it whole. */
      readonly noReboot?: boolean;
      /** Copy: the Region it goes to. Volume: the zone. Absent: the same Region, its first zone. */
      readonly to?: ResourceId;
      readonly encrypt?: boolean;
      /** Share: the account, 12 digits. */
      readonly account?: string;
    }
  /** Associate an Elastic IP, group, ACL or route table with what it is for; `null` lets go. */
  | { readonly type: 'associate'; readonly id: ResourceId; readonly with: ResourceId | null }
  /** Set one property as the inspector does, with all that follows from it. */
  | { readonly type: 'set'; readonly id: ResourceId; readonly key: string; readonly value: unknown };

export type Proposal<R extends ResourceBase = ResourceBase> =
  | {
      readonly accepted: true;
      readonly changeSet: ChangeSet<R>;
      readonly selects?: ResourceId;
      /** All that is selected afterwards, where it is more than `selects`. */
      readonly selected?: readonly ResourceId[];
      /** Sentences to be said along with it: what was left out. */
      readonly notes?: readonly string[];
    }
  | {
      readonly accepted: false;
      /** Rule id, or EC2's own error code where there is one. */
      readonly rule: string;
      /** What is refused, why, and what is allowed. */
      readonly message: string;
      readonly source: string;
      /** One way that works. */
      readonly offer?: ChangeSet<R> & { readonly selects?: ResourceId };
    };
