/**
 * What has to be said until somebody reloads: the simulation is gone, or a part of the page can't be loaded.
 * Loaded at the start, because neither leaves time to load it.
 */
import { useEffect, useState } from 'react';
import { onEngineStatus, type EngineStatus } from '../engine-client/engine-client';
import { saveNow } from '../state/storage/documents';
import { announce, setView } from '../state/view-store';
import { frame as text } from '../strings';
import { Button } from '../ui/Button';

export default function Notices() {
  const status = useEngineStatus();
  const isPartMissing = useLoadFailures();
  if (isPartMissing) return <ReloadNotice words={text.partMissing} />;
  if (status === 'failed') return <ReloadNotice words={text.engineFailed} />;
  return null;
}

function useEngineStatus(): EngineStatus {
  const [status, setStatus] = useState<EngineStatus>('starting');
  useEffect(() => onEngineStatus(setStatus), []);
  useEffect(() => {
    if (status === 'restarting') announce(text.engineRestarting, 'bad');
  }, [status]);
  return status;
}

/** After a new deployment the parts that an open tab has not loaded yet are gone from the host. */
function useLoadFailures(): boolean {
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    const fail = () => {
      setFailed(true);
      // A dialog that could not be loaded would hold the keyboard.
      setView({ dialog: null });
    };
    const onRejection = (event: PromiseRejectionEvent) => {
      if (LOAD_ERROR.test(String(event.reason))) fail();
    };
    window.addEventListener('vite:preloadError', fail);
    window.addEventListener('unhandledrejection', onRejection);
    return () => {
      window.removeEventListener('vite:preloadError', fail);
      window.removeEventListener('unhandledrejection', onRejection);
    };
  }, []);
  return hasFailed;
}

/** In the words of Chromium, Firefox and Safari. */
const LOAD_ERROR =
  /dynamically imported module|error loading dynamically imported|Importing a module script failed/i;

function ReloadNotice({ words }: { readonly words: string }) {
  const [isGoing, setGoing] = useState(false);
  const reload = () => {
    setGoing(true);
    // What can't be saved in time is put aside as the page goes.
    void saveNow().finally(() => location.reload());
  };
  return (
    <div
      role="alert"
      className="bg-bad-soft border-bad text-bad shadow-float fixed top-14 left-1/2 z-50 flex max-w-[min(40rem,calc(100vw-32px))] [translate:-50%] items-center gap-3 rounded-lg border px-3 py-2 text-sm"
    >
      <p>{words}</p>
      <Button disabled={isGoing} onClick={reload}>
        {text.reload}
      </Button>
    </div>
  );
}
