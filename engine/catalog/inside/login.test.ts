import { describe, expect, it } from 'vitest';
import { Session } from '../../session';
import type { LoginAnswer, LoginWay } from '../../model/inside';
import { networkOf, withResources } from '../../testing/network';
import { MINUTE, play } from '../../testing/timeline';
import type { Resource, Scenario } from '../descriptors';
import { designLive } from '../design-live';
import type { Instance } from '../instance/kind';
import { getKind } from '../lookup';
import { compileNetwork } from '../network-roles';
import { loginOf } from './login';

// subnet-1 public with i-1, subnet-2 app with i-2.
const shop = networkOf({ vpcs: 1, zones: 1, tiers: ['public', 'app'], instancesPerSubnet: 1 });
const ROLE = { roleName: 'web-role', policies: ['AmazonSSMManagedInstanceCore'] } as const;

const patched = (document: Scenario, id: string, patch: object): Scenario =>
  withResources(document, [{ ...document.resources[id], ...patch } as Resource]);
const machine = (patch: Partial<Instance>, id = 'i-1', document = shop): Scenario =>
  patched(document, id, patch);
const letIn = (port: number, document = shop): Scenario =>
  patched(document, 'sg-1', {
    securityGroupIngress: [{ ipProtocol: 'tcp', fromPort: port, toPort: port, cidrIp: '0.0.0.0/0' }],
  });
const key = (patch: object = {}): Resource => ({
  id: 'key-1',
  kind: 'key-pair',
  region: 'region-1',
  keyName: 'my-key',
  keyType: 'rsa',
  ...patch,
});

function login(
  document: Scenario,
  { id = 'i-1', at = 'design', from }: { id?: string; at?: 'design' | number; from?: string } = {},
): Promise<LoginAnswer> {
  const instance = getKind(document, id, 'instance');
  if (!instance) throw new Error('There is no instance.');
  const run = play(document);
  const live = at === 'design' ? designLive(document) : run.momentAt(at).live;
  return loginOf(
    {
      document,
      at,
      live,
      network: () => Promise.resolve(compileNetwork({ document, at, live: at === 'design' ? {} : live })),
      run: () => Promise.resolve(run),
      ...(from === undefined ? {} : { from }),
    },
    instance,
  );
}

function wayOf({ ways }: LoginAnswer, name: LoginWay['way']): LoginWay {
  const found = ways.find(({ way }) => way === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}
const lineOf = (answer: LoginAnswer, name: LoginWay['way'], what: string) =>
  wayOf(answer, name).lines.find((line) => line.what === what);

describe('logging in by SSH', () => {
  it('is stopped by the security group in the words of the analyser', async () => {
    const answer = await login(machine({ keyName: 'my-key' }));
    expect(lineOf(answer, 'ssh', 'route')?.answer).toBe('yes');
    expect(lineOf(answer, 'ssh', 'port')).toMatchObject({
      answer: 'no',
      why: expect.stringMatching(/sg-1|default/) as string,
      source: expect.stringMatching(/^https:\/\/docs\.aws/) as string,
    });
    expect(wayOf(answer, 'ssh').verdict).toBe('no');
  });

  it('works once the port is open and the key at hand, and says by which rule', async () => {
    const document = withResources(machine({ keyName: 'my-key' }, 'i-1', letIn(22)), [key()]);
    const answer = await login(document);
    expect(wayOf(answer, 'ssh').verdict).toBe('yes');
    expect(lineOf(answer, 'ssh', 'port')?.why).toMatch(/^tcp 22 is let in: /);
  });

  it('has no way to an instance without a public address, whatever the port', async () => {
    const answer = await login(machine({ keyName: 'my-key' }, 'i-2', letIn(22)), { id: 'i-2' });
    expect(lineOf(answer, 'ssh', 'route')?.answer).toBe('no');
    expect(lineOf(answer, 'ssh', 'port')?.answer).toBe('yes');
  });

  it('may come from another instance', async () => {
    const document = withResources(machine({ keyName: 'my-key' }, 'i-2', letIn(22)), [key()]);
    expect(wayOf(await login(document, { id: 'i-2', from: 'i-1' }), 'ssh').verdict).toBe('yes');
    expect(lineOf(await login(document, { id: 'i-2', from: 'nobody' }), 'ssh', 'route')?.answer).toBe(
      'unknown',
    );
  });

  it.each([
    [undefined, undefined, 'no'],
    ['my-key', undefined, 'unknown'],
    ['my-key', key(), 'yes'],
    ['my-key', key({ privateKeyKept: false }), 'no'],
    ['my-key', key({ keyName: 'other' }), 'unknown'],
  ] as const)('with the key %s drawn as %j: %s', async (keyName, pair, expected) => {
    const document = withResources(machine(keyName === undefined ? {} : { keyName }), pair ? [pair] : []);
    expect(lineOf(await login(document), 'ssh', 'key')?.answer).toBe(expected);
  });
});

describe('the image of whoever logs in', () => {
  const userOf = async (imageId: string, more: readonly Resource[] = []) =>
    lineOf(await login(withResources(machine({ imageId }), more)), 'ssh', 'user');

  it('says which user it is', async () => {
    expect((await userOf('ami-ubuntu-24.04'))?.why).toContain('as ubuntu,');
    expect((await userOf('ami-marketplace-firewall'))?.why).toContain('as admin,');
    expect((await userOf('ami-0123456789abcdef0'))?.answer).toBe('unknown');
  });

  it('may hold keys of the instance that it was made from', async () => {
    const own: Resource = {
      id: 'ami-1',
      kind: 'image',
      region: 'region-1',
      imageName: 'golden',
      architecture: 'x86_64',
      operatingSystem: 'debian-12',
      sourceInstanceId: 'i-2',
    };
    const answer = await login(withResources(machine({ imageId: 'ami-1' }), [own]));
    expect(lineOf(answer, 'ssh', 'key')?.answer).toBe('unknown');
    expect(lineOf(answer, 'ssh', 'user')?.why).toContain('as admin,');
    expect(lineOf(answer, 'session-manager', 'agent')?.answer).toBe('no');
  });
});

describe('logging in to Windows', () => {
  it('needs port 3389 and an RSA key for the password', async () => {
    const windows = machine({ platform: 'windows', keyName: 'my-key' }, 'i-1', letIn(3389));
    expect(wayOf(await login(withResources(windows, [key()])), 'rdp').verdict).toBe('yes');
    const wrong = await login(withResources(windows, [key({ keyType: 'ed25519' })]));
    expect(lineOf(wrong, 'rdp', 'decrypting the Windows password')?.answer).toBe('no');
  });
});

describe('logging in by Session Manager', () => {
  const endpoint = (service: string, subnets = ['subnet-2']): readonly Resource[] => [
    {
      id: `vpce-${service}`,
      kind: 'vpc-endpoint',
      vpcId: 'vpc-1',
      vpcEndpointType: 'Interface',
      serviceName: `com.amazonaws.us-east-1.${service}`,
      securityGroupIds: ['sg-1'],
      privateDnsEnabled: true,
    },
    ...subnets.map((subnetId, index): Resource => ({
      id: `eni-${service}-${index}`,
      kind: 'network-interface',
      subnetId,
      privateIpAddress: `10.0.11.${{ ssm: 50, ssmmessages: 51, ec2messages: 52 }[service] ?? 53}`,
      groupSet: ['sg-1'],
      sourceDestCheck: true,
      interfaceType: 'vpc_endpoint',
      managedBy: `vpce-${service}`,
    })),
  ];
  const named = patched(shop, 'vpc-1', { enableDnsHostnames: true });
  const inside = machine({ iamInstanceProfile: ROLE }, 'i-2', named);

  it('goes by the internet gateway, without any inbound rule', async () => {
    const answer = await login(machine({ iamInstanceProfile: ROLE }));
    expect(wayOf(answer, 'session-manager').verdict).toBe('yes');
    expect(wayOf(answer, 'ssh').verdict).toBe('no');
  });

  it('has no way out of a private subnet', async () => {
    const answer = await login(inside, { id: 'i-2' });
    expect(lineOf(answer, 'session-manager', 'way out to ssm')?.answer).toBe('no');
    expect(wayOf(answer, 'session-manager').verdict).toBe('no');
  });

  it('has one by the endpoints of its services, all of them', async () => {
    const two = withResources(inside, [...endpoint('ssm'), ...endpoint('ssmmessages')]);
    const three = withResources(two, endpoint('ec2messages'));
    expect(lineOf(await login(two, { id: 'i-2' }), 'session-manager', 'way out to ec2messages')?.answer).toBe(
      'no',
    );
    expect(wayOf(await login(three, { id: 'i-2' }), 'session-manager').verdict).toBe('yes');
  });

  it('needs the role', async () => {
    const answer = await login(shop);
    expect(lineOf(answer, 'session-manager', 'role')).toMatchObject({ answer: 'no' });
  });
});

describe('logging in at a moment', () => {
  const scripted: Scenario = {
    ...withResources(machine({ keyName: 'my-key' }, 'i-1', letIn(22)), [key()]),
    script: [
      { id: 'act-1', at: 10 * MINUTE, type: 'stop', target: 'i-1' },
      { id: 'act-2', at: 30 * MINUTE, type: 'terminate', target: 'i-1' },
    ],
  };

  it('follows the state of the instance', async () => {
    expect(wayOf(await login(scripted, { at: 9 * MINUTE }), 'ssh').verdict).toBe('yes');
    const stopped = await login(scripted, { at: 20 * MINUTE });
    expect(lineOf(stopped, 'ssh', 'state')).toMatchObject({
      answer: 'no',
      why: 'It is stopped: no system runs in it.',
    });
    expect(await login(scripted, { at: 40 * MINUTE })).toEqual({
      question: 'login',
      absent: 'It is terminated: no system runs in it.',
      ways: [],
    });
  });

  it('waits until the system has booted', async () => {
    expect(lineOf(await login(scripted, { at: 1000 }), 'ssh', 'state')?.answer).toBe('no');
  });
});

describe('the session', () => {
  it('asks from the internet, or from where it is told', async () => {
    const session = new Session();
    session.load(withResources(machine({ keyName: 'my-key' }, 'i-2', letIn(22)), [key()]), 1);
    const outside = await session.inside('i-2', 'login', 'design');
    const inside = await session.inside('i-2', 'login', 'design', 'i-1');
    const verdict = (answer: typeof inside) =>
      answer.ok && answer.value.question === 'login' ? wayOf(answer.value, 'ssh').verdict : undefined;
    expect([verdict(outside), verdict(inside)]).toEqual(['no', 'yes']);
  });
});
