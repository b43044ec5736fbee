/** Says what an action changed, to ears and eyes. */
import { useEffect, useState } from 'react';
import { useView } from '../state/hooks';

const SHOWN_MS = 6_000;
/** What is said in quick succession is one report: ears get the last of it, eyes all of it at once. */
const TOGETHER_MS = 350;

export function Announcer() {
  const { text, tone, lang, count } = useView((state) => state.announcement);
  const [hidden, setHidden] = useState(0);
  useEffect(() => {
    if (!text) return;
    const timer = setTimeout(() => setHidden(count), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text, count]);
  const [spoken, setSpoken] = useState<{ readonly text: string; readonly lang?: 'en' }>({ text: '' });
  useEffect(() => {
    const timer = setTimeout(
      () => setSpoken({ text, ...(lang && { lang }) }),
      tone === 'bad' ? 0 : TOGETHER_MS,
    );
    return () => clearTimeout(timer);
  }, [text, tone, lang, count]);
  useEffect(() => void import('../narrate/narrator').then(({ startNarrator }) => startNarrator()), []);
  const shown = text !== '' && tone !== 'spoken' && hidden !== count;
  return (
    <>
      <div role="status" aria-live="polite" lang={spoken.lang} className="sr-only">
        {spoken.text}
      </div>
      {shown && (
        <div
          aria-hidden
          lang={lang}
          className={`shadow-float pointer-events-none fixed bottom-[calc(var(--dock-height,236px)+1rem)] left-1/2 z-50 max-w-lg [translate:-50%] rounded-lg border px-3 py-2 text-sm ${
            tone === 'bad' ? 'border-bad bg-bad-soft text-bad' : 'border-line bg-raised text-text'
          }`}
        >
          {text}
        </div>
      )}
    </>
  );
}
