/** What floats over the canvas: the thing in hand, why it may not go here, the selection box, a refusal, the zoom. */
import { useReactFlow, useStore } from '@xyflow/react';
import { ExternalLink, Maximize, Minus, Plus, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { commit } from '../state/document-store';
import { usePath } from '../state/hooks';
import { announce, select } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';
import { Button } from '../ui/Button';
import { KindIcon } from '../ui/KindIcon';
import { canvasStore, useCanvas } from './canvas-store';
import { fitAll } from './view';

const translate = (x: number, y: number) => ({
  transform: `translate(${Math.round(x)}px, ${Math.round(y)}px)`,
});

export function InHand() {
  const ghost = useCanvas((state) => state.ghost);
  const hand = useCanvas((state) => state.hand);
  const why = useCanvas((state) => state.over?.why ?? null);
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
        <div className="why" style={translate(hand.x + 10, hand.y + 50)} aria-hidden>
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

const REFUSAL = { width: 320, height: 180 } as const;
const close = () => canvasStore.setState({ refusal: null });

export function Refusal() {
  const refusal = useCanvas((state) => state.refusal);
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!refusal) return;
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      close();
    };
    addEventListener('keydown', escape, { capture: true });
    return () => removeEventListener('keydown', escape, { capture: true });
  }, [refusal]);
  if (!refusal) return null;
  const { at, message, source, offer } = refusal;
  const accept = () => {
    if (!offer) return;
    const done = commit(offer);
    close();
    if (!done.ok) announce(done.error.message, 'bad');
    else {
      announce(offer.label);
      if (offer.selects) select(offer.selects);
    }
  };
  const left = Math.max(8, Math.min(at.x + 8, innerWidth - REFUSAL.width - 8));
  const top = Math.max(8, Math.min(at.y + 8, innerHeight - REFUSAL.height - 8));
  return (
    <div
      ref={dialog}
      data-floating
      role="alertdialog"
      aria-label={text.refused}
      className="refusal border-line bg-raised shadow-float"
      style={{ left, top, width: REFUSAL.width }}
    >
      <div className="flex items-start gap-2">
        <p className="m-0 flex-1">{message}</p>
        <Button
          data-first={offer ? undefined : true}
          look="quiet"
          aria-label={text.dismiss}
          title={text.dismiss}
          icon={<X size={14} />}
          onClick={close}
        />
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {offer && (
          <Button data-first look="primary" className="refusal-offer" onClick={accept}>
            {offer.label}
          </Button>
        )}
        {source && (
          <a
            href={source}
            target="_blank"
            rel="noreferrer"
            className="text-accent inline-flex h-7 items-center gap-1"
          >
            {text.askAws}
            <ExternalLink size={12} aria-hidden />
          </a>
        )}
      </div>
    </div>
  );
}

export function Zoom() {
  const flow = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  return (
    <div data-floating className="zoom border-line bg-raised">
      <Button
        look="quiet"
        aria-label={text.zoomOut}
        title={text.zoomOut}
        icon={<Minus size={14} />}
        onClick={() => void flow.zoomOut()}
      />
      <Button
        look="quiet"
        className="zoom-percent"
        aria-label={text.zoomReset}
        title={text.zoomReset}
        onClick={() => void flow.zoomTo(1)}
      >
        {text.percent(zoom)}
      </Button>
      <Button
        look="quiet"
        aria-label={text.zoomIn}
        title={text.zoomIn}
        icon={<Plus size={14} />}
        onClick={() => void flow.zoomIn()}
      />
      <Button
        look="quiet"
        aria-label={text.fit}
        title={text.fit}
        icon={<Maximize size={14} />}
        onClick={() => fitAll(200)}
      />
    </div>
  );
}

/** One line at the top while an end of a path is asked for. */
export function PickHint() {
  const picking = usePath((state) => state.picking);
  if (!picking) return null;
  return <div className="pick-hint">{text.picking[picking]}</div>;
}
