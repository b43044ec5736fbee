/**
 * Lines of what is in hand, on a sheet above the drawing: with each move of the hand only the sheet is painted anew, and
 * no component is drawn again.
 */
import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import { handStore } from '../canvas-store';
import type { Line } from '../projection/lines';
import { LineShape, pointsText } from '../LineShape';
import { tetherPoints, type Tether } from './ends';

export function CarriedLines({
  whole,
  tethers,
}: {
  readonly whole: readonly Line[];
  readonly tethers: readonly Tether[];
}) {
  const sheet = useRef<SVGSVGElement>(null);
  const flow = useStoreApi();
  useLayoutEffect(() => {
    const [along, tethered] = sheet.current?.children ?? [];
    const view = () => {
      const [x, y, zoom] = flow.getState().transform;
      if (sheet.current) sheet.current.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    };
    const hand = () => {
      const { by } = handStore.getState();
      along?.setAttribute('transform', `translate(${by.x} ${by.y})`);
      for (const [index, tether] of tethers.entries())
        tethered?.children[index]?.setAttribute('points', pointsText(tetherPoints(tether, by)));
    };
    view();
    hand();
    const stops = [flow.subscribe(view), handStore.subscribe(hand)];
    return () => stops.forEach((stop) => stop());
  }, [flow, tethers]);
  return (
    <svg ref={sheet} className="carried-lines" width="1" height="1" aria-hidden>
      <g>
        {whole.map((line) => (
          <LineShape key={`${line.look}-${line.id}`} line={line} />
        ))}
      </g>
      <g>
        {tethers.map(({ line }) => (
          <LineShape key={`${line.look}-${line.id}`} line={line} />
        ))}
      </g>
    </svg>
  );
}
