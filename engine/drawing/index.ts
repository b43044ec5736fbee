/** Geometry of the canvas, pure and small: the page loads it. */
export * from './sizes';
export { arrangeAll, arrangeSelection } from './arrange';
export { isPublic } from './tidy/public-subnet';
export { diskRowsOf, nameSaysInstanceStore } from './card';
export { chipsOf, type Chips } from './chips';
export { contentsOf, holdingsOf, shownAs, type CountedKind, type Holding } from './collapsed';
export { fit } from './fit';
export type { Drawing, Drawn, Hidden } from './drawn';
export { dropCandidates, placeAt, within, type Point } from './hit';
export { overlaps, type Rect } from './pack';
export {
  drawnIn,
  laneKey,
  lanesOf,
  parseLaneKey,
  ROOT,
  type DrawnKind,
  type Place,
  type PlaceKey,
} from './place';
