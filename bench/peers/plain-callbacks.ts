/**
 * The plain way to simulate: a heap of callbacks (flatqueue, the fastest such package we know), each called at its time.
 * No order among events of the same time, no cancelling, no snapshot, no trace.
 */
import FlatQueue from 'flatqueue';

export interface Hold {
  /** Lets so many events happen, each of which writes a cell and puts one more in. */
  go(events: number): void;
}

/** @param delays ms, used in turn */
export function plainCallbacks(pending: number, delays: Int32Array): Hold {
  const queue = new FlatQueue<() => void>();
  const cells = Array.from({ length: pending }, () => 0);
  const mask = delays.length - 1;
  let now = 0;
  let draw = 0;
  for (let thing = 0; thing < pending; thing += 1) {
    const happen = (): void => {
      cells[thing] = (cells[thing] as number) + 1;
      queue.push(happen, now + (delays[(draw += 1) & mask] as number));
    };
    queue.push(happen, delays[(draw += 1) & mask] as number);
  }
  return {
    go(events) {
      for (let event = 0; event < events; event += 1) {
        now = queue.peekValue() as number;
        (queue.pop() as () => void)();
      }
    },
  };
}
