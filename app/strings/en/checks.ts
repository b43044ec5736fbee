export const checkWords = {
  title: 'Checks',
  outcomes: { holds: 'holds', fails: 'fails', unknown: 'can’t be told' },
  show: (title: string) => `Show the packet of “${title}”`,
  showShort: 'Show the packet',
  remove: (title: string) => `Remove the check “${title}”`,
} as const;

export const keepWords = {
  intro: 'A check is asked again after every edit and during play. All of them are listed under Problems.',
  types: {
    'can-reach': 'Must stay reachable',
    'cannot-reach': 'Must stay closed',
    'only-these-reach': 'Only these may reach it',
    'stays-in-vpc': 'Must not leave the VPC',
  },
  titles: {
    'can-reach': (from: string, to: string, traffic: string) => `${from} reaches ${to}, ${traffic}`,
    'cannot-reach': (from: string, to: string, traffic: string) => `${from} does not reach ${to}, ${traffic}`,
    'only-these-reach': (from: string, to: string, traffic: string) =>
      `Nobody but ${from} reaches ${to}, ${traffic}`,
    'stays-in-vpc': (from: string) => `Nothing of ${from} leaves its VPC`,
  },
  everyPort: (protocol: string) => `every ${protocol} port`,
  protocol: (protocol: string) => `protocol ${protocol}`,
  and: ' and ',
  there: (title: string) => `${title}: a check already. Press to remove it.`,
  add: (title: string) => `Add check: ${title}`,
  drop: (title: string) => `Remove check: ${title}`,
  dropped: (title: string) => `Check removed: ${title}`,
  added: (title: string) => `Check added: ${title}`,
} as const;
