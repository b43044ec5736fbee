/** The lines of all attachments, without holding up the page: a few milliseconds of looking for ways at a time. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Scenario } from '../../../engine';
import { drawingOf } from '../drawing';
import { attachmentEndsOf, type Line } from '../projection/lines';
import { begin, goOn, isDone, type Ways } from './by-and-by';

/** Half of a frame. */
const SLICE_MS = 8;

const slice = (ways: Ways): Ways => {
  const end = performance.now() + SLICE_MS;
  return goOn(ways, () => performance.now() < end);
};

export function useAttachments(document: Scenario): readonly Line[] {
  const before = useRef<Ways | null>(null);
  const first = useMemo(() => {
    const drawing = drawingOf(document);
    return slice(begin(drawing, attachmentEndsOf(document, drawing), before.current));
  }, [document]);
  const [later, setLater] = useState<Ways>(first);
  // What was found for an earlier document says nothing about this one.
  const ways = later.drawing === first.drawing ? later : first;
  useEffect(() => {
    before.current = ways;
    if (isDone(ways)) return;
    const timer = setTimeout(() => setLater(slice(ways)));
    return () => clearTimeout(timer);
  }, [ways]);
  return ways.lines;
}
