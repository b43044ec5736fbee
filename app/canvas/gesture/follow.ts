/** The elements of what is in hand, moved by a transform: no component is drawn anew with a move of the hand. */
import type { Point } from '../../../engine';

/** Each as a picture of its own, over the drawing. Of more than these the pictures cost more than what they spare. */
const MOST_LAYERS = 24;

/** How a node at rest is drawn, see `projection/nodes`. */
const AT_REST = 'none';

export function raise(elements: readonly HTMLElement[]): void {
  const few = elements.length <= MOST_LAYERS;
  for (const { classList } of elements) classList.add('lifted', ...(few ? ['layer'] : []));
}

/** @param by canvas pixels. */
export function follow(elements: readonly HTMLElement[], by: Point): void {
  const transform = `translate(${by.x}px, ${by.y}px)`;
  for (const { style } of elements) style.transform = transform;
}

export function settle(elements: readonly HTMLElement[]): void {
  for (const { classList, style } of elements) {
    classList.remove('lifted', 'layer');
    style.transform = AT_REST;
  }
}
