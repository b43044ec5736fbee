import type { ScriptAction } from '../../../engine';

export const timelineWords = {
  title: 'Timeline',
  play: 'Play',
  pause: 'Pause',
  next: 'Next event',
  rewind: 'Rewind',
  speed: 'Speed',
  speeds: { 1: '1 ×', 10: '10 ×', 60: '60 ×', 600: '10 min/s', 3600: '1 h/s' },
  scrub: 'Simulated time',
  design: 'Design',
  of: (until: string) => `of ${until}`,
  toDesign: 'Back to design',
  toDesignHint: 'Leave the run: ask the drawing as if everything were running',
} as const;

/** What the history calls an action of the script. */
export const scriptWords = {
  start: 'Start',
  stop: 'Stop',
  reboot: 'Reboot',
  terminate: 'Terminate',
  'spot-interrupt': 'Spot takes back',
  'fail-host': 'Host fails under',
  'fail-zone': 'Zone fails:',
  'restore-zone': 'Zone is back:',
  'write-data': 'Write data on',
  launch: 'Launch',
  hibernate: 'Hibernate',
  'force-stop': 'Force stop',
  'shut-down': 'Shut down',
  halt: 'Halt',
  crash: 'Crash',
  'fail-volume': 'No answer from',
  'restore-volume': 'Answers again:',
  'schedule-event': 'AWS announces for',
} satisfies Record<ScriptAction['type'], string>;

export const eventsWords = {
  title: 'Events',
  none: 'Nothing has happened yet. Press play.',
  notPlayed: 'Press play to boot what is drawn. Events appear here, and the clock can be moved back.',
  source: 'AWS page',
  changes: 'What changed',
  differences: 'Came out differently after the edit',
  difference: (name: string, field: string, is: string, was: string) =>
    `${name}: ${field} ${is} instead of ${was}`,
  replayed: (count: number) => `Replayed: ${count} ${count === 1 ? 'thing' : 'things'} came out differently.`,
  byAction: 'What this changed',
  changed: (name: string, field: string, is: string, was: string) => `${name}: ${field} ${is}, was ${was}`,
  done: (count: number) => `This changed ${count} ${count === 1 ? 'thing' : 'things'}; Events lists them.`,
  dismiss: 'Dismiss',
} as const;

export const dataWords = {
  title: 'Data',
  notPlayed: 'Press play first: data is written and lost in a run.',
  thing: 'Where',
  kind: 'Kind',
  holds: 'Holds',
  stop: 'Stop and start',
  terminate: 'Terminate',
  zoneLost: 'Zone fails',
  kept: 'kept',
  lost: 'lost',
  deleted: 'deleted',
  unreachable: 'out of reach',
  lostHere: (labels: string) => `lost: ${labels}`,
  sumLost: (items: string) => `Lost: ${items}.`,
  sumOutOfReach: (items: string) => `Out of reach until the zone is back: ${items}.`,
  sumInDanger: (items: string) => `Lost if its machine stops: ${items}.`,
  sumSafe: (safe: number, all: number) => `Safe: ${safe} of ${all}.`,
  item: ([label, where]: readonly [string, string]) => `${label} (${where})`,
  items: (items: readonly string[]) =>
    items.length > 4 ? `${items.slice(0, 4).join(', ')} and ${items.length - 4} more` : items.join(', '),
  rootOf: (name: string) => `${name} root`,
  on: (disk: string, name: string) => `${disk} on ${name}`,
  empty: 'empty',
  write: 'Write data',
  instanceStore: 'Instance store',
  memory: 'Memory',
} as const;

export const dockWords = {
  title: 'Details',
  collapse: 'Collapse the dock',
  expand: 'Expand the dock',
  tall: 'More room for the dock',
} as const;
