/** The zoom, in a corner of the canvas. */
import { useReactFlow, useStore } from '@xyflow/react';
import { LayoutGrid, Maximize, Minus, Plus } from 'lucide-react';
import { showKeys } from '../commands/keys';
import { tidyUp } from '../commands/tidy-up';
import { useDocument } from '../state/hooks';
import { canvasText as text } from '../strings/en/canvas';
import { Button } from '../ui/Button';
import './styles/zoom.css';
import { fitAll } from './view';

export default function Zoom() {
  const flow = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  const looking = useDocument((state) => state.viewOnly);
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
      {!looking && (
        <Button
          look="quiet"
          aria-label={tidyUp.label}
          title={`${tidyUp.label} (${showKeys(tidyUp.keys[0] ?? '')})`}
          icon={<LayoutGrid size={14} />}
          onClick={tidyUp.run}
        />
      )}
    </div>
  );
}
