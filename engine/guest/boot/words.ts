/** The sentences of the guest's notes. */
import type { Words } from '../../model/wording';

const USER_DATA = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html';

interface Command {
  readonly line: number;
  readonly text: string;
  readonly message: string;
}
interface Ended {
  readonly failed: number;
  readonly unknown: number;
  readonly commands: number;
}

export const GUEST_WORDS: Words = {
  booted: { severity: 'good', source: USER_DATA, text: (name) => `The system in ${name} has booted.` },
  'services-up': {
    severity: 'info',
    source: USER_DATA,
    text: (name) => `The services of the image are up in ${name}: it answers, and its user data begins.`,
  },
  'user-data-does': {
    severity: 'info',
    source: USER_DATA,
    text: (name, detail) => {
      const { text, line, message } = detail as Command;
      return `${name}, user data line ${line}, ${text}: ${message}`;
    },
  },
  'user-data-fails': {
    severity: 'bad',
    source: USER_DATA,
    text: (name, detail) => {
      const { text, line, message } = detail as Command;
      return `${name}, user data line ${line}, ${text}: fails. ${message}`;
    },
  },
  'user-data-ended': {
    severity: 'info',
    source: USER_DATA,
    text: (name, detail) => {
      const { failed, unknown, commands } = detail as Ended;
      if (failed > 0)
        return `${name} has booted, but ${failed} of ${commands} commands of its user data failed. EC2 says running all the same.`;
      return unknown > 0
        ? `${name} has booted; ${unknown} of ${commands} commands of its user data are not simulated.`
        : `${name} has booted, and its user data has run.`;
    },
  },
};
