/** The sentences of this domain's notes. */
import type { Wording, Words } from '../model/wording';

const VOLUME_STATUS = 'https://docs.aws.amazon.com/ebs/latest/userguide/monitoring-volume-status.html';
const STORE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/InstanceStorage.html';
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
