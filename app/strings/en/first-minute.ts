export const firstMinuteWords = {
  title: 'A first minute',
  dismiss: 'Close',
  problem: { title: 'Customers can’t reach the shop', button: 'Why?' },
  why: { title: 'Follow the packet', button: 'Next hop' },
  cause: { title: 'Here it stops', button: 'Fix it' },
  fixed: {
    title: 'Customers reach the shop',
    text: 'The packet arrives and the reply comes home. Now see what a stop costs: carts on the instance store, pages on EBS.',
    button: 'Pull the plug',
  },
  plug: (name: string) => `Pull the plug on ${name}`,
  unplugging: { title: 'web-1 stops and starts again …', text: 'Watch its disks and its address.' },
  unplugged: {
    title: 'What survived',
    text: (before: string, after: string) =>
      `The instance store is empty: the carts are gone. The EBS volume kept the pages. The public address was ${before}, now it is ${after}.`,
    button: 'Scrub back',
  },
  back: {
    title: 'The carts are back',
    text: 'It is a simulation: move the clock, change one thing, look again.',
    button: 'Make your own',
  },
  own: {
    title: 'Yours now',
    text: 'Drag an instance from the left: a network to stand in is offered. Share copies all of it into a link.',
    button: 'Got it',
  },
} as const;
