/** Why a drop was refused, where it was refused, with the one way that works if there is one. */
import { ExternalLink, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { announceDone } from '../state/announce-done';
import { commit } from '../state/document-store';
import { announce, select } from '../state/view-store';
import { canvasText as text } from '../strings/en/canvas';
import { Button } from '../ui/Button';
import { canvasStore, type RefusalAt } from './canvas-store';
import './styles/refusal.css';

const REFUSAL = { width: 320, height: 180 } as const;
const close = () => canvasStore.setState({ refusal: null });

export default function Refusal({ refusal }: { readonly refusal: RefusalAt }) {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => {
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
  const { at, message, source, offer } = refusal;
  const accept = () => {
    if (!offer) return;
    const done = commit(offer);
    close();
    if (!done.ok) announce(done.error.message, 'bad');
    else {
      announceDone(offer.label);
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
        <p lang="en" className="m-0 flex-1">
          {message}
        </p>
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
