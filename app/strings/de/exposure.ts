import type * as en from '../en/exposure';
import type { Translation } from '../translation';

const ends = (count: number): string => (count === 1 ? '1 Ende' : `${count} Enden`);

export const exposureWords: Translation<typeof en.exposureWords> = {
  title: 'Angriffsfläche',
  close: 'Angriffsfläche ausblenden',
  working: 'Was erreicht das Internet …',
  inbound: 'Was aus dem Internet erreichbar ist, und warum',
  outbound: 'Was ins Internet kommt',
  inboundCount: (count) => `das Internet erreicht ${ends(count)}`,
  outboundCount: (count) => `${ends(count)} ${count === 1 ? 'erreicht' : 'erreichen'} das Internet`,
  noInbound: 'Das Internet erreicht hier nichts.',
  noOutbound: 'Nichts hier erreicht das Internet.',
  families: { 4: 'IPv4', 6: 'IPv6' },
  by: 'durch',
  more: (count) => `und ${count} weitere`,
  fewer: 'weniger',
  show: (name) => `${name} zeigen`,
  path: 'Weg',
  pathOf: (name) => `Einen Weg von ${name} zeigen`,
  rule: (text) => `Die Regel zeigen: ${text}`,
  sometimes: (traffic) => `manchmal ${traffic}`,
  unknown: (why) => `Nicht zu sagen: ${why}`,
  legend: 'Angriffsfläche',
  marks: {
    open: 'aus dem Internet erreichbar',
    out: 'kommt nur selbst ins Internet',
    unknown: 'nicht zu sagen',
  },
  tag: { out: 'nur hinaus', unknown: 'nicht zu sagen' },
  counted: (open) => `${open} offen`,
  list: 'Die Liste steht im Dock.',
};
