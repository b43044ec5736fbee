/** Finds events of a run without reading the whole of a long log at every frame. */
import type { ResourceId, RunEvent, RunOutline } from '../../engine';

/** How many events have happened at a time (ms); they are in the order of their times. */
export function countUntil(events: readonly { readonly at: number }[], at: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.at ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const indices = new WeakMap<RunOutline, ReadonlyMap<ResourceId, readonly RunEvent[]>>();
const NONE: readonly RunEvent[] = [];

/** The events that were about a thing or changed it, oldest first. The log is read once a run. */
export function eventsOf(outline: RunOutline, id: ResourceId): readonly RunEvent[] {
  let index = indices.get(outline);
  if (!index) {
    index = indexOf(outline.events);
    indices.set(outline, index);
  }
  return index.get(id) ?? NONE;
}

function indexOf(events: readonly RunEvent[]): ReadonlyMap<ResourceId, readonly RunEvent[]> {
  const index = new Map<ResourceId, RunEvent[]>();
  const enter = (id: ResourceId, event: RunEvent) => {
    const known = index.get(id);
    if (!known) index.set(id, [event]);
    else if (known.at(-1) !== event) known.push(event);
  };
  for (const event of events) {
    enter(event.subject, event);
    for (const { subject } of event.changes) enter(subject, event);
  }
  return index;
}
