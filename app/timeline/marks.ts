/** What the track shows of a run: marks by kind, at most one on each few pixels however many events there are. */
import type { RunEvent } from '../../engine';

/** In the order of the legend. */
export const MARK_KINDS = ['boot', 'stop-start', 'data', 'spot', 'announced', 'recovery', 'failure'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Later kinds cover earlier ones. */
const RANK: Record<MarkKind, number> = {
  boot: 0,
  'stop-start': 1,
  data: 2,
  spot: 3,
  announced: 4,
  recovery: 5,
  failure: 6,
};

const KIND_OF: Readonly<Record<string, MarkKind>> = {
  launch: 'boot',
  'run-instances': 'boot',
  'instance-running': 'boot',
  'system-status-passed': 'boot',
  'instance-status-passed': 'boot',
  'nat-gateway-available': 'boot',
  'guest-step': 'boot',
  start: 'stop-start',
  stop: 'stop-start',
  reboot: 'stop-start',
  hibernate: 'stop-start',
  'force-stop': 'stop-start',
  'shut-down': 'stop-start',
  terminate: 'stop-start',
  'instance-rebooted': 'stop-start',
  'instance-stopped': 'stop-start',
  'instance-terminated': 'stop-start',
  'write-data': 'data',
  'spot-interrupt': 'spot',
  'spot-reclaim': 'spot',
  'schedule-event': 'announced',
  'scheduled-event-due': 'announced',
  'maintenance-over': 'announced',
  'restore-zone': 'recovery',
  'restore-volume': 'recovery',
  'zone-back': 'recovery',
  'instance-recovered': 'recovery',
};
const BY_SEVERITY = { info: 'stop-start', good: 'boot', warning: 'failure', bad: 'failure' } as const;

/** What went wrong is a failure, whatever it began as: a refused launch, a step of the boot without a path. */
export const markKindOf = ({ type, severity }: Pick<RunEvent, 'type' | 'severity'>): MarkKind =>
  severity === 'bad' && type !== 'spot-interrupt' && type !== 'spot-reclaim'
    ? 'failure'
    : (KIND_OF[type] ?? BY_SEVERITY[severity]);

/** Room of one mark. */
const MARK_PX = 8;

export interface MarkPath {
  readonly kind: MarkKind;
  /** How many events, drawn or covered. */
  readonly count: number;
  /** All its marks as one SVG path, y from 0 to 16. */
  readonly d: string;
}

/**
 * One path a kind that occurs. Reads the events once.
 * @param untilMs what the track shows
 * @param widthPx how wide it is drawn
 */
export function marksOf(
  events: readonly Pick<RunEvent, 'at' | 'type' | 'severity'>[],
  untilMs: number,
  widthPx: number,
): readonly MarkPath[] {
  const places = Math.max(1, Math.floor(widthPx / MARK_PX));
  const top: (MarkKind | undefined)[] = Array.from({ length: places + 1 });
  const counts = new Map<MarkKind, number>();
  for (const event of events) {
    const kind = markKindOf(event);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const place = Math.min(places, Math.round((event.at / Math.max(1, untilMs)) * places));
    const known = top[place];
    if (known === undefined || RANK[kind] > RANK[known]) top[place] = kind;
  }
  const drawn = new Map<MarkKind, string>();
  top.forEach((kind, place) => {
    if (kind !== undefined)
      drawn.set(kind, (drawn.get(kind) ?? '') + shapeAt(kind, (place / places) * widthPx));
  });
  return MARK_KINDS.flatMap((kind) => {
    const count = counts.get(kind);
    return count === undefined ? [] : [{ kind, count, d: drawn.get(kind) ?? '' }];
  });
}

const SHAPES: Record<MarkKind, string> = {
  boot: 'm-4 13 4-10 4 10z',
  'stop-start': 'm-1.5 1h3v14h-3z',
  data: 'm-3.5 4.5h7v7h-7z',
  spot: 'm0 2 4 6-4 6-4-6z',
  announced: 'm-4 3 4 10 4-10z',
  recovery: 'm-1.5 3.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z',
  failure: 'm-4 5 2-2 2 3 2-3 2 2-2.2 3 2.2 3-2 2-2-3-2 3-2-2 2.2-3z',
};

/** Around x; y from 0 to 16. */
export const shapeAt = (kind: MarkKind, x: number): string => `M${Math.round(x * 10) / 10} 0${SHAPES[kind]}`;
