import { describe, expect, it } from 'vitest';
import type { LoginWay } from '../../model/inside';
import type { Access, AccessKey, PathFinding } from './access';
import { loginWays } from './login-ways';

const YES: PathFinding = { answer: 'yes', why: 'It goes through.' };
const NO: PathFinding = { answer: 'no', why: 'Route table rtb-1 has no route.' };
const UNKNOWN: PathFinding = { answer: 'unknown', why: 'A transit gateway is on the way.' };
const OPEN = { route: YES, port: YES };
const CORE = 'AmazonSSMManagedInstanceCore';

const LINUX: Access = {
  system: 'amazon-linux-2023',
  systemName: 'Amazon Linux 2023',
  ssh: OPEN,
  rdp: OPEN,
  key: { state: 'drawn', name: 'my-key', type: 'ed25519', kept: true },
  role: { name: 'web-role', policies: [CORE] },
  metadataEnabled: true,
  services: ['ssm', 'ssmmessages', 'ec2messages'].map((name) => ({ name, finding: YES })),
  nitro: true,
  instanceType: 'm5.large',
  setsPassword: false,
};
const WINDOWS: Partial<Access> = {
  system: 'windows-2022',
  systemName: 'Windows Server 2022',
  key: { state: 'drawn', name: 'my-key', type: 'rsa', kept: true },
};

function way(name: LoginWay['way'], changes: Partial<Access> = {}): LoginWay {
  const found = loginWays({ ...LINUX, ...changes }).find((one) => one.way === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}
const line = (name: LoginWay['way'], what: string, changes: Partial<Access> = {}) =>
  way(name, changes).lines.find((one) => one.what === what);
const verdicts = (changes: Partial<Access> = {}): readonly string[] =>
  loginWays({ ...LINUX, ...changes }).map(({ verdict }) => verdict);

describe('the ways into an instance', () => {
  it('are open to Linux but for RDP, which it has not, and the console, which wants a password', () => {
    expect(verdicts()).toEqual(['yes', 'not-applicable', 'yes', 'yes', 'no']);
  });

  it('are RDP and Session Manager to Windows', () => {
    expect(verdicts(WINDOWS)).toEqual(['not-applicable', 'yes', 'not-applicable', 'yes', 'unknown']);
  });

  it('are all closed while nobody answers', () => {
    const silent = { silent: 'It is stopped: no system runs in it.' };
    expect(verdicts(silent)).toEqual(['no', 'not-applicable', 'no', 'no', 'no']);
    expect(line('ssh', 'state', silent)?.why).toBe(silent.silent);
  });

  it('give a source for every line that the network does not answer', () => {
    for (const system of ['amazon-linux-2023', 'windows-2022', 'linux'] as const)
      for (const { lines } of loginWays({ ...LINUX, system }))
        for (const { what, source } of lines)
          if (what !== 'route' && !(what === 'port' && source === undefined))
            expect(source, what).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  });
});

describe('SSH', () => {
  it('needs a way, a port, a key and a user', () => {
    expect(way('ssh').lines.map(({ what }) => what)).toEqual(['state', 'route', 'port', 'key', 'user']);
  });

  it.each([
    [{ route: NO, port: YES }, 'no'],
    [{ route: YES, port: NO }, 'no'],
    [{ route: UNKNOWN, port: UNKNOWN }, 'unknown'],
  ] as const)('is as open as the network lets it: %j', (ssh, verdict) => {
    expect(way('ssh', { ssh }).verdict).toBe(verdict);
    expect(way('ec2-instance-connect', { ssh }).verdict).toBe(verdict);
    expect(way('session-manager', { ssh }).verdict).toBe('yes');
  });

  it.each<[AccessKey, string]>([
    [{ state: 'none' }, 'no'],
    [{ state: 'copied' }, 'unknown'],
    [{ state: 'unknown', name: 'my-key' }, 'unknown'],
    [{ state: 'drawn', name: 'my-key', type: 'ed25519', kept: true }, 'yes'],
    [{ state: 'drawn', name: 'my-key', type: 'rsa', kept: false }, 'no'],
  ])('with the key %j: %s', (key, verdict) => {
    expect(way('ssh', { key }).verdict).toBe(verdict);
    expect(way('ec2-instance-connect', { key }).verdict).toBe('yes');
  });

  it.each([
    ['amazon-linux-2', 'ec2-user'],
    ['ubuntu-24.04', 'ubuntu'],
    ['debian-12', 'admin'],
    ['rhel-9', 'ec2-user'],
  ] as const)('to %s is for %s', (system, user) => {
    expect(line('ssh', 'user', { system })?.why).toContain(`as ${user},`);
  });

  it('to a Linux that is not drawn leaves the user open', () => {
    expect(way('ssh', { system: 'linux' }).verdict).toBe('unknown');
  });
});

describe('RDP', () => {
  it.each<[AccessKey, string]>([
    [{ state: 'none' }, 'no'],
    [{ state: 'copied' }, 'unknown'],
    [{ state: 'unknown', name: 'my-key' }, 'unknown'],
    [{ state: 'drawn', name: 'my-key', type: 'rsa', kept: true }, 'yes'],
    [{ state: 'drawn', name: 'my-key', type: 'rsa', kept: false }, 'no'],
    [{ state: 'drawn', name: 'my-key', type: 'ed25519', kept: true }, 'no'],
  ])('with the key %j: %s', (key, verdict) => {
    expect(way('rdp', { ...WINDOWS, key }).verdict).toBe(verdict);
    expect(line('rdp', 'decrypting the Windows password', { ...WINDOWS, key })?.answer).toBe(verdict);
  });

  it('goes by its own port', () => {
    expect(way('rdp', { ...WINDOWS, ssh: { route: NO, port: NO } }).verdict).toBe('yes');
    expect(way('rdp', { ...WINDOWS, rdp: { route: YES, port: NO } }).verdict).toBe('no');
  });
});

describe('EC2 Instance Connect', () => {
  it.each([
    ['ubuntu-24.04', 'yes'],
    ['debian-12', 'no'],
    ['rhel-9', 'no'],
    ['linux', 'unknown'],
  ] as const)('needs a package, with %s: %s', (system, answer) => {
    expect(line('ec2-instance-connect', 'package', { system })?.answer).toBe(answer);
  });
});

describe('Session Manager', () => {
  const withServices = (finding: PathFinding) => ({
    services: [
      { name: 'ssm', finding: YES },
      { name: 'ssmmessages', finding },
    ],
  });

  it.each([
    ['without a role', { role: undefined }, 'no'],
    [
      'with a role that lacks the policy',
      { role: { name: 'web', policies: ['AmazonS3ReadOnlyAccess'] } },
      'no',
    ],
    ['without metadata, where credentials come from', { metadataEnabled: false }, 'no'],
    ['without the agent', { system: 'rhel-9' }, 'no'],
    ['with an image that is not drawn', { system: 'linux' }, 'unknown'],
    ['with one service out of reach', withServices(NO), 'no'],
    ['with one service that may be out of reach', withServices(UNKNOWN), 'unknown'],
    ['without a key', { key: { state: 'none' } }, 'yes'],
  ] as const)('%s: %s', (_name, changes, verdict) => {
    const { role, ...rest } = { role: LINUX.role, ...changes };
    const { role: _role, ...base } = { ...LINUX, ...rest };
    const ways = loginWays(role ? { ...base, role } : base);
    expect(ways.find((one) => one.way === 'session-manager')?.verdict).toBe(verdict);
  });
});

describe('the serial console', () => {
  it.each([
    [true, 'yes'],
    [false, 'no'],
    [undefined, 'unknown'],
  ] as const)('is there on Nitro: %s', (nitro, answer) => {
    expect(line('serial-console', 'type', { nitro })?.answer).toBe(answer);
  });

  it('needs a user with a password, which user data may have set', () => {
    expect(way('serial-console', { setsPassword: true }).verdict).toBe('unknown');
    expect(line('serial-console', 'account')?.answer).toBe('unknown');
  });
});
