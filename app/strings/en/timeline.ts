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

export const eventsWords = {
  title: 'Events',
  none: 'Nothing has happened yet. Press play.',
  notPlayed: 'Press play to boot what is drawn. Events appear here, and the clock can be moved back.',
  source: 'AWS page',
  changes: 'What changed',
  differences: 'Came out differently after the edit',
  dismiss: 'Dismiss',
} as const;

export const dataWords = {
  title: 'Data',
  notPlayed: 'Press play first: data is written and lost in a run.',
  thing: 'Where',
  kind: 'Kind',
  holds: 'Holds',
  survives: 'Stop and start · terminate · zone lost',
  empty: 'empty',
  write: 'Write data',
  instanceStore: 'Instance store',
  memory: 'Memory',
} as const;

export const pathWords = {
  title: 'Paths',
  from: 'from',
  to: 'to',
  port: 'port',
  protocol: 'protocol',
  pick: 'Pick on the canvas',
  anyPort: 'any',
  nextHop: 'Next hop',
  again: 'Walk again',
  ask: 'Choose where a packet starts and where it should go.',
  asking: 'Asking …',
  verdicts: {
    reachable: 'arrives, and so does the reply',
    partial: 'arrives for a part only',
    unreachable: 'is stopped',
    unknown: 'can’t be told',
  },
  stoppedForward: 'stopped on the way in',
  stoppedReturn: 'the reply is stopped',
  blockers: 'What stops it',
  fix: 'Fix it',
  fixNarrow: 'Only from this address',
  aws: 'AWS page',
  notes: 'Beside this answer',
  notModelled: 'Not modelled',
  design: 'asked of the design, as if everything were running',
  atMoment: (clock: string) => `asked at ${clock} of the run`,
  reply: 'reply',
  notReached: 'not reached',
  fidelity: 'What is modelled',
} as const;

export const dockWords = {
  title: 'Details',
  collapse: 'Collapse the dock',
  expand: 'Expand the dock',
} as const;
