/** Says what an action changed, to ears and eyes. */
import { useEffect, useState } from 'react';
import { useView } from '../state/hooks';

const SHOWN_MS = 6_000;

export function Announcer() {
  const { text, tone, count } = useView((state) => state.announcement);
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setHidden(count), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, count]);
  const shown = text !== '' && tone !== 'spoken' && hidden !== count;
  return (
    <>
      <div role="status" aria-live="polite" className="sr-only">
        {text}
      </div>
      {shown && (
        <div
          aria-hidden
          className={`shadow-float pointer-events-none fixed bottom-[calc(var(--dock-height,236px)+1rem)] left-1/2 z-50 max-w-lg -translate-x-1/2 rounded-lg border px-3 py-2 text-sm ${
            tone === 'bad' ? 'border-bad bg-bad-soft text-bad' : 'border-line bg-raised text-text'
          }`}
        >
          {text}
        </div>
      )}
    </>
  );
}
