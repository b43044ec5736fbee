/** Empty lanes of the zones a subnet in hand could be the first in. */
import { useCanvas } from './canvas-store';
import type { OfferedLane } from './gesture/offered-lanes';
import { useLit } from './nodes/look';

export function OfferedLanes() {
  const offer = useCanvas((state) => state.offer);
  return offer?.lanes.map((lane) => <Lane key={lane.key} lane={lane} />);
}

function Lane({ lane }: { readonly lane: OfferedLane }) {
  const lit = useLit(lane.key);
  const { x, y, width, height } = lane;
  return (
    <div className="offered-lane" data-lit={lit} style={{ left: x, top: y, width, height }} aria-hidden>
      {lane.title}
    </div>
  );
}
