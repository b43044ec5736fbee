/** Sizes of cards and of what is docked on them. */
import type { ResourceOf, Scenario } from '../catalog/descriptors';
import { primaryInterface, volumesOf } from '../catalog/lookup';
import type { ResourceId } from '../model/resource';
import type { Rect } from './pack';
import {
  DISK_ROW_HEIGHT,
  DISK_ROWS_PADDING,
  INSTANCE_CARD,
  MAX_DISK_ROWS,
  PILL,
  PILL_INSET,
  type Size,
} from './sizes';

/** Families whose every size brings local disks although their name carries no `d`. */
const STORAGE_FAMILIES = /^(i\d|is\d|im\d|d\d|h1|hpc6id|x1|f1|c3|m3|r3|g2$|g5$|g6$|p4d|p5|trn|dl1|u7inh)/;
/** After the generation, a `d` means NVMe instance store: m5d, c6gd, r7iz without it. */
const WITH_LOCAL_DISK = /^[a-z]+\d+[a-z]*d[a-z]*$/;

/**
 * Whether the type's name says that it brings an instance store. Only for the size of the card: the page does not
 * load the catalogue of types.
 * Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export function nameSaysInstanceStore(instanceType: string): boolean {
  const family = instanceType.slice(0, Math.max(0, instanceType.indexOf('.')));
  return WITH_LOCAL_DISK.test(family) || STORAGE_FAMILIES.test(family);
}

/** Rows under the card: one per volume, one for the instance store, capped. */
export function diskRowsOf(document: Scenario, instance: ResourceOf<'instance'>): number {
  const rows = volumesOf(document, instance.id).length;
  return Math.min(MAX_DISK_ROWS, rows + (nameSaysInstanceStore(instance.instanceType) ? 1 : 0));
}

export function instanceCardSize(document: Scenario, instance: ResourceOf<'instance'>): Size {
  const rows = diskRowsOf(document, instance);
  return {
    width: INSTANCE_CARD.width,
    height: INSTANCE_CARD.height + (rows > 0 ? rows * DISK_ROW_HEIGHT + DISK_ROWS_PADDING : 0),
  };
}

/** Rectangles relative to the card: its primary interface on the top edge and its volumes below the text. */
export function dockedOn(
  document: Scenario,
  instance: ResourceOf<'instance'>,
): readonly (readonly [ResourceId, Rect])[] {
  const docked: (readonly [ResourceId, Rect])[] = [];
  const primary = primaryInterface(document, instance.id);
  if (primary)
    docked.push([
      primary.id,
      { x: INSTANCE_CARD.width - PILL.width - PILL_INSET, y: -PILL.height / 2, ...PILL },
    ]);
  const lastRow = MAX_DISK_ROWS - 1;
  volumesOf(document, instance.id).forEach((volume, index) => {
    docked.push([
      volume.id,
      {
        x: PILL_INSET,
        // What no longer fits shares the last row, which the card sums up.
        y: INSTANCE_CARD.height + Math.min(index, lastRow) * DISK_ROW_HEIGHT,
        width: INSTANCE_CARD.width - 2 * PILL_INSET,
        height: DISK_ROW_HEIGHT,
      },
    ]);
  });
  return docked;
}
