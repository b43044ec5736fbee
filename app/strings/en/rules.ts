/** The tables of rules in the inspector. */
export const rules = {
  place: 'no.',
  states: {
    shadowed: 'shadowed',
    redundant: 'no effect',
    unused: 'unused',
    unknown: 'unknown',
  },
  lit: {
    pass: 'Lets the packet pass',
    stop: 'Stops the packet',
    passReply: 'Lets the answer pass',
    stopReply: 'Stops the answer',
    stopPart: 'Stops a part of it',
  },
  step: (hop: number) => `hop ${hop}`,
  tracked: 'The answer passes without a rule: the group let the request pass, and groups are stateful.',
  moveUp: 'Earlier',
  moveDown: 'Later',
  moveHint: 'Alt and an arrow key move a rule, Delete removes it.',
  removeHint: 'Delete removes it.',
  renumber: 'Renumber',
  renumberHint: 'Give the rules the numbers 100, 200, 300 …',
  removed: 'The rule is gone. Undo takes it back.',
  moved: (before: number, after: number) => `Rule ${before} is now rule ${after}.`,
  renumbered: 'The rules have new numbers. Undo takes it back.',
  everyIpv6: 'Internet (IPv6)',
  icmpWrong: (value: string) => `“${value}” is not an ICMP type and code: each is 0 to 255.`,
  blockWrong: (value: string, most: number) =>
    `“${value}” is not an address block: after the slash stands a number from 0 to ${most}.`,
} as const;
