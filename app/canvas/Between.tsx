/** Drawn over the boxes and behind the cards: outlines of placement groups, and the few lines there are. */
import { memo, useMemo } from 'react';
import { createPortal } from 'react-dom';
import type { PlaceKey } from '../../engine';
import { useDocument, useView } from '../state/hooks';
import { useCanvas } from './canvas-store';
import { CarriedLines } from './carried/CarriedLines';
import { sortLines } from './carried/ends';
import { drawingOf } from './drawing';
import { LineShape } from './LineShape';
import { useLit, useSelected } from './nodes/look';
import './styles/between.css';
import { hullsOf, type Hull } from './projection/hulls';
import { membersOf, peeringsOf, routesOf } from './projection/lines';
import { BETWEEN_LAYER } from './projection/nodes';
import { stageElement } from './stage';
import './styles/pin.css';
import { useAttachments } from './ways/use-attachments';

const LAYER = { zIndex: BETWEEN_LAYER } as const;

export default memo(function Between() {
  const document = useDocument((state) => state.document);
  const selected = useView(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const lifted = useCanvas((state) => state.lifted);
  const hulls = useMemo(() => hullsOf(document, drawingOf(document)), [document]);
  const attachments = useAttachments(document);
  const routes = useMemo(() => {
    const drawing = drawingOf(document);
    return [routesOf, membersOf, peeringsOf].flatMap((lines) => lines(document, drawing, selected));
  }, [document, selected]);
  const lines = useMemo(() => [...attachments, ...routes], [attachments, routes]);
  const { still, whole, tethers } = useMemo(() => {
    const { things } = drawingOf(document);
    return sortLines(lines, lifted, (key) => {
      const drawn = things.get(key);
      return drawn && { x: drawn.left, y: drawn.top, width: drawn.width, height: drawn.height };
    });
  }, [document, lines, lifted]);
  const stage = whole.length + tethers.length > 0 ? stageElement() : null;
  return (
    <>
      {hulls.map((hull, index) => (
        <HullOutline
          key={`${hull.group}-${index}`}
          hull={hull}
          hidden={lifted !== null && holds(hull, lifted)}
        />
      ))}
      <svg className="between" style={LAYER} width="1" height="1" aria-hidden>
        <defs>
          <marker
            id="route-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {still.map((line) => (
          <LineShape key={`${line.look}-${line.id}`} line={line} />
        ))}
      </svg>
      {stage && createPortal(<CarriedLines whole={whole} tethers={tethers} />, stage)}
    </>
  );
});

/** An outline would stay behind while its members are carried. */
const holds = (hull: Hull, keys: ReadonlySet<PlaceKey>): boolean => hull.members.some((key) => keys.has(key));

function HullOutline({ hull, hidden }: { readonly hull: Hull; readonly hidden: boolean }) {
  const selected = useSelected(hull.group);
  const lit = useLit(hull.group);
  if (hidden) return null;
  return (
    <div
      className="hull"
      data-lit={lit}
      data-selected={selected || undefined}
      style={{ left: hull.x, top: hull.y, width: hull.width, height: hull.height, ...LAYER }}
    >
      <span className="hull-name nopan" data-key={hull.group} aria-hidden>
        {hull.label}
      </span>
    </div>
  );
}
