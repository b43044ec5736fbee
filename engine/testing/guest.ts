/** A machine to boot in tests, and answers to what it asks of the outside. */
import type { BootInput } from '../guest/boot/boot-input';
import type { BootNeed, NeedAnswer, NeedState } from '../guest/boot/boot-step';
import { EMPTY_DISK } from '../guest/boot/guest-disk';
import { playBoot, type PlayedBoot } from '../guest/boot/play-boot';
import { parseUserData } from '../guest/user-data/parse-user-data';

/** Everything takes as long as it takes at least. */
export const shortest = (_thing: string, low: number): number => low;

export const bootInput = (changes: Partial<BootInput> = {}, userData?: string): BootInput => {
  const input: BootInput = {
    instanceId: 'i-0abc',
    instanceType: 't3.micro',
    imageId: 'ami-1',
    family: 'amazon-linux-2023',
    architecture: 'x86_64',
    cause: 'launch',
    region: 'eu-west-1',
    host: 'euw1-az1/rack-1/host-1',
    rootVolume: { id: 'vol-root', device: '/dev/xvda', sizeGib: 8, blocks: 'snapshot', formatted: true },
    volumes: [],
    interfaces: [
      {
        id: 'eni-1',
        deviceIndex: 0,
        macAddress: '02:49:41:ae:2e:77',
        privateIp: '10.0.1.5',
        subnetCidr: '10.0.1.0/24',
      },
    ],
    dhcp: { domainName: 'eu-west-1.compute.internal', domainNameServers: ['10.0.0.2'] },
    hostName: 'ip-10-0-1-5',
    disk: EMPTY_DISK,
    ...changes,
  };
  if (userData === undefined) return input;
  const platform = input.family === 'windows' ? 'windows' : 'linux';
  const plan = parseUserData(userData, { platform });
  if (!plan.ok) throw new Error(plan.error.message);
  return { ...input, userData: plan.value };
};

export const met: NeedAnswer = { state: 'met', reason: '' };
export const BLOCKED = 'Route table rtb-1 has no route to 0.0.0.0/0.';

/** Everything answers but the kinds named. */
export const answering =
  (states: Partial<Record<BootNeed['kind'], NeedState>> = {}) =>
  ({ kind }: BootNeed): NeedAnswer => {
    const state = states[kind];
    return state === undefined ? met : { state, reason: BLOCKED };
  };

export const boot = (
  input: BootInput,
  states: Partial<Record<BootNeed['kind'], NeedState>> = {},
): PlayedBoot => playBoot(input, shortest, answering(states));

/** `result message` of the commands of user data. */
export const commandsOf = ({ entries }: PlayedBoot): string[] =>
  entries
    .filter(({ step }) => step.id === 'user-data')
    .map(({ step, outcome }) => `${step.label}: ${outcome.result} ${outcome.exitStatus}`);

export const ports = ({ state }: PlayedBoot): number[] => state.listening.map(({ port }) => port);
