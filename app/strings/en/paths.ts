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
  gone: 'An end of this path was deleted: choose another.',
  verdicts: {
    reachable: 'arrives, and so does the reply',
    partial: 'arrives for a part only',
    unreachable: 'is stopped',
    unknown: 'can’t be told',
  },
  stoppedForward: 'stopped on the way in',
  stoppedReturn: 'the reply is stopped',
  design: 'asked of the design, as if everything were running',
  atMoment: (clock: string) => `asked at ${clock} of the run`,
  becomes: (what: string, before: string, after: string) => `${what} ${before} → ${after}`,
} as const;

export const questionWords = {
  protocols: { tcp: 'tcp', udp: 'udp', icmp: 'icmp', icmpv6: 'icmpv6', other: 'other …' },
  number: 'protocol number',
  icmpType: 'ICMP type',
  icmpCode: 'ICMP code',
  sourcePort: 'client’s port',
  more: 'More about the packet',
  ignoreServices: 'Ignore whether services listen',
  ignoreServicesHint: 'Every machine counts as listening on every port',
} as const;

export const hopWords = {
  reply: 'reply',
  pass: 'passes',
  stop: 'stopped',
  notReached: 'not reached',
  resolved: 'DNS',
  rule: (rule: string) => `rule ${rule}`,
} as const;

export const answerWords = {
  title: 'About this path',
  parts: 'What to look at',
  why: 'Why',
  answer: 'Answer',
  repair: 'Repair',
  close: 'Stop this',
  flows: 'All that works',
  keep: 'Keep it so',
  working: 'Thinking …',
  blockers: 'What stops it',
  fix: 'Fix it',
  orFix: (edit: string) => `Or: ${edit}`,
  fixWould: (edit: string) => `Fix: ${edit}`,
  show: (name: string) => `Show ${name}`,
  rule: (rule: string) => `rule ${rule}`,
  onReply: 'on the reply',
  aws: 'AWS page',
  notModelled: 'Not modelled',
  nothing: 'Both ways are open, and nothing is to be added.',
} as const;

export const diffWords = {
  title: 'What changes',
  before: 'before',
  after: 'after',
} as const;

const edits = (count: number): string => (count === 1 ? '1 edit' : `${count} edits`);

export const repairWords = {
  opens: (from: string, to: string) => `Open the path from ${from} to ${to}`,
  repair: (count: number) => `Repair (${edits(count)})`,
  minimal: { smallest: 'The smallest set.', irreducible: 'An irreducible set.' },
  against: 'against',
  narrow: 'narrow: lets nothing else through',
  wide: 'opens more than was asked for',
} as const;

export const closeWords = {
  ways: 'Ways to stop it',
  close: (count: number) => `Stop it (${edits(count)})`,
  alsoStops: 'Stops as well:',
  andMore: (count: number) => `and ${count} more`,
} as const;

export const flowsWords = {
  intro: (from: string, to: string) => `What ${from} can send to ${to} and gets answered:`,
  nothing: 'Nothing gets through and is answered.',
  sometimes: 'Only by some of the nodes, targets or ports that are chosen on the way:',
  unknown: (why: string) => `Can’t be told: ${why}`,
  families: { 4: 'IPv4', 6: 'IPv6' },
} as const;

export const changedWords = {
  title: 'What the last edit changed',
  edit: 'Last edit:',
  ask: 'What did it change?',
  asking: '…',
  pair: (from: string, to: string) => `${from} → ${to}`,
  gained: (traffic: string) => `${traffic} opened`,
  lost: (traffic: string) => `${traffic} closed`,
  example: 'Follow one of these packets',
  check: (title: string, outcome: 'holds' | 'fails' | 'unknown') =>
    `${title}: ${{ holds: 'holds now', fails: 'fails now', unknown: 'can’t be told now' }[outcome]}`,
  details: 'Show each',
  dismiss: 'Dismiss',
} as const;
