import type { Point } from '../../engine';

/** A new thing's corner relative to the pointer: as if it were held near its title. */
export const GRIP: Point = { x: 24, y: 16 };
