/** Whether the document is kept, in honest words; where it is not, the way to keep it. */
import { useEffect, useState } from 'react';
import { Cloud, CloudAlert, CloudUpload } from 'lucide-react';
import { useStore } from 'zustand';
import { saveFile } from '../commands/save-file';
import { saveStore } from '../state/storage/save-store';
import { frame } from '../strings';
import { Button } from '../ui/Button';

const text = frame.save;

export default function SaveStatus() {
  const state = useStore(saveStore);
  const now = useNow(state.status === 'saved' ? state.at : null);
  switch (state.status) {
    case 'unchanged':
      return null;
    case 'saving':
      return <Words icon={<CloudUpload aria-hidden size={14} />} words={text.saving} />;
    case 'saved':
      return <Words icon={<Cloud aria-hidden size={14} />} words={text.saved(agoOf(now - state.at))} />;
    case 'failed':
      return (
        <span className="flex items-center gap-2" role="alert">
          <span className="text-bad flex items-center gap-1 text-xs" title={text.failedHelp(state.reason)}>
            <CloudAlert aria-hidden size={14} />
            {text.failed}
            <span className="sr-only">{text.failedHelp(state.reason)}</span>
          </span>
          <Button onClick={saveFile.run}>{text.download}</Button>
        </span>
      );
  }
}

function Words({ icon, words }: { readonly icon: React.ReactNode; readonly words: string }) {
  return (
    <span className="text-soft hidden items-center gap-1.5 text-xs whitespace-nowrap sm:flex">
      {icon}
      {words}
    </span>
  );
}

export function agoOf(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds < 2) return text.justNow;
  if (seconds < 60) return text.seconds(seconds);
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? text.minutes(minutes) : text.hours(Math.floor(minutes / 60));
}

/** The clock, ticking each second in the first minute and each half minute after. */
function useNow(since: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (since === null) return;
    setNow(Date.now());
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      timer = window.setTimeout(tick, Date.now() - since < 60_000 ? 1_000 : 30_000);
    };
    timer = window.setTimeout(tick, 1_000);
    return () => clearTimeout(timer);
  }, [since]);
  return now;
}
