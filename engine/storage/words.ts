/** The sentences of this domain's notes. */
import type { Wording, Words } from '../model/wording';

const VOLUME_STATUS = 'https://docs.aws.amazon.com/ebs/latest/userguide/monitoring-volume-status.html';
const STORE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html';
const ATTACHING = 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-attaching-volume.html';
const EBS = 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volumes.html';

const written = (detail: unknown): { label: string; volume?: string } =>
  detail as { label: string; volume?: string };

const refuse = (text: Wording['text']): Wording => ({ severity: 'warning', source: EBS, text });

export const STORAGE_WORDS: Words = {
  'write-memory': {
    severity: 'info',
    source: STORE,
    text: (name, detail) => `${name} holds "${written(detail).label}" in memory.`,
  },
  'write-store': {
    severity: 'info',
    source: STORE,
    text: (name, detail) => `${name} writes "${written(detail).label}" to its instance store.`,
  },
  'write-volume': {
    severity: 'info',
    source: EBS,
    text: (name, detail) =>
      `${name}: "${written(detail).label}" is written to volume ${written(detail).volume}.`,
  },
  'volume-stalls': {
    severity: 'bad',
    source: VOLUME_STATUS,
    text: (name) => `Volume ${name} stops answering; what is on it is kept.`,
  },
  'volume-answers': {
    severity: 'good',
    source: VOLUME_STATUS,
    text: (name) => `Volume ${name} answers again, with its data.`,
  },
  'volume-stalled-already': {
    severity: 'info',
    source: VOLUME_STATUS,
    text: (name) => `Volume ${name} does not answer already; nothing changes.`,
  },
  'volume-fine': {
    severity: 'info',
    source: VOLUME_STATUS,
    text: (name) => `Volume ${name} answers; there is nothing to restore.`,
  },
  'volume-not-there': {
    severity: 'warning',
    source: VOLUME_STATUS,
    text: (name, state) => `Volume ${name} is ${String(state)}: nothing changes.`,
  },
  'no-such-volume': {
    severity: 'warning',
    source: VOLUME_STATUS,
    text: (name) => `InvalidVolume.NotFound: there is no volume ${name} in this design.`,
  },
  'volume-refused': {
    severity: 'warning',
    source: ATTACHING,
    text: (name, detail) => {
      const { call, code, message } = detail as Record<'call' | 'code' | 'message', string>;
      return `${call === 'attach-volume' ? 'Attach' : 'Detach'} ${name}: refused. ${code}: ${message}`;
    },
  },
  'volume-attached': {
    severity: 'info',
    source: ATTACHING,
    text: (name, detail) => {
      const { to, device } = detail as { to: string; device: string };
      return `Volume ${name} is attached to ${to} as ${device}, with what is on it. It stays when ${to} is terminated.`;
    },
  },
  'volume-detached': {
    severity: 'info',
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-detaching-volume.html',
    text: (name, detail) => {
      const { from, running } = detail as { from: string; running: boolean };
      const mounted = running
        ? ' Had the system not unmounted it, it would stay busy, in the state detaching, until it did.'
        : '';
      return `Volume ${name} is detached from ${from} and keeps its data.${mounted}`;
    },
  },
  'write-stalled': refuse((_name, id) => `Nothing is written: volume ${String(id)} does not answer.`),
  'write-nowhere': refuse((name) => `Nothing is written: ${name} is not attached to an instance.`),
  'write-not-running': refuse((_name, id) => `Nothing is written: instance ${String(id)} is not running.`),
  'write-down': refuse(
    (_name, id) =>
      `Nothing is written: instance ${String(id)} does not answer, what is underneath it has failed.`,
  ),
  'write-no-store': refuse(
    (name) => `Nothing is written: the instance type of ${name} has no instance store.`,
  ),
  'write-no-volume': refuse(
    (name) => `Nothing is written: ${name} has no such volume attached and available.`,
  ),
};
