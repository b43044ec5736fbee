/**
 * The lines that show what a dragged thing was drawn to, one hair wide at every zoom. They lie on a sheet above the
 * drawing and move by a transform: drawn among the things, each move of the hand would paint all of those anew.
 */
import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { guideStore, MOST_GUIDES } from './guides';
import { AWAY, placeOf } from './place-guide';
import './guides.css';

const LINES = Array.from({ length: MOST_GUIDES }, (_, index) => index);

export default function Guides() {
  const sheet = useRef<HTMLDivElement>(null);
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const place = () => {
      const { guides } = guideStore.getState();
      const { transform } = flow.getState();
      for (const [index, line] of ([...(sheet.current?.children ?? [])] as HTMLElement[]).entries()) {
        const guide = guides[index];
        line.style.transform = guide ? placeOf(guide, transform) : AWAY;
      }
    };
    place();
    const stops = [guideStore.subscribe(place), flow.subscribe(place)];
    return () => stops.forEach((stop) => stop());
  }, [flow]);
  return (
    <div ref={sheet} className="guides" aria-hidden>
      {LINES.map((index) => (
        <i key={index} className="guide" />
      ))}
    </div>
  );
}
