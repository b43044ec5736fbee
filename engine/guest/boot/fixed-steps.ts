/** Steps that every boot of their kind has, with what they are called. */
import type { Need } from '../user-data/actions';
import type { BootStage, BootStepId, Effect } from './boot-step';
import type { BootDuration } from './durations';

/** A step before its duration is drawn. */
export interface Wish {
  readonly id: BootStepId;
  readonly stage: BootStage;
  readonly label: string;
  readonly duration: BootDuration;
  readonly key?: string;
  readonly needs?: readonly Need[];
  readonly effects?: readonly Effect[];
}

export const RESUME: Wish = {
  id: 'resume-memory',
  stage: 'kernel',
  label: 'Memory is read back from the root volume: programs go on where they were, nothing boots',
  duration: 'resumeMemory',
};
export const KERNEL: Wish = { id: 'kernel', stage: 'kernel', label: 'The kernel starts', duration: 'kernel' };
export const WINDOWS_SETUP: Wish = {
  id: 'windows-setup',
  stage: 'kernel',
  label: 'Sysprep gives the machine its own name and password',
  duration: 'windowsSetup',
};
export const DHCP: Wish = {
  id: 'dhcp',
  stage: 'network',
  label: 'DHCP: private address, gateway, DNS servers',
  duration: 'dhcp',
};
/** The link-local address answers whatever groups and ACLs say; only switching it off keeps it from that. */
export const METADATA: Wish = {
  id: 'metadata',
  stage: 'network',
  label: 'Instance metadata: a token, then who the instance is',
  duration: 'metadata',
  needs: [{ kind: 'metadata', version: 'v2' }],
};
export const CLOUD_INIT_LOCAL: Wish = {
  id: 'cloud-init-local',
  stage: 'local',
  label: 'cloud-init local: finds its data source, configures the network',
  duration: 'cloudInitLocal',
};
export const CLOUD_INIT_NETWORK: Wish = {
  id: 'cloud-init-network',
  stage: 'init',
  label: 'cloud-init network: disks, files, host name, users and their keys',
  duration: 'cloudInitNetwork',
};
export const CLOUD_INIT_CONFIG: Wish = {
  id: 'cloud-init-config',
  stage: 'config',
  label: 'cloud-init config: settings; runcmd is written down, not run',
  duration: 'cloudInitConfig',
};
export const EC2_LAUNCH: Wish = {
  id: 'ec2-launch',
  stage: 'init',
  label: 'EC2Launch: routes to the metadata service, disks, the Administrator password',
  duration: 'ec2Launch',
};
export const CLOUD_INIT_FINAL: Wish = {
  id: 'cloud-init-final',
  stage: 'final',
  label: 'cloud-init final: packages, then user scripts',
  duration: 'cloudInitFinal',
};
export const READY: Wish = { id: 'ready', stage: 'final', label: 'Login prompt', duration: 'ready' };
export const CHECKS: Wish = {
  id: 'status-checks',
  stage: 'checks',
  label: 'Status checks: once a minute',
  duration: 'statusChecks',
};
