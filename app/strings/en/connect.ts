export const connectText = {
  path: (from: string, to: string) => `Ask for a path from ${from} to ${to}`,
  asking: (name: string) => `Asking what ${name} may be connected with…`,
  none: (name: string) => `There is nothing to connect ${name} with.`,
  begun: (name: string, count: number) =>
    `Connect ${name}: ${count === 1 ? '1 place' : `${count} places`}. Arrow keys or letters go from one to the next, C or Enter connects, Escape leaves it.`,
  standsOn: (label: string, at: number, of: number) => `${label}, ${at} of ${of}`,
  answered: (question: string, verdict: string) => `${question}: ${verdict}`,
  left: 'Not connected.',
  title: (name: string) => `Connect ${name} with…`,
  connect: 'Connect with…',
  keys: 'C or Enter connects · arrows or letters: another place · Esc leaves it',
};
