/** What every drawn AWS thing has in common. The properties of each kind are in `catalog/<kind>/kind.ts`. */

/** Small, sequential, readable: `vpc-1`, `i-3`. Unique in the document. */
export type ResourceId = string;

export interface ResourceBase {
  readonly id: ResourceId;
  readonly kind: string;
  /** The `Name` tag. */
  readonly name?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** AWS account id, when it is not the document's own. */
  readonly account?: string;
}

/** A drawn thing's corner, relative to the box it stands in, and its size if a user set one. Canvas pixels. */
export interface LayoutBox {
  readonly x: number;
  readonly y: number;
  readonly width?: number;
  readonly height?: number;
  /** Stays where it is when the drawing is tidied up. */
  readonly pinned?: true;
  /** A box drawn as a counted chip, without what stands in it. */
  readonly collapsed?: true;
}
