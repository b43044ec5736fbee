/** Says when the simulation had to be started again, and stays if it could not be. */
import { useEffect, useState } from 'react';
import { onEngineStatus, type EngineStatus } from '../engine-client/engine-client';
import { announce } from '../state/view-store';
import { frame as text } from '../strings';

export default function EngineNotice() {
  const [status, setStatus] = useState<EngineStatus>('starting');
  useEffect(() => onEngineStatus(setStatus), []);
  useEffect(() => {
    if (status === 'restarting') announce(text.engineRestarting, 'bad');
  }, [status]);
  if (status !== 'failed') return null;
  return (
    <p
      role="alert"
      className="bg-bad-soft border-bad text-bad shadow-float fixed top-14 left-1/2 z-50 -translate-x-1/2 rounded-lg border px-3 py-2 text-sm"
    >
      {text.engineFailed}
    </p>
  );
}
