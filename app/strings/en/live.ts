import type { LiveField } from '../../../engine';

/** Fields of the live state as people call them; what is not here is not shown. */
export const liveFieldWords: Partial<Record<LiveField, string>> = {
  state: 'state',
  stateReason: 'reason',
  systemStatus: 'system check',
  instanceStatus: 'instance check',
  host: 'host',
  publicIp: 'public address',
  publicDnsName: 'public name',
  privateIp: 'private address',
  privateDnsName: 'private name',
  memory: 'memory',
  instanceStore: 'instance store',
  data: 'data',
  attachedTo: 'attached to',
  spotRequest: 'Spot request',
  billing: 'compute billed',
};
