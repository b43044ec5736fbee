/** The dotted ground moves with the view: a sheet of its own that slides by less than one gap. No component draws it anew. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';

const GAP = 20;
/** Dots closer than this on the screen are a grey haze: every second one is left out. */
const CLOSEST_PX = 12;

/** The sheet stands out of the view by no less than the largest gap, and keeps its place whatever the zoom. */
const OUTSIDE = 56;

const rest = (value: number, gap: number): number => ((value % gap) + gap) % gap;

export function useDots(sheet: RefObject<HTMLElement | null>): void {
  const flow = useStoreApi();
  useEffect(() => {
    let shown: readonly number[] | null = null;
    let shownGap = 0;
    const follow = () => {
      const { transform } = flow.getState();
      if (transform === shown || !sheet.current) return;
      shown = transform;
      const [x, y, zoom] = transform;
      let gap = GAP * zoom;
      while (gap < CLOSEST_PX) gap *= 2;
      const { style } = sheet.current;
      style.transform = `translate(${rest(x + OUTSIDE, gap)}px, ${rest(y + OUTSIDE, gap)}px)`;
      if (gap === shownGap) return;
      shownGap = gap;
      style.backgroundSize = `${gap}px ${gap}px`;
    };
    follow();
    return flow.subscribe(follow);
  }, [flow, sheet]);
}
