/** The sentences of this domain's notes. */
import type { Words } from '../model/wording';

const NOTICE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html';

export const SPOT_WORDS: Words = {
  'spot-notice': {
    severity: 'bad',
    source: NOTICE,
    text: (name, action) =>
      `EC2 wants ${name} back: two minutes until it will ${String(action)} it. The notice is on the instance, in its metadata.`,
  },
  'spot-notice-hibernate': {
    severity: 'bad',
    source: NOTICE,
    text: (name) => `EC2 wants ${name} back. Hibernation begins with the notice, without two minutes.`,
  },
  'spot-not-spot': {
    severity: 'warning',
    source: NOTICE,
    text: (name) => `${name} is not a Spot Instance, so EC2 does not take it back.`,
  },
  'spot-not-running': {
    severity: 'warning',
    source: NOTICE,
    text: (name) => `${name} is not running: there is nothing to take back.`,
  },
  'spot-noticed-already': {
    severity: 'info',
    source: NOTICE,
    text: (name) => `${name} has its notice already; nothing changes.`,
  },
};
