/** The dotted ground moves with the view. Plain styles: no component draws it anew on every frame. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, type RefObject } from 'react';

const GAP = 20;
/** Dots closer than this on the screen are a grey haze: every second one is left out. */
const CLOSEST_PX = 12;

export function useDots(ground: RefObject<HTMLElement | null>): void {
  const flow = useStoreApi();
  useEffect(() => {
    let shown: readonly number[] | null = null;
    const follow = () => {
      const { transform } = flow.getState();
      if (transform === shown || !ground.current) return;
      shown = transform;
      const [x, y, zoom] = transform;
      let gap = GAP * zoom;
      while (gap < CLOSEST_PX) gap *= 2;
      ground.current.style.backgroundPosition = `${x}px ${y}px`;
      ground.current.style.backgroundSize = `${gap}px ${gap}px`;
    };
    follow();
    return flow.subscribe(follow);
  }, [flow, ground]);
}
