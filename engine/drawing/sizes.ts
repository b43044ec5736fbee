/** Sizes of what is drawn, in canvas pixels at 100 %. The stylesheet of the canvas follows these, never the other way. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An instance: name, type, state. Disks dock below, a row each. */
export const INSTANCE_CARD: Size = { width: 152, height: 78 };
/** One docked volume or the instance store. */
export const DISK_ROW_HEIGHT = 20;
/** Space between the card's text and its first disk row, and below its last. */
export const DISK_ROWS_PADDING = 10;
/** Further volumes are summed up in the last row. */
export const MAX_DISK_ROWS = 5;

/** A docked interface: its address on the top edge of the card, half above it. */
export const PILL: Size = { width: 92, height: 22 };
export const PILL_INSET = 10;

export const NAT_CARD: Size = { width: 104, height: 82 };
/** An interface that stands in its own subnet. */
export const PORT: Size = { width: 124, height: 40 };
/** A volume without an instance. */
export const VOLUME_CARD: Size = { width: 132, height: 44 };
/** An internet gateway without a VPC. */
export const GATEWAY_CARD: Size = { width: 104, height: 72 };
/** A gateway on the border of its VPC, half above it. */
export const BORDER_ICON: Size = { width: 28, height: 28 };
/** Distance from one border gateway to the next: leaves room for its name. */
export const BORDER_STEP = 110;
/** A chip on the shelf at the bottom of a VPC or region. */
export const SHELF_CHIP: Size = { width: 140, height: 26 };
export const SHELF_GAP = 8;
export const WORLD_CARD: Size = { width: 190, height: 42 };
/** Between the world and what it stands above: room for the border of a region and a line. */
export const WORLD_GAP = 44;

/** A box drawn as a chip: its title row, and below it what it holds. */
export const COLLAPSED_BOX: Size = { width: 276, height: 60 };

export interface BoxMetrics {
  /** Above the first child: title row, and room for what hangs over the children's top edge. */
  readonly header: number;
  /** Left, right and bottom. */
  readonly padding: number;
  /** Between children, side by side. */
  readonly gapX: number;
  /** Between children, one below the other. */
  readonly gapY: number;
  readonly min: Size;
}

export type BoxKind = 'canvas' | 'region' | 'vpc' | 'lane' | 'subnet';

export const BOXES: Readonly<Record<BoxKind, BoxMetrics>> = {
  canvas: { header: 0, padding: 0, gapX: 64, gapY: 64, min: { width: 0, height: 0 } },
  region: { header: 52, padding: 24, gapX: 40, gapY: 48, min: { width: 480, height: 280 } },
  vpc: { header: 44, padding: 16, gapX: 14, gapY: 20, min: { width: 340, height: 170 } },
  lane: { header: 32, padding: 12, gapX: 14, gapY: 16, min: { width: 300, height: 150 } },
  subnet: { header: 50, padding: 16, gapX: 18, gapY: 28, min: { width: 276, height: 112 } },
};
