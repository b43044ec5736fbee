/** Marks on what the internet reaches and on what reaches it, with a legend. The list in the dock says the same in words. */
import { ViewportPortal } from '@xyflow/react';
import { X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useCanvas } from '../canvas/canvas-store';
import { drawingOf } from '../canvas/drawing';
import { useAnswer } from '../engine-client/use-answer';
import { useDocument, useRun } from '../state/hooks';
import { hideExposure } from '../state/overlay';
import { exposureWords as words } from '../strings/en/exposure';
import { Button } from '../ui/Button';
import { exposureStore, useExposure } from './exposure-store';
import { MarkIcon } from './MarkIcon';
import { marksOf, type MarkLook } from './marks';
import './exposure.css';

const LOOKS: readonly MarkLook[] = ['open', 'out', 'unknown'];

export default function ExposureOverlay() {
  useAsk();
  return (
    <>
      <Marks />
      <aside data-floating className="exposure-legend" aria-label={words.legend}>
        <ul>
          {LOOKS.map((look) => (
            <li key={look}>
              <span className="exposure-sample" data-look={look} aria-hidden>
                <MarkIcon look={look} />
              </span>
              {words.marks[look]}
            </li>
          ))}
        </ul>
        <Button
          look="quiet"
          aria-label={words.close}
          title={words.close}
          onClick={hideExposure}
          icon={<X size={14} aria-hidden />}
        />
      </aside>
    </>
  );
}

/** Asks as long as the overlay is shown: again after every edit, and when the state of things changes. */
function useAsk(): void {
  const moment = useRun((state) => state.moment);
  const stateKey = useRun((state) =>
    state.moment === 'design'
      ? 'design'
      : Object.values(state.live)
          .map((fields) => `${fields.state ?? ''} ${fields.publicIp ?? ''}`)
          .join(),
  );
  const answer = useAnswer((engine) => engine.exposure(moment), `exposure ${stateKey}`);
  useEffect(() => exposureStore.setState(answer), [answer]);
  useEffect(() => () => exposureStore.setState({ value: null, failure: null }), []);
}

function Marks() {
  const document = useDocument((state) => state.document);
  const lifted = useCanvas((state) => state.lifted);
  const { value } = useExposure();
  const marks = useMemo(() => (value ? marksOf(drawingOf(document), value) : null), [document, value]);
  // What is in hand leaves its place; its mark comes back when it is put down.
  if (!marks || lifted) return null;
  return (
    <ViewportPortal>
      {/* The list in the dock says it to ears. */}
      <div aria-hidden className="exposure-marks">
        {marks.things.map(({ key, look, rect, text, title }) => (
          <div
            key={key}
            className="exposure-mark"
            data-look={look}
            style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
          >
            <span className="exposure-tag" title={title}>
              <MarkIcon look={look} />
              <span>{text}</span>
            </span>
          </div>
        ))}
        {marks.counts.map(({ key, rect, open }) => (
          <div
            key={key}
            className="exposure-count"
            style={{ left: rect.x, top: rect.y, width: rect.width, height: rect.height }}
          >
            <span>
              <MarkIcon look="open" size={44} />
              {words.counted(open)}
            </span>
          </div>
        ))}
      </div>
    </ViewportPortal>
  );
}
