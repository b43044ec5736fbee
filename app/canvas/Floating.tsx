/** What floats over the canvas: the thing in hand, why it may not go here, the selection box. */
import { useStore } from 'zustand';
import { usePath } from '../state/hooks';
import { canvasText as text } from '../strings/en/canvas';
import { KindIcon } from '../ui/KindIcon';
import { handStore, useCanvas } from './canvas-store';

const translate = (x: number, y: number) => ({
  transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)`,
});

export function InHand() {
  const ghost = useCanvas((state) => state.ghost);
  const why = useCanvas((state) => state.over?.why ?? null);
  const offers = useCanvas((state) => state.over?.offers ?? false);
  const shown = ghost !== null || why !== null;
  const hand = useStore(handStore, ({ at }) => (shown ? at : null));
  const box = useCanvas((state) => state.box);
  return (
    <>
      {ghost && hand && (
        <div className="ghost" style={translate(hand.x + 10, hand.y + 10)} aria-hidden>
          <KindIcon kind={ghost.kind} size={20} />
          {ghost.label}
        </div>
      )}
      {hand && why && (
        <div
          className="why"
          data-offers={offers || undefined}
          style={translate(hand.x + 10, hand.y + 50)}
          aria-hidden
        >
          {why}
        </div>
      )}
      {box && (
        <div
          className="select-box"
          style={{
            left: Math.min(box.from.x, box.to.x),
            top: Math.min(box.from.y, box.to.y),
            width: Math.abs(box.to.x - box.from.x),
            height: Math.abs(box.to.y - box.from.y),
          }}
        />
      )}
    </>
  );
}

/** One line at the top while an end of a path is asked for. */
export function PickHint() {
  const picking = usePath((state) => state.picking);
  if (!picking) return null;
  return <div className="pick-hint">{text.picking[picking]}</div>;
}
