/** Geometry of the canvas, pure and small: the page loads it. */
export * from './sizes';
export { arrangeAll, isPublic } from './arrange';
export { diskRowsOf, nameSaysInstanceStore } from './card';
export { chipsOf, type Chips } from './chips';
export { fit, ROOT, type Drawing, type Drawn } from './fit';
export { dropCandidates, placeAt, within, type Point } from './hit';
export { overlaps, type Rect } from './pack';
export { drawnIn, laneKey, lanesOf, parseLaneKey, type DrawnKind, type Place, type PlaceKey } from './place';
