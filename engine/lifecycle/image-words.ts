/** The sentences of what happens to images. */
import type { Words } from '../model/wording';
import type { Refusal } from './refusal';

const GUIDE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const CREATE = `${GUIDE}creating-an-ami-ebs.html`;
const DEREGISTER = `${GUIDE}deregister-ami.html`;

const CALL: Readonly<Record<string, string>> = {
  'create-image': 'Create image',
  'deprecate-image': 'Deprecate',
  'disable-image': 'Disable',
  'enable-image': 'Enable',
  'deregister-image': 'Deregister',
};

export const IMAGE_WORDS: Words = {
  'image-begins': {
    severity: 'info',
    source: CREATE,
    text: (name) =>
      `${name} is being made: snapshots of the volumes are taken. Instance stores are not captured.`,
  },
  'image-begins-reboot': {
    severity: 'info',
    source: CREATE,
    text: (name) =>
      `${name} is being made: its instance reboots, so that everything is on the volumes, and they are captured. Instance stores are not.`,
  },
  'image-begins-live': {
    severity: 'warning',
    source: CREATE,
    text: (name) =>
      `${name} is being made without a reboot: what is in memory and not on the volumes is missing in it.`,
  },
  'image-available': {
    severity: 'good',
    source: CREATE,
    text: (name) => `${name} is available: instances can be launched from it.`,
  },
  'image-deprecated': {
    severity: 'info',
    source: `${GUIDE}ami-deprecate.html`,
    text: (name) =>
      `${name} is deprecated: others no longer find it in lists; launches by its id still work.`,
  },
  'image-disabled': {
    severity: 'warning',
    source: `${GUIDE}disable-an-ami.html`,
    text: (name) =>
      `${name} is disabled: nothing is launched from it and it is shared with nobody until it is enabled. What runs goes on.`,
  },
  'image-enabled': {
    severity: 'good',
    source: `${GUIDE}disable-an-ami.html`,
    text: (name) => `${name} is enabled again. It has to be shared anew.`,
  },
  'image-deregistered': {
    severity: 'bad',
    source: DEREGISTER,
    text: (name) =>
      `${name} is deregistered: nothing is launched from it any more. What runs goes on, and its snapshots stay.`,
  },
  'image-refused': {
    severity: 'warning',
    source: DEREGISTER,
    text: (name, detail) => {
      const { call, code, message } = detail as Refusal & { readonly call: string };
      return `${CALL[call] ?? call} ${name}: refused. ${code === undefined ? message : `${code}: ${message}`}`;
    },
  },
  'no-such-image': {
    severity: 'warning',
    source: DEREGISTER,
    text: (name) => `InvalidAMIID.NotFound: there is no image ${name} in this design.`,
  },
};
