/** Drawn over the boxes and behind the cards: outlines of placement groups, and the few lines there are. */
import { memo, useMemo } from 'react';
import { useStore } from 'zustand';
import type { PlaceKey, Point } from '../../engine';
import { useDocument, useView } from '../state/hooks';
import { handStore, useCanvas } from './canvas-store';
import { drawingOf } from './drawing';
import { useLit, useSelected } from './nodes/look';
import './styles/between.css';
import { hullsOf, type Hull } from './projection/hulls';
import { attachmentsOf, membersOf, peeringsOf, routesOf, type Line } from './projection/lines';
import { BETWEEN_LAYER } from './projection/nodes';
import './styles/pin.css';

const LAYER = { zIndex: BETWEEN_LAYER } as const;

export default memo(function Between() {
  const document = useDocument((state) => state.document);
  const selected = useView(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  const lifted = useCanvas((state) => state.lifted);
  const hulls = useMemo(() => hullsOf(document, drawingOf(document)), [document]);
  const attachments = useMemo(() => attachmentsOf(document, drawingOf(document)), [document]);
  const routes = useMemo(() => {
    const drawing = drawingOf(document);
    return [routesOf, membersOf, peeringsOf].flatMap((lines) => lines(document, drawing, selected));
  }, [document, selected]);
  const lines = useMemo(() => [...attachments, ...routes], [attachments, routes]);
  // Drawn anew with every move of the hand only if a line hangs on what it carries.
  const carried = lifted !== null && lines.some(({ from, to }) => lifted.has(from) || lifted.has(to));
  const by = useStore(handStore, (hand) => (carried ? hand.by : null));
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
        {lines.map((line) => (
          <LineShape key={`${line.look}-${line.id}`} line={line} points={followed(line, lifted, by)} />
        ))}
      </svg>
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

function LineShape({ line, points }: { readonly line: Line; readonly points: readonly Point[] }) {
  return (
    <polyline
      className={`line-${line.look}`}
      points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      strokeLinejoin="round"
    />
  );
}

/** The ends that are in hand go along. */
function followed(line: Line, lifted: ReadonlySet<PlaceKey> | null, by: Point | null): readonly Point[] {
  if (!lifted || !by) return line.points;
  const [from, to] = [lifted.has(line.from), lifted.has(line.to)];
  if (!from && !to) return line.points;
  const shift = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  if (from && to) return line.points.map(shift);
  const [first, last] = [line.points[0], line.points.at(-1)];
  if (!first || !last) return line.points;
  return [from ? shift(first) : first, to ? shift(last) : last];
}
