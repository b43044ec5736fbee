import type * as en from '../en/live';
import type { Translation } from '../translation';

export const liveFieldWords: Translation<typeof en.liveFieldWords> = {
  state: 'Zustand',
  stateReason: 'Grund',
  systemStatus: 'Systemprüfung',
  instanceStatus: 'Instanzprüfung',
  host: 'Host',
  publicIp: 'öffentliche Adresse',
  publicDnsName: 'öffentlicher Name',
  privateIp: 'private Adresse',
  privateDnsName: 'privater Name',
  memory: 'Arbeitsspeicher',
  instanceStore: 'Instance Store',
  data: 'Daten',
  attachedTo: 'angeschlossen an',
  spotRequest: 'Spot-Anfrage',
  billing: 'Rechenzeit berechnet',
};
