/**
 * Of a crowded drawing only what is in view is mounted, with a margin: while the view moves within the margin nothing is
 * mounted or unmounted.
 */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useState } from 'react';
import type { Rect } from '../../engine';
import { BATCH, BATCH_WHILE_TYPING, withNextBatch } from './batches';
import { canvasStore } from './canvas-store';
import type { CanvasNode } from './projection/nodes';

/** Screen pixels around the view. */
const MARGIN_PX = 220;
/** Zoomed in further than this, what was chosen before is far too much. */
const MUCH_LARGER = 1.2;

interface Mounted {
  readonly wanted: CanvasNode[];
  readonly shown: CanvasNode[];
}

const NO_NODES: CanvasNode[] = [];

const NOTHING: Rect = { x: 0, y: 0, width: 0, height: 0 };

export function useInView(nodes: CanvasNode[], crowded: boolean): CanvasNode[] {
  const flow = useStoreApi();
  const [area, setArea] = useState<Rect>(NOTHING);
  useEffect(() => {
    if (!crowded) return;
    let chosen = NOTHING;
    let last: readonly unknown[] = [];
    const follow = () => {
      const { transform, width, height } = flow.getState();
      const now = [transform, width, height];
      if (now.every((value, index) => value === last[index])) return;
      last = now;
      const [x, y, zoom] = transform;
      const view = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
      if (holds(chosen, view) && chosen.width < MUCH_LARGER * (view.width + (2 * MARGIN_PX) / zoom)) return;
      chosen = grown(view, MARGIN_PX / zoom);
      setArea(chosen);
    };
    follow();
    return flow.subscribe(follow);
  }, [flow, crowded]);
  const wanted = useMemo(() => {
    if (!crowded) return nodes;
    // What is in hand stays mounted wherever it came from.
    const { lifted } = canvasStore.getState();
    return nodes.filter((node) => touches(node, area) || lifted?.has(node.id));
  }, [nodes, crowded, area]);
  return useBatches(wanted, crowded, area);
}

/** Batch by batch, a frame each: between them the page answers. */
function useBatches(wanted: CanvasNode[], crowded: boolean, { x, y, width, height }: Rect): CanvasNode[] {
  const [state, setState] = useState<Mounted>({ wanted: NO_NODES, shown: NO_NODES });
  const step = ({ shown }: Mounted): Mounted => ({
    wanted,
    shown: crowded
      ? withNextBatch(wanted, shown, { x: x + width / 2, y: y + height / 2 }, batchNow())
      : wanted,
  });
  // Another wish is met in this very render, not with a second one.
  if (state.wanted !== wanted) setState(step);
  const more = state.shown.length < state.wanted.length;
  useEffect(() => {
    if (!more) return;
    const frame = requestAnimationFrame(() => setState(step));
    return () => cancelAnimationFrame(frame);
  });
  return state.shown;
}

const batchNow = (): number => (document.activeElement?.matches('input') ? BATCH_WHILE_TYPING : BATCH);

const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

const holds = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

const touches = ({ position, width = 0, height = 0 }: CanvasNode, { x, y, ...area }: Rect): boolean =>
  position.x < x + area.width &&
  position.x + width > x &&
  position.y < y + area.height &&
  position.y + height > y;
