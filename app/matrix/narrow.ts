/** A set of packets as the reader asks for it: all of it, or only one protocol and some ports. */
import type { ReachSet, TrafficBox } from '../../engine';
import type { Traffic } from '../inspector/rules/traffic';
import { matrixWords as words } from '../strings/en/matrix';

export type Extent = ReachSet['extent'];

export interface Narrowed {
  readonly extent: Extent;
  /** What works of what is asked, in words. */
  readonly texts: readonly string[];
  /** One of the boxes that work, for an example. */
  readonly box: TrafficBox | null;
}

/** @param traffic `null`: everything that can be asked */
export function narrow(set: ReachSet, traffic: Traffic | null): Narrowed {
  const { boxes, sometimes = [], extent, unknown } = set;
  const all = traffic === null || traffic.protocol === '-1';
  const open = all ? boxes : boxes.filter((box) => touches(box, traffic));
  const now = all ? sometimes : sometimes.filter((box) => touches(box, traffic));
  const told = {
    texts: [...open.map(({ text }) => text), ...now.map(({ text }) => words.sometimes(text))],
    box: open[0] ?? now[0] ?? null,
  };
  if (all) return { extent, ...told };
  if (told.box === null) return { extent: unknown.length > 0 ? 'unknown' : 'none', ...told };
  return { extent: coversAll(open, traffic) ? 'all' : 'some', ...told };
}

const isIcmp = ({ protocol }: Traffic): boolean => protocol === 'icmp' || protocol === 'icmpv6';

/** Number and name of a protocol mean the same; numbers come as ranges. */
function speaks({ protocols }: TrafficBox, { protocol }: Traffic): boolean {
  return protocols.some((one) => {
    if (one === 'all' || one === protocol) return true;
    const [low = NaN, high = low] = one.split('-').map(Number);
    const asked = Number(protocol);
    return asked >= low && asked <= high;
  });
}

function touches(box: TrafficBox, traffic: Traffic): boolean {
  if (!speaks(box, traffic)) return false;
  const [low, high] = askedRange(traffic);
  const ranges = rangesOf(box, traffic);
  return ranges === undefined || ranges.some(([from, to]) => from <= high && to >= low);
}

const LAST = 65_535;

/** Of ports; of ICMP the types. */
function askedRange(traffic: Traffic): readonly [number, number] {
  const { from = -1, to = from } = traffic;
  if (from < 0) return [0, isIcmp(traffic) ? 255 : LAST];
  return [from, isIcmp(traffic) ? from : to];
}

const rangesOf = (box: TrafficBox, traffic: Traffic) => (isIcmp(traffic) ? box.icmpTypes : box.ports);

/** Whether every packet asked for is in a box that is open to everybody. */
function coversAll(boxes: readonly TrafficBox[], traffic: Traffic): boolean {
  const [low, high] = askedRange(traffic);
  const ranges = boxes
    .filter((box) => !box.addresses && !box.sourcePorts && !box.icmpCodes)
    .flatMap((box) => rangesOf(box, traffic) ?? [[0, LAST] as const])
    .toSorted((a, b) => a[0] - b[0]);
  let next = low;
  for (const [from, to] of ranges) if (from <= next) next = Math.max(next, to + 1);
  return next > high;
}
