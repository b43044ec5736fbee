/** The fields that people see; what the domains remember for themselves stays inside a run. */
import type { LiveField } from '../model/live';

const LIVE: Readonly<Record<LiveField, true>> = {
  state: true,
  stateReason: true,
  stateMessage: true,
  systemStatus: true,
  instanceStatus: true,
  ebsStatus: true,
  guest: true,
  listening: true,
  userData: true,
  scheduledEvent: true,
  scheduledEventAt: true,
  host: true,
  privateIp: true,
  privateDnsName: true,
  publicIp: true,
  publicIpOwner: true,
  publicDnsName: true,
  memory: true,
  instanceStore: true,
  data: true,
  volumeStatus: true,
  deprecated: true,
  attachedTo: true,
  deviceIndex: true,
  attachedWhile: true,
  deleteOnTermination: true,
  secondaryIps: true,
  sourceDestCheck: true,
  device: true,
  spotNoticeAt: true,
  spotAction: true,
  spotRequest: true,
  billing: true,
  enclaves: true,
};

export const LIVE_FIELDS = Object.keys(LIVE) as readonly LiveField[];

export const isLiveField = (field: string): field is LiveField => Object.hasOwn(LIVE, field);
