/** The mounted canvas: turns client pixels into canvas pixels and moves the view. Gestures live outside React and use this. */
import type { ReactFlowInstance } from '@xyflow/react';
import type { PlaceKey, Point, Rect } from '../../engine';

interface Stage {
  readonly flow: ReactFlowInstance;
  readonly element: HTMLElement;
}

let stage: Stage | null = null;

export const setStage = (next: Stage | null): void => {
  stage = next;
};

/** Where the canvas is on the screen and what floats on it: known while something is in hand. */
interface Survey {
  readonly rect: DOMRect;
  readonly floating: readonly DOMRect[];
}

let survey: Survey | null = null;

/**
 * Whoever carries something asks with every move where it is. Asked then, the browser would lay out the page twice a
 * frame: nothing that counts moves on the screen meanwhile, so it is asked once.
 */
export function surveyStage(): void {
  if (!stage) return;
  survey = {
    rect: stage.element.getBoundingClientRect(),
    floating: [...stage.element.querySelectorAll('[data-floating]')].map((one) =>
      one.getBoundingClientRect(),
    ),
  };
}

export const forgetSurvey = (): void => {
  survey = null;
};

export function toCanvas(at: Point): Point {
  if (!stage) return at;
  if (!survey) return stage.flow.screenToFlowPosition({ x: at.x, y: at.y });
  const { x, y, zoom } = stage.flow.getViewport();
  return { x: (at.x - survey.rect.left - x) / zoom, y: (at.y - survey.rect.top - y) / zoom };
}

export const toClient = (at: Point): Point =>
  stage ? stage.flow.flowToScreenPosition({ x: at.x, y: at.y }) : at;

export const stageFlow = (): ReactFlowInstance | null => stage?.flow ?? null;

export const stageZoom = (): number => stage?.flow.getZoom() ?? 1;

export const stageElement = (): HTMLElement | null => stage?.element ?? null;

export const stageRect = (): DOMRect | null => survey?.rect ?? stage?.element.getBoundingClientRect() ?? null;

/** Is this client point over the canvas and not over something that floats on it? */
export function isOnStage(at: Point): boolean {
  if (survey) return holds(survey.rect, at) && !survey.floating.some((rect) => holds(rect, at));
  const hit = document.elementFromPoint(at.x, at.y);
  return (
    hit !== null && stage !== null && stage.element.contains(hit) && hit.closest('[data-floating]') === null
  );
}

const holds = ({ left, top, right, bottom }: DOMRect, { x, y }: Point): boolean =>
  x >= left && x < right && y >= top && y < bottom;

/** Mounted elements of drawn things. What is culled has none. */
export function elementsOf(keys: Iterable<PlaceKey>): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  if (!stage) return found;
  for (const key of keys) {
    const element = stage.element.querySelector<HTMLElement>(
      `.react-flow__node[data-id="${CSS.escape(key)}"]`,
    );
    if (element) found.push(element);
  }
  return found;
}

export const elementOf = (key: PlaceKey): HTMLElement | null =>
  stage?.element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null;

/** Moves the view by client pixels. */
export function panBy(by: Point): void {
  if (!stage) return;
  const { x, y, zoom } = stage.flow.getViewport();
  void stage.flow.setViewport({ x: x - by.x, y: y - by.y, zoom });
}

/** Around what is shown whole. */
export const MARGIN_PX = 24;

/** @param most the largest zoom: a small drawing is not blown up. */
export function showRect(rect: Rect, most = 1, durationMs = 0): void {
  if (!stage || rect.width <= 0) return;
  const { width, height } = stage.element.getBoundingClientRect();
  const zoom = Math.min(
    most,
    Math.max(
      MIN_ZOOM,
      Math.min((width - 2 * MARGIN_PX) / rect.width, (height - 2 * MARGIN_PX) / rect.height),
    ),
  );
  void stage.flow.setViewport(
    {
      x: width / 2 - (rect.x + rect.width / 2) * zoom,
      y: height / 2 - (rect.y + rect.height / 2) * zoom,
      zoom,
    },
    { duration: durationMs },
  );
}

/**
 * Brings a rectangle into view, moving no more than needed.
 * @param zoomingMs how long it may take where the zoom has to change, too
 */
export function bringIntoView(rect: Rect, durationMs: number, zoomingMs = durationMs): void {
  if (!stage) return;
  const { width, height } = stage.element.getBoundingClientRect();
  const { x, y, zoom } = stage.flow.getViewport();
  const left = rect.x * zoom + x;
  const top = rect.y * zoom + y;
  const right = left + rect.width * zoom;
  const bottom = top + rect.height * zoom;
  const legible = zoom >= LEGIBLE_ZOOM;
  if (
    legible &&
    !isCovered(left, top, right, bottom) &&
    left >= MARGIN_PX &&
    top >= MARGIN_PX &&
    right <= width - MARGIN_PX &&
    bottom <= height - MARGIN_PX
  )
    return;
  // At a zoom that can be read the view goes no further than it has to.
  if (legible && right - left <= width - 2 * MARGIN_PX && bottom - top <= height - 2 * MARGIN_PX) {
    slideIntoView(rect, durationMs);
    return;
  }
  const next = Math.max(zoom, LEGIBLE_ZOOM);
  const fits = rect.width * next < width && rect.height * next < height;
  if (!fits) {
    showRect(rect, next, zoomingMs);
    return;
  }
  void stage.flow.setCenter(rect.x + rect.width / 2, rect.y + rect.height / 2, {
    zoom: next,
    duration: zoomingMs,
  });
}

/** Does what floats on the canvas and says that it covers it, the search, hide this part of the view? */
function isCovered(left: number, top: number, right: number, bottom: number): boolean {
  const cover = stage?.element.querySelector('[data-covers]')?.getBoundingClientRect();
  const view = stageRect();
  if (!cover || !view || right - left > view.width / 2) return false;
  return (
    left < cover.right - view.left &&
    right > cover.left - view.left &&
    top < cover.bottom - view.top &&
    bottom > cover.top - view.top
  );
}

/** Moves the view at the zoom it has, and only as far as a rectangle is out of it; of what is too large the corner shows. */
export function slideIntoView(rect: Rect, durationMs: number): void {
  if (!stage) return;
  const { width, height } = stage.element.getBoundingClientRect();
  const { x, y, zoom } = stage.flow.getViewport();
  const by = {
    x: slideBy(rect.x * zoom + x, rect.width * zoom, width),
    y: slideBy(rect.y * zoom + y, rect.height * zoom, height),
  };
  if (by.x === 0 && by.y === 0) return;
  void stage.flow.setViewport({ x: x + by.x, y: y + by.y, zoom }, { duration: durationMs });
}

/** How far a stretch must be moved to lie between the margins of a view of this length. */
export function slideBy(start: number, length: number, view: number): number {
  const last = view - MARGIN_PX - length;
  return Math.max(MARGIN_PX, Math.min(start, last)) - start;
}

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 2.5;
const LEGIBLE_ZOOM = 0.6;

export { reducedMotion } from '../state/motion';
