/** Titles, counts and problems of boxes from far away, where no card can be read. */
import { useStore, ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useCanvas } from '../canvas-store';
import { useDrawing } from '../drawing';
import { useProblemsAmong, useSelected } from '../nodes/look';
import { ProblemCount } from '../nodes/parts';
import { idsInside } from '../nodes/problems-inside';
import type { CanvasNode } from '../projection/nodes';
import './far.css';
import { farLabels, farZoom, type FarLabel } from './labels';

export default function FarLabels({ nodes }: { readonly nodes: readonly CanvasNode[] }) {
  const zoom = useStore(({ transform }) => farZoom(transform[2]));
  const drawing = useDrawing();
  const lifted = useCanvas((state) => state.lifted);
  const labels = useMemo(() => farLabels(nodes, drawing, zoom), [nodes, drawing, zoom]);
  return (
    <ViewportPortal>
      {/* The boxes themselves say it to ears. */}
      <div className="far-labels" aria-hidden style={{ fontSize: 12 / zoom }}>
        {labels.map((label) => !lifted?.has(label.key) && <Label key={label.key} label={label} />)}
      </div>
    </ViewportPortal>
  );
}

const Label = memo(function Label({ label }: { readonly label: FarLabel }) {
  const { key, id, look, tone, how, title, detail, x, y, width, height } = label;
  const drawing = useDrawing();
  const ids = useMemo(
    () => [id, ...(how === 'chip' ? idsInside(drawing, key) : [])],
    [drawing, key, id, how],
  );
  const problems = useProblemsAmong(ids);
  const selected = useSelected(id);
  return (
    <div
      className={`far-label far-${how} tone-${tone}`}
      data-key={key}
      data-grip={look !== 'region' || undefined}
      data-look={look}
      data-selected={selected || undefined}
      style={{ left: x, top: y, width, height }}
    >
      <span className="far-title">
        <strong>{title}</strong>
        {how === 'row' && detail && <span> {detail}</span>}
        <ProblemCount problems={problems} />
      </span>
      {how === 'chip' && detail && <span className="far-counts">{detail}</span>}
    </div>
  );
});
