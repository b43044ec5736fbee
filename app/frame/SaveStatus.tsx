/** Whether the document is kept, in honest words; where it is not, the way to keep it. */
import { useEffect, useState } from 'react';
import { Cloud, CloudAlert, CloudUpload } from 'lucide-react';
import { useStore } from 'zustand';
import { saveFile } from '../commands/save-file';
import { saveStore, type SaveState } from '../state/storage/save-store';
import { setView } from '../state/view-store';
import { frame as text } from '../strings';
import { Button } from '../ui/Button';
import { agoOf, nextWordsIn } from './save-words';

export default function SaveStatus() {
  const state = useStore(saveStore);
  const now = useNow(state.status === 'saved' ? state.at : null);
  switch (state.status) {
    case 'unchanged':
      return null;
    case 'saving':
      return <Words icon={<CloudUpload aria-hidden size={14} />} words={text.save.saving} />;
    case 'saved':
      return <Words icon={<Cloud aria-hidden size={14} />} words={text.save.saved(agoOf(state.at, now))} />;
    case 'failed':
      return <NotSaved state={state} />;
  }
}

function NotSaved({ state }: { readonly state: Extract<SaveState, { status: 'failed' }> }) {
  const help = text.save.failedHelp(state.reason);
  return (
    <span className="flex items-center gap-2" role="alert">
      <span className="text-bad flex items-center gap-1 text-xs whitespace-nowrap" title={help}>
        <CloudAlert aria-hidden size={14} />
        {text.save.failed[state.trouble]}
        <span className="sr-only">{help}</span>
      </span>
      {state.trouble === 'full' && (
        <Button onClick={() => setView({ dialog: 'documents' })}>{text.save.makeRoom}</Button>
      )}
      {state.trouble === 'outdated' && <Button onClick={() => location.reload()}>{text.reload}</Button>}
      <Button onClick={saveFile.run}>{text.save.download}</Button>
    </span>
  );
}

function Words({ icon, words }: { readonly icon: React.ReactNode; readonly words: string }) {
  return (
    <span className="text-soft hidden items-center gap-1.5 text-xs whitespace-nowrap tabular-nums sm:flex">
      {icon}
      {words}
    </span>
  );
}

/** The clock, read again when the words change and not before. */
function useNow(since: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (since === null) return;
    let timer = 0;
    const tick = () => {
      setNow(Date.now());
      const next = nextWordsIn(since, Date.now());
      if (next !== null) timer = window.setTimeout(tick, next);
    };
    tick();
    return () => clearTimeout(timer);
  }, [since]);
  return now;
}
