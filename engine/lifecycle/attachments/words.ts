/** The sentences of attaching, detaching and associating. */
import type { Words } from '../../model/wording';
import type { Refusal } from '../refusal';

const GUIDE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/';
const ATTACH = `${GUIDE}network-interface-attachments.html`;
const ADDRESSES = `${GUIDE}using-instance-addressing.html`;
const ELASTIC = `${GUIDE}elastic-ip-addresses-eip.html`;

const CALL: Readonly<Record<string, string>> = {
  'attach-network-interface': 'Attach',
  'detach-network-interface': 'Detach',
  'associate-address': 'Associate',
  'disassociate-address': 'Disassociate',
  'move-private-address': 'Move a secondary address of',
  'set-source-dest-check': 'Source/destination check of',
};

interface Attached {
  readonly to: string;
  readonly deviceIndex: number;
  readonly attachedWhile: 'hot' | 'warm';
}

export const ATTACHMENT_WORDS: Words = {
  'attachment-refused': {
    severity: 'warning',
    source: ATTACH,
    text: (name, detail) => {
      const { call, code, message } = detail as Refusal & { call: string };
      return `${CALL[call] ?? call} ${name}: refused. ${code ?? ''}: ${message}`;
    },
  },
  'interface-attached': {
    severity: 'info',
    source: ATTACH,
    text: (name, detail) => {
      const { to, deviceIndex, attachedWhile } = detail as Attached;
      const how = attachedWhile === 'hot' ? 'while it runs (hot)' : 'while it is stopped (warm)';
      return `${name} is attached to ${to} ${how}, at device index ${deviceIndex}, with its addresses, groups and MAC. It stays when ${to} is terminated.`;
    },
  },
  'interface-detached': {
    severity: 'info',
    source: ATTACH,
    text: (name, from) =>
      `${name} is detached from ${String(from)}: it keeps its addresses, Elastic IPs, groups and MAC. Routes to it lead nowhere meanwhile.`,
  },
  'source-dest-check': {
    severity: 'info',
    source: `${GUIDE}using-eni.html`,
    text: (name, on) =>
      on === true
        ? `${name} drops packets that are neither from nor for it: its source/destination check is on.`
        : `${name} lets packets of others through: its source/destination check is off.`,
  },
  'address-associated': {
    severity: 'info',
    source: ELASTIC,
    text: (_name, detail) => {
      const { publicIp, to, privateIp } = detail as { publicIp: string; to: string; privateIp: string };
      return `${publicIp} stands for ${privateIp} of ${to} now; a public address that Amazon had assigned there is released.`;
    },
  },
  'address-disassociated': {
    severity: 'info',
    source: ADDRESSES,
    text: (_name, detail) => {
      const { publicIp, renewed } = detail as { publicIp: string; renewed?: string };
      const next = renewed === undefined ? '' : ` The instance gets ${renewed} from Amazon instead.`;
      return `${publicIp} is disassociated; it stays in the account.${next}`;
    },
  },
  'private-address-moved': {
    severity: 'info',
    source: ADDRESSES,
    text: (_name, detail) => {
      const { privateIp, from, to } = detail as { privateIp: string; from: string; to: string };
      return `${privateIp} moves from ${from} to ${to}, and an Elastic IP that stands for it goes along.`;
    },
  },
};
