/** The marks on the track, and what they mean when the track is looked at. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { useRun } from '../state/hooks';
import { timelineWords as words } from '../strings/en/timeline';
import { marksOf, shapeAt, type MarkKind } from './marks';

const COLOURS: Record<MarkKind, string> = {
  boot: 'var(--good)',
  'stop-start': 'var(--text-soft)',
  data: 'var(--accent)',
  spot: 'var(--warn)',
  announced: 'var(--warn)',
  recovery: 'var(--good)',
  failure: 'var(--bad)',
};

export function Marks({ until }: { readonly until: number }) {
  const outline = useRun((state) => state.outline);
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    if (box.current) observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  const marks = useMemo(
    () => (width > 0 ? marksOf(outline?.events ?? [], until, width) : []),
    [outline, until, width],
  );
  return (
    <div ref={box} className="pointer-events-none absolute inset-0">
      <svg
        aria-hidden
        width={width}
        height="16"
        className="absolute top-1/2 left-0 [translate:0_-50%] overflow-visible"
      >
        {marks.map(({ kind, d }) => (
          <path key={kind} d={d} fill={COLOURS[kind]} stroke="var(--ground)" strokeWidth="0.75" />
        ))}
      </svg>
      {marks.length > 0 && (
        <ul
          aria-label={words.legend}
          className="timeline-legend border-line bg-raised text-text shadow-float absolute right-0 bottom-full z-40 m-0 mb-1 flex list-none flex-wrap gap-x-3 rounded-md border px-2 py-1 text-xs"
        >
          {marks.map(({ kind, count }) => (
            <li key={kind} className="flex items-center gap-1">
              <svg aria-hidden width="12" height="16">
                <path d={shapeAt(kind, 6)} fill={COLOURS[kind]} />
              </svg>
              {words.marks[kind]} <span className="text-soft tabular-nums">{count}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
