/** The asked path on one canvas above the drawing; the packet walks to the hop now shown. */
import { useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { useDocument, usePath, useView } from '../../state/hooks';
import { canvasText as text } from '../../strings/en/canvas';
import { useCanvas } from '../canvas-store';
import { drawingOf } from '../drawing';
import { reducedMotion } from '../stage';
import { paint, type Packet, type Palette } from './paint';
import { lengthOf } from './route';
import { tripOf, type Trip } from './trip';

/** Canvas pixels a second, and never longer than this for one hop. */
const SPEED = 700;
const LONGEST_MS = 900;
/** Further out than this zoom the packet keeps its size on the screen. */
const SMALLEST = 0.6;

export default function PacketOverlay() {
  const document = useDocument((state) => state.document);
  const result = usePath((state) => state.result);
  const trip = useMemo(
    () => (result ? tripOf(document, drawingOf(document), result) : null),
    [document, result],
  );
  if (!trip) return null;
  return <Overlay trip={trip} />;
}

function Overlay({ trip }: { readonly trip: Trip }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const flow = useStoreApi();
  const step = usePath((state) => state.step);
  const theme = useView((state) => state.shownTheme);
  const shown = useRef<Packet>({ leg: 0, distance: 0 });
  // What is in hand leaves its place; the line is drawn anew when it is put down.
  const stale = useCanvas((state) => state.lifted !== null);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const colours = readPalette(element);
    const target = trip.stops[Math.min(step, trip.stops.length - 1)] ?? { leg: 0, distance: 0 };
    const from = shown.current;
    const started = performance.now();
    const total = Math.abs(along(trip, target) - along(trip, from));
    const duration = reducedMotion() ? 0 : Math.min(LONGEST_MS, (total / SPEED) * 1000);
    let frame = 0;
    const draw = () => {
      frame = 0;
      const share = duration === 0 ? 1 : Math.min(1, (performance.now() - started) / duration);
      shown.current = share === 1 ? target : between(trip, from, target, share);
      const { width, height, transform } = flow.getState();
      const ratio = devicePixelRatio;
      if (element.width !== Math.round(width * ratio) || element.height !== Math.round(height * ratio)) {
        element.width = Math.round(width * ratio);
        element.height = Math.round(height * ratio);
      }
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      const [x, y, zoom] = transform;
      context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
      paint(
        context,
        trip,
        shown.current,
        colours,
        share === 1 && isEnd(trip, target),
        Math.max(1, SMALLEST / zoom),
      );
      if (share < 1) frame = requestAnimationFrame(draw);
    };
    const again = () => {
      frame ||= requestAnimationFrame(draw);
    };
    draw();
    let last = flow.getState();
    const unsubscribe = flow.subscribe((state) => {
      if (state.transform !== last.transform || state.width !== last.width || state.height !== last.height)
        again();
      last = state;
    });
    return () => {
      cancelAnimationFrame(frame);
      unsubscribe();
    };
  }, [trip, step, theme, flow]);

  return (
    <canvas
      ref={canvas}
      className="overlay"
      data-stale={stale || undefined}
      role="img"
      aria-label={text.path}
    />
  );
}

const legLength = (trip: Trip, leg: number): number => lengthOf(trip.legs[leg]?.points ?? []);

/** Distance from the very start, over all legs. */
function along(trip: Trip, { leg, distance }: Packet): number {
  let before = 0;
  for (let index = 0; index < leg; index++) before += legLength(trip, index);
  return before + distance;
}

function between(trip: Trip, from: Packet, to: Packet, share: number): Packet {
  const start = along(trip, from);
  let distance = start + (along(trip, to) - start) * share;
  for (let leg = 0; leg < trip.legs.length - 1; leg++) {
    const length = legLength(trip, leg);
    if (distance <= length) return { leg, distance };
    distance -= length;
  }
  return { leg: trip.legs.length - 1, distance };
}

function isEnd(trip: Trip, target: Packet): boolean {
  const last = trip.legs.length - 1;
  return target.leg === last && target.distance >= legLength(trip, last) - 0.5;
}

function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  return { line: token('--accent'), good: token('--good'), bad: token('--bad'), ground: token('--raised') };
}
