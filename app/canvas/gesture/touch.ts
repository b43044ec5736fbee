/** What only fingers need. */
export { watchLongPress } from './long-press';
export { passPinch } from './pinch';
